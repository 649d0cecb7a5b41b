package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.io.ByteArrayOutputStream;

/// Bytes in the letters that a QR code packs most tightly: three bytes in five letters, the lowest digit first.
///
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Matter Core, section 5.1.3.1</a>
final class Base38 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-.";
    private static final int GROUP = 5;

    private Base38() {}

    /// Bytes have one spelling: a group that says more than its bytes hold is refused.
    static byte[] decode(String text) throws MalformedException {
        require(text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0), "base38: character outside alphabet");
        var bytes = new ByteArrayOutputStream();
        for (int start = 0; start < text.length(); start += GROUP) {
            var group = text.substring(start, Math.min(text.length(), start + GROUP));
            int count = bytesIn(group.length());
            int value = value(group);
            require(value >>> (count * Byte.SIZE) == 0, "base38: chunk value overflows its bytes");
            for (int i = 0; i < count; i++) {
                bytes.write(value >>> (i * Byte.SIZE));
            }
        }
        return bytes.toByteArray();
    }

    private static int bytesIn(int letters) throws MalformedException {
        return switch (letters) {
            case 5 -> 3;
            case 4 -> 2;
            case 2 -> 1;
            default -> throw new MalformedException("base38: length leaves an impossible final chunk");
        };
    }

    /// At most 38 to the fifth, which fits.
    private static int value(String group) {
        int value = 0;
        for (int i = group.length() - 1; i >= 0; i--) {
            value = value * ALPHABET.length() + ALPHABET.indexOf(group.charAt(i));
        }
        return value;
    }
}
