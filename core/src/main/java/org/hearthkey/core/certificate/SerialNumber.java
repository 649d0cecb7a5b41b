package org.hearthkey.core.certificate;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/// The number an issuer gives a certificate, never twice. Ours are 128 random bits.
///
/// @param value positive, at most 20 octets with its sign
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.2">RFC 5280, section 4.1.2.2</a>
public record SerialNumber(BigInteger value) implements Comparable<SerialNumber> {
    private static final int RANDOM_BITS = 128;
    private static final int MAX_BITS = 159;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32,40}");

    public SerialNumber {
        if (value.signum() <= 0 || value.bitLength() > MAX_BITS) {
            throw new IllegalArgumentException("Not a serial number: " + value);
        }
    }

    public static SerialNumber random(SecureRandom random) {
        return new SerialNumber(new BigInteger(RANDOM_BITS, random).max(BigInteger.ONE));
    }

    /// Reads what [#hex()] writes and no other spelling.
    public static Optional<SerialNumber> parse(String hex) {
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        var value = new BigInteger(hex, 16);
        return value.signum() > 0 && value.bitLength() <= MAX_BITS
                ? Optional.of(new SerialNumber(value))
                        .filter(serial -> serial.hex().equals(hex))
                : Optional.empty();
    }

    /// 32 lower-case hex digits; more only where another issuer's number is longer than ours are.
    public String hex() {
        return "%032x".formatted(value);
    }

    @Override
    public int compareTo(SerialNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
