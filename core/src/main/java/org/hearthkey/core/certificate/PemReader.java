package org.hearthkey.core.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Reads blocks of PEM one after the other without holding them, as strictly as [Pem#parse].
public final class PemReader {
    private static final int LONGEST_LINE = 1 << 16;
    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private Optional<Block> open = Optional.empty();

    /// Reads what `in` gives, which the caller closes.
    public PemReader(InputStream in) {
        this.in = in;
    }

    /// One block.
    ///
    /// @param content its bytes, for as long as the next block was not asked for
    public record Block(String label, InputStream content) {}

    /// The next block. What nobody read of the last one is read and passed over.
    ///
    /// @throws MalformedException if something else follows
    public Optional<Block> next() throws IOException {
        if (open.isPresent()) {
            open.get().content().transferTo(OutputStream.nullOutputStream());
        }
        open = Optional.empty();
        for (var line = line(); line.isPresent(); line = line()) {
            if (!line.get().isEmpty()) {
                var label = label(line.get());
                open = Optional.of(new Block(label, new Base64Lines(DASHES + "END " + label + DASHES)));
                return open;
            }
        }
        return open;
    }

    private static String label(String line) throws MalformedException {
        var label = line.startsWith(BEGIN) && line.endsWith(DASHES)
                ? line.substring(BEGIN.length(), Math.max(BEGIN.length(), line.length() - DASHES.length()))
                : "";
        if (!Pem.isLabel(label)) {
            throw new MalformedException("No block begins here");
        }
        return label;
    }

    private Optional<String> line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            if (at == filled) {
                filled = Math.max(0, in.read(buffer));
                at = 0;
                if (filled == 0) {
                    return line.isEmpty()
                            ? Optional.empty()
                            : Optional.of(line.toString().stripTrailing());
                }
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.append(new String(buffer, at, end - at, ISO_8859_1));
            at = Math.min(filled, end + 1);
            if (line.length() > LONGEST_LINE) {
                throw new MalformedException("A line is too long");
            }
            if (end < filled) {
                return Optional.of(line.toString().stripTrailing());
            }
        }
    }

    /// What lines of base64 say, until the block ends.
    private final class Base64Lines extends InputStream {
        private static final int PIECE = 1 << 14;
        private static final int GROUP = 4;

        private final String last;
        private final StringBuilder base64 = new StringBuilder();
        private byte[] decoded = {};
        private int next;
        private boolean padded;
        private boolean atEnd;

        Base64Lines(String last) {
            this.last = last;
        }

        @Override
        public int read() throws IOException {
            return ready() ? decoded[next++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (!ready()) {
                return -1;
            }
            int read = Math.min(count, decoded.length - next);
            System.arraycopy(decoded, next, into, offset, read);
            next += read;
            return read;
        }

        private boolean ready() throws IOException {
            while (next == decoded.length && !atEnd) {
                while (base64.length() < PIECE && !atEnd) {
                    var line = line().orElseThrow(() -> new MalformedException("The block does not end"));
                    atEnd = line.equals(last);
                    base64.append(atEnd ? "" : line);
                }
                decode(atEnd ? base64.length() : base64.length() / GROUP * GROUP);
            }
            return next < decoded.length;
        }

        /// Only the last group may be padded, and there is one way to write it.
        private void decode(int count) throws MalformedException {
            var text = base64.substring(0, count).getBytes(ISO_8859_1);
            base64.delete(0, count);
            next = 0;
            try {
                decoded = Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException noBase64) {
                throw new MalformedException("No base64", noBase64);
            }
            if ((padded && count > 0) || !Arrays.equals(Base64.getEncoder().encode(decoded), text)) {
                throw new MalformedException("Base64 that is not canonical");
            }
            padded = count > 0 && text[count - 1] == '=';
        }
    }
}
