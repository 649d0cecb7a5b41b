package org.hearthkey.core.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.hearthkey.core.name.HomeId;

/// A checkpoint in a file, which is replaced in one step and read back. Nothing is read or written through links.
///
/// @param file the file itself
public record CheckpointFile(Path file) {
    /// More than a signed note may have.
    private static final int MOST_BYTES = 64 * 1024 + 1;

    /// Where a drive keeps the checkpoint of a home.
    ///
    /// @param directory the folder of the drive that the owner chose
    public static CheckpointFile on(Path directory, HomeId home) {
        return new CheckpointFile(
                directory.resolve("hearthkey").resolve("journal").resolve(home.text() + ".checkpoint"));
    }

    /// What was kept there, if anything.
    public Optional<Anchors.Kept> read() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            var content = ByteBuffer.allocate(MOST_BYTES);
            int read;
            do {
                read = channel.read(content);
            } while (read > 0);
            return Optional.of(new Anchors.Kept(file, written(), Arrays.copyOf(content.array(), content.position())));
        } catch (NoSuchFileException | NotDirectoryException nothingKept) {
            return Optional.empty();
        }
    }

    private Instant written() throws IOException {
        return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    }

    /// Replaces what was kept. When this returns the drive has taken it.
    ///
    /// @throws IOException if it was not written; what was there before is still there
    public void write(byte[] checkpoint) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try (var channel = FileChannel.open(
                beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            var remaining = ByteBuffer.wrap(checkpoint);
            while (remaining.hasRemaining()) {
                channel.write(remaining);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        if (!Arrays.equals(Files.readAllBytes(file), checkpoint)) {
            throw new IOException("Read back otherwise: " + file);
        }
    }
}
