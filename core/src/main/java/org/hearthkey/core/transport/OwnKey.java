package org.hearthkey.core.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;

/// The public half of the key by which the home opens at an SSH server.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5656#section-3.1">RFC 5656, section 3.1</a>
public final class OwnKey {
    private static final String KIND = "ecdsa-sha2-nistp256";
    private static final String CURVE = "nistp256";
    private static final int POINT_BYTES = 65;

    private OwnKey() {}

    /// The line for the server's file `authorized_keys`. It lets nothing but files through.
    ///
    /// @param key on P-256
    /// @param comment by which its reader knows whose it is
    public static String line(PublicKeyInfo key, String comment) {
        return "restrict " + KIND + " " + Base64.getEncoder().encodeToString(blob(key)) + " " + comment;
    }

    private static byte[] blob(PublicKeyInfo key) {
        var info = key.der();
        var point = Arrays.copyOfRange(info, info.length - POINT_BYTES, info.length);
        if (key.profile().filter(KeyProfile.P256::equals).isEmpty()) {
            throw new IllegalArgumentException("Not a key on " + CURVE);
        }
        var blob = ByteBuffer.allocate(3 * Integer.BYTES + KIND.length() + CURVE.length() + POINT_BYTES);
        put(blob, KIND.getBytes(US_ASCII));
        put(blob, CURVE.getBytes(US_ASCII));
        put(blob, point);
        return blob.array();
    }

    private static void put(ByteBuffer blob, byte[] field) {
        blob.putInt(field.length).put(field);
    }
}
