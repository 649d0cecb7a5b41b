package org.hearthkey.core.deliver;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/// A drive of this machine.
final class LocalDrive implements Drive {
    private static final Optional<OpenOption> DIRECT = direct();

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
    public void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            var remaining = ByteBuffer.wrap(content);
            while (remaining.hasRemaining()) {
                channel.write(remaining);
            }
            channel.force(true);
        }
    }

    @Override
    public Reading read(Path file, int most) throws IOException {
        if (DIRECT.isPresent()) {
            try {
                return new Reading(readPastMemory(file, most, DIRECT.get()), ReadBack.FROM_DRIVE);
            } catch (IOException | UnsupportedOperationException notOnThisFileSystem) {
                // If it is the drive that fails, reading simply fails as well.
                return new Reading(readSimply(file, most), ReadBack.FROM_SYSTEM);
            }
        }
        return new Reading(readSimply(file, most), ReadBack.FROM_SYSTEM);
    }

    /// Past what the system remembers of the file. Reads whole blocks into memory that begins at one.
    private static ByteBuffer readPastMemory(Path file, int most, OpenOption direct) throws IOException {
        int block = Math.toIntExact(Files.getFileStore(file).getBlockSize());
        int room = Math.multiplyExact(most / block + 1, block);
        var content =
                ByteBuffer.allocateDirect(room + block).alignedSlice(block).limit(room);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS, direct)) {
            int read;
            do {
                read = channel.read(content);
            } while (read > 0 && read % block == 0 && content.hasRemaining());
        }
        return content.flip();
    }

    private static ByteBuffer readSimply(Path file, int most) throws IOException {
        // One byte more than allowed: a file that is too long must not look whole.
        var content = ByteBuffer.allocate(most + 1);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            int read;
            do {
                read = channel.read(content);
            } while (read > 0);
        }
        return content.flip();
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        // Atomic: fails where it would have to copy.
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void sync(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows opens no folder for that.
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(path);
    }
}
