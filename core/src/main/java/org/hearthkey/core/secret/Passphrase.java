package org.hearthkey.core.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A passphrase as its owner typed it, prepared so that every keyboard gives the same bytes, and overwritten when closed.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8265#section-4.2">RFC 8265, section 4.2 (OpaqueString)</a>
public final class Passphrase implements AutoCloseable {
    /// What a file may hold: the longest passphrase and its line ending.
    private static final int MOST_FILE_BYTES = OpaqueText.MOST_BYTES + 2;

    private final SecretBytes utf8;

    /// Copies and prepares what was typed. The caller wipes `typed`.
    ///
    /// @throws IllegalArgumentException if it is empty, longer than 1024 bytes of UTF-8, or holds a control character
    public Passphrase(char[] typed) {
        this(OpaqueText.prepare(typed)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A passphrase is 1 to 1024 bytes of UTF-8 without control characters")));
    }

    private Passphrase(byte[] prepared) {
        utf8 = SecretBytes.owning(prepared);
    }

    /// For what people type: nothing if it cannot be a passphrase. The caller wipes `typed`.
    public static Optional<Passphrase> parse(char[] typed) {
        return OpaqueText.prepare(typed).map(Passphrase::new);
    }

    /// Reads the first line of a small UTF-8 file; the carriage returns and line feed that end it
    /// are not part of it.
    ///
    /// @throws IOException if the file cannot be read, or its first line cannot be a passphrase
    public static Passphrase readFirstLine(Path file) throws IOException {
        byte[] read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(MOST_FILE_BYTES);
        }
        try {
            int end = 0;
            while (end < read.length && read[end] != '\n') {
                end++;
            }
            while (end > 0 && read[end - 1] == '\r') {
                end--;
            }
            return decoded(ByteBuffer.wrap(read, 0, end))
                    .orElseThrow(() -> new IOException("The first line of " + file + " is not a passphrase"));
        } finally {
            Arrays.fill(read, (byte) 0);
        }
    }

    private static Optional<Passphrase> decoded(ByteBuffer line) {
        char[] room = new char[line.remaining()];
        try {
            CharBuffer typed = CharBuffer.wrap(room);
            CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(line, typed, true);
            if (result.isError()) {
                return Optional.empty();
            }
            char[] exact = Arrays.copyOf(room, typed.position());
            try {
                return parse(exact);
            } finally {
                Arrays.fill(exact, '\0');
            }
        } finally {
            Arrays.fill(room, '\0');
        }
    }

    /// The number of bytes, not of characters.
    public int length() {
        return utf8.length();
    }

    /// Lends the UTF-8 bytes to `work`.
    ///
    /// @throws IllegalStateException if closed
    public <R, X extends Exception> R use(Use<R, X> work) throws X {
        return utf8.use(work);
    }

    /// Lends the letters to `work`: a copy, which is overwritten when it returns.
    ///
    /// @throws IllegalStateException if closed
    public <R, X extends Exception> R useChars(SecretChars.Lend<R, X> work) throws X {
        return utf8.use(bytes -> {
            char[] room = new char[bytes.length];
            try {
                CharBuffer letters = CharBuffer.wrap(room);
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), letters, true);
                try (SecretChars exact = SecretChars.owning(Arrays.copyOf(room, letters.position()))) {
                    return exact.use(work);
                }
            } finally {
                Arrays.fill(room, '\0');
            }
        });
    }

    @Override
    public void close() {
        utf8.close();
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}
