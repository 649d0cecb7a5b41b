package org.hearthkey.core.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A file of a drive of this machine, read past what the system remembers of it, where that can be done.
final class DriveFile extends InputStream implements Transport.Opened {
    private static final Optional<OpenOption> DIRECT = direct();
    /// File systems behind which a program or another computer answers, with a memory of its own.
    private static final Pattern ANSWERED_FOR = Pattern.compile("fuse.*|nfs.*|cifs|smb.*|9p|virtiofs");

    private static final int PIECE = 1 << 20;

    private final Path file;
    private final int block;
    private final int room;
    private final ByteBuffer piece;
    private FileChannel channel;
    private ReadBack from;
    /// How much was read into `piece` until now.
    private long at;
    private boolean atEnd;

    private DriveFile(Path file, FileChannel channel, ReadBack from, int block) throws IOException {
        this.file = file;
        this.channel = channel;
        this.from = from;
        this.block = block;
        // Whole blocks, into memory that begins at one.
        room = Math.toIntExact(Math.min(PIECE, channel.size()) / block + 1) * block;
        piece = ByteBuffer.allocateDirect(room + block).alignedSlice(block).limit(0);
    }

    static DriveFile open(Path file) throws IOException {
        var store = Files.getFileStore(file);
        int block = Math.toIntExact(store.getBlockSize());
        if (DIRECT.isPresent() && !ANSWERED_FOR.matcher(store.type()).matches()) {
            try {
                return new DriveFile(file, channel(file, DIRECT.get()), ReadBack.FROM_DRIVE, block);
            } catch (IOException | UnsupportedOperationException notOnThisFileSystem) {
                // If it is the drive that fails, reading simply fails as well.
                return new DriveFile(file, channel(file), ReadBack.FROM_SYSTEM, block);
            }
        }
        return new DriveFile(file, channel(file), ReadBack.FROM_SYSTEM, block);
    }

    private static FileChannel channel(Path file, OpenOption... more) throws IOException {
        var options = Stream.concat(Stream.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS), Stream.of(more));
        return FileChannel.open(file, options.toArray(OpenOption[]::new));
    }

    /// `com.sun.nio.file.ExtendedOpenOption.DIRECT`. By name, because the compiler warns of that class and no annotation
    /// stops it. Another Java may lack it.
    private static Optional<OpenOption> direct() {
        try {
            return Stream.of(
                            Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants())
                    .filter(option ->
                            option instanceof Enum<?> named && named.name().equals("DIRECT"))
                    .map(OpenOption.class::cast)
                    .findFirst();
        } catch (ClassNotFoundException anotherJava) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream stream() {
        return this;
    }

    @Override
    public ReadBack from() {
        return from;
    }

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
        if (!piece.hasRemaining() && !fill()) {
            return -1;
        }
        int read = Math.min(count, piece.remaining());
        piece.get(into, offset, read);
        return read;
    }

    private boolean fill() throws IOException {
        if (atEnd) {
            return false;
        }
        try {
            readPiece();
        } catch (IOException notPastMemory) {
            if (from == ReadBack.FROM_SYSTEM) {
                throw notPastMemory;
            }
            channel.close();
            channel = channel(file);
            from = ReadBack.FROM_SYSTEM;
            readPiece();
        }
        at += piece.flip().remaining();
        return piece.hasRemaining();
    }

    private void readPiece() throws IOException {
        piece.clear().limit(room);
        channel.position(at);
        int read;
        do {
            read = channel.read(piece);
        } while (read > 0 && read % block == 0 && piece.hasRemaining());
        atEnd = read <= 0 || read % block != 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
