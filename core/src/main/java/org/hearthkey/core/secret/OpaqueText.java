package org.hearthkey.core.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/// Prepares typed text as an OpaqueString, so that the same words typed on another keyboard are the same bytes.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8265#section-4.2">RFC 8265, section 4.2</a>
final class OpaqueText {
    static final int MOST_BYTES = 1024;

    private OpaqueText() {}

    /// The UTF-8 form, or nothing if the text is empty, too long, holds a control or half a surrogate pair.
    static Optional<byte[]> prepare(char[] typed) {
        char[] mapped = typed.clone();
        try {
            for (int i = 0; i < mapped.length; i++) {
                if (Character.isISOControl(mapped[i])) {
                    return Optional.empty();
                }
                if (Character.getType(mapped[i]) == Character.SPACE_SEPARATOR) {
                    mapped[i] = ' ';
                }
            }
            return composed(mapped);
        } finally {
            Arrays.fill(mapped, '\0');
        }
    }

    private static Optional<byte[]> composed(char[] mapped) {
        CharBuffer text = CharBuffer.wrap(mapped);
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return encoded(text);
        }
        // The JDK composes into a String only, which cannot be wiped. What most people type is composed already.
        return encoded(CharBuffer.wrap(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }

    private static Optional<byte[]> encoded(CharBuffer text) {
        byte[] room = new byte[MOST_BYTES];
        try {
            ByteBuffer buffer = ByteBuffer.wrap(room);
            CoderResult result = StandardCharsets.UTF_8.newEncoder().encode(text, buffer, true);
            // An overflow is a text too long; an error is half of a surrogate pair.
            return result.isUnderflow() && buffer.position() > 0
                    ? Optional.of(Arrays.copyOf(room, buffer.position()))
                    : Optional.empty();
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }
}
