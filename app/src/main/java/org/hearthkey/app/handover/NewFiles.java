package org.hearthkey.app.handover;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Files that a command leaves in a folder: all of them or none. They are reserved before anything is signed, so that a
/// name that is taken or a folder that cannot be written stops the act and not its hand-over.
public final class NewFiles implements AutoCloseable {
    /// What becomes of a file that is there already.
    public enum Taken {
        REFUSED,
        REPLACED
    }

    private final Path folder;
    private final Taken taken;
    private final Map<Path, Path> writtenByTarget = new LinkedHashMap<>();

    public NewFiles(Path folder, Taken taken) {
        this.folder = folder;
        this.taken = taken;
    }

    /// Reserves a file, and makes the folder if there is none.
    ///
    /// @throws FileAlreadyExistsException if there is such a file and it is not to be replaced
    public void reserve(String name) throws IOException {
        create(name);
    }

    /// Reserves a file that only its owner may read, where the file system knows owners.
    public void reserveSecret(String name) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            create(name, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            create(name);
        }
    }

    /// Fills a file that was reserved, and has it on the medium when this returns.
    public void write(String name, byte[] content) throws IOException {
        try (var channel = FileChannel.open(written(name), StandardOpenOption.WRITE)) {
            for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// Leaves the files where they are meant to be.
    public List<Path> keep() throws IOException {
        var targets = List.copyOf(writtenByTarget.keySet());
        for (var target : targets) {
            var written = writtenByTarget.getOrDefault(target, target);
            if (!written.equals(target)) {
                Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
            }
            writtenByTarget.remove(target);
        }
        return targets;
    }

    /// Takes back what was not kept.
    @Override
    public void close() throws IOException {
        for (var written : writtenByTarget.values()) {
            Files.deleteIfExists(written);
        }
        writtenByTarget.clear();
    }

    private void create(String name, FileAttribute<?>... attributes) throws IOException {
        var target = target(name);
        Files.createDirectories(folder);
        var written = target;
        if (taken == Taken.REPLACED) {
            written = target.resolveSibling("." + name + ".new");
            Files.deleteIfExists(written); // left by a command that was killed
        }
        FileChannel.open(written, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)
                .close();
        writtenByTarget.put(target, written);
    }

    private Path written(String name) throws IOException {
        var target = target(name);
        return writtenByTarget.getOrDefault(target, target);
    }

    /// Some names of devices are none of files on some systems.
    private Path target(String name) throws IOException {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException notHere) {
            throw new IOException(notHere.getMessage(), notHere);
        }
    }
}
