package org.hearthkey.app.ceremony;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder for a home that is thrown away: in memory where the system has such a place, and wiped when it is closed.
public final class PracticeFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeFolder.class);
    private static final String PREFIX = "hearthkey-rehearsal";
    private static final Path IN_MEMORY = Path.of("/dev/shm");
    private static final int BLOCK = 8192;

    private final Path path;

    private PracticeFolder(Path path) {
        this.path = path;
    }

    /// Only this user can look inside.
    public static PracticeFolder make() throws IOException {
        return new PracticeFolder(
                Files.isDirectory(IN_MEMORY) && Files.isWritable(IN_MEMORY)
                        ? Files.createTempDirectory(IN_MEMORY, PREFIX)
                        : Files.createTempDirectory(PREFIX));
    }

    public Path path() {
        return path;
    }

    /// The home's file.
    public static Path home(Path folder) {
        return folder.resolve("Rehearsal.hearth");
    }

    /// Overwrites and deletes all that is inside. What cannot be deleted is logged; nothing there is worth more.
    @Override
    public void close() {
        try (var all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(PracticeFolder::wipe);
        } catch (IOException failed) {
            LOG.warn("{} is not wiped", path, failed);
        }
    }

    private static void wipe(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                overwrite(file);
            }
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            LOG.warn("{} is not wiped", file, failed);
        }
    }

    private static void overwrite(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var zeros = ByteBuffer.allocate(BLOCK);
            for (long left = channel.size(); left > 0; left -= zeros.position()) {
                zeros.position(0).limit((int) Math.min(BLOCK, left));
                channel.write(zeros);
            }
            channel.force(true);
        }
    }
}
