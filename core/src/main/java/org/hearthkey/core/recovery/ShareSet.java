package org.hearthkey.core.recovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/// What all shares of one secret have in common, which each of them says.
///
/// @param identifier 15 random bits by which shares of one secret know each other
/// @param extendable whether shares made later, with another identifier, can be of the same secret
/// @param iterationExponent 0 to 15: how costly the cipher over the secret is
/// @param groupThreshold how many groups have to come together, 1 to `groups`
/// @param groups how many groups there are, 1 to 16
public record ShareSet(int identifier, boolean extendable, int iterationExponent, int groupThreshold, int groups) {
    static final int IDENTIFIERS = 1 << 15;

    public ShareSet {
        if (groupThreshold < 1 || groupThreshold > groups) {
            throw new IllegalArgumentException(groupThreshold + " of " + groups + " groups");
        }
    }

    /// What the checksum of each share begins with.
    byte[] customization() {
        return customization(extendable);
    }

    static byte[] customization(boolean extendable) {
        return (extendable ? "shamir_extendable" : "shamir").getBytes(US_ASCII);
    }

    /// The identifier enters the cipher, unless shares with another one should give the same secret.
    byte[] cipherSalt() {
        if (extendable) {
            return new byte[0];
        }
        var label = customization();
        var salt = Arrays.copyOf(label, label.length + 2);
        salt[label.length] = (byte) (identifier >>> Byte.SIZE);
        salt[label.length + 1] = (byte) identifier;
        return salt;
    }
}
