package org.hearthkey.core.recovery;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// Bytes in the letters that a QR code packs most tightly.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9285">RFC 9285</a>
final class Base45 {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = LETTERS.length();
    private static final int BYTE = 256;

    private Base45() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            boolean pair = i + 1 < bytes.length;
            int value = pair ? (bytes[i] & 0xff) * BYTE + (bytes[i + 1] & 0xff) : bytes[i] & 0xff;
            for (int digit = 0; digit < (pair ? 3 : 2); digit++) {
                text.append(LETTERS.charAt(value % BASE));
                value /= BASE;
            }
        }
        return text.toString();
    }

    /// The bytes; nothing if this is not how they are written.
    static Optional<byte[]> decode(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += 3) {
            int letters = Math.min(3, text.length() - i);
            int value = 0;
            for (int digit = letters - 1; digit >= 0; digit--) {
                int index = LETTERS.indexOf(text.charAt(i + digit));
                if (index < 0) {
                    return Optional.empty();
                }
                value = value * BASE + index;
            }
            int most = letters == 3 ? BYTE * BYTE : BYTE;
            if (letters == 1 || value >= most) {
                return Optional.empty();
            }
            if (letters == 3) {
                bytes.write(value / BYTE);
            }
            bytes.write(value % BYTE);
        }
        return Optional.of(bytes.toByteArray());
    }
}
