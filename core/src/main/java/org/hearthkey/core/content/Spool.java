package org.hearthkey.core.content;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/// Keeps what is too long to hold in a file without a name, until it is closed. A few bytes it holds. Nothing secret may be
/// put into it.
public final class Spool implements AutoCloseable {
    private static final int MOST_HELD = 1 << 18;
    private static final int BUFFER = 1 << 16;

    private Optional<FileChannel> file = Optional.empty();
    private long end;

    /// A spool with nothing in it. There is no file before something long comes.
    public Spool() {}

    /// Somebody who writes bytes.
    @FunctionalInterface
    public interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Keeps what `source` writes. It can be read until this is closed, by any thread.
    ///
    /// @throws IOException as `source` throws it, or if there is no room for it
    public Content keep(Source source) throws IOException {
        var held = new Held();
        try (var buffered = new BufferedOutputStream(held, BUFFER)) {
            source.writeTo(buffered);
        }
        return held.content();
    }

    private FileChannel file() throws IOException {
        if (file.isEmpty()) {
            var name = Files.createTempFile("hearthkey", ".lists");
            file = Optional.of(FileChannel.open(
                    name, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        }
        return file.orElseThrow();
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    /// Goes to the file when it gets long.
    private final class Held extends OutputStream {
        private final ByteArrayOutputStream few = new ByteArrayOutputStream();
        private final long from = end;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int at, int count) throws IOException {
            if (end == from && few.size() + count <= MOST_HELD) {
                few.write(bytes, at, count);
                return;
            }
            if (few.size() > 0) {
                append(few.toByteArray(), 0, few.size());
                few.reset();
            }
            append(bytes, at, count);
        }

        private void append(byte[] bytes, int at, int count) throws IOException {
            var rest = ByteBuffer.wrap(bytes, at, count);
            while (rest.hasRemaining()) {
                end += file().write(rest, end);
            }
        }

        Content content() throws IOException {
            return end == from ? Content.of(few.toByteArray()) : new Region(file(), from, end - from);
        }
    }

    private record Region(FileChannel file, long from, long size) implements Content {
        @Override
        public InputStream open() {
            return new InputStream() {
                private long at;

                @Override
                public int read() throws IOException {
                    var one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] into, int offset, int count) throws IOException {
                    Objects.checkFromIndexSize(offset, count, into.length);
                    if (count == 0) {
                        return 0;
                    }
                    if (at == size) {
                        return -1;
                    }
                    int most = (int) Math.min(count, size - at);
                    int read = file.read(ByteBuffer.wrap(into, offset, most), from + at);
                    if (read < 0) {
                        throw new IOException("What was kept is shorter than it was");
                    }
                    at += read;
                    return read;
                }
            };
        }
    }
}
