package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/// A file that appears under its name whole or not at all, and never in the place of another unless it is meant to.
public final class NewFile implements AutoCloseable {
    private final Path target;
    private final Path draft;

    private NewFile(Path target, Path draft) {
        this.target = target;
        this.draft = draft;
    }

    /// Makes an empty draft beside `target`, readable by its owner only.
    ///
    /// @throws FileAlreadyExistsException if `target` is there, or something SQLite would take for its journal
    public static NewFile beside(Path target, SecureRandom random) throws IOException {
        Path absolute = target.toAbsolutePath();
        for (String suffix : List.of("", "-journal", "-wal", "-shm")) {
            Path taken = absolute.resolveSibling(absolute.getFileName() + suffix);
            if (Files.exists(taken, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(taken.toString());
            }
        }
        return draft(absolute, random);
    }

    /// Makes an empty draft beside `target`, which it is to replace.
    static NewFile inPlaceOf(Path target, SecureRandom random) throws IOException {
        return draft(target.toAbsolutePath(), random);
    }

    private static NewFile draft(Path absolute, SecureRandom random) throws IOException {
        byte[] mark = new byte[4];
        random.nextBytes(mark);
        Path draft = absolute.resolveSibling(
                absolute.getFileName() + "." + HexFormat.of().formatHex(mark) + ".new");
        Files.createFile(draft, ownerOnly(draft));
        return new NewFile(absolute, draft);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Where it is written.
    public Path draft() {
        return draft;
    }

    /// Gives the finished draft its name, surviving a power cut from here on.
    ///
    /// @throws FileAlreadyExistsException if somebody else has taken the name meanwhile
    public void publish() throws IOException {
        sync();
        try {
            // A second name for the file fails if it is taken; a rename would replace what is there.
            Files.createLink(target, draft);
            Files.delete(draft);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            // Sticks are FAT or exFAT, which have no second names. This looks before it renames.
            Files.move(draft, target);
        }
        syncFolder();
    }

    /// Lets the finished draft take the place of the file of that name, in one step that survives a power cut from here on.
    /// Whatever stood beside the old file is surely gone before.
    void replace() throws IOException {
        sync();
        syncFolder();
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
    }

    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private void syncFolder() throws IOException {
        if (isPosix(target)) {
            // Windows opens no directories and writes its names through.
            try (FileChannel directory = FileChannel.open(target.resolveSibling("."))) {
                directory.force(true);
            }
        }
    }

    /// Removes a draft that did not become the file.
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + "-journal"));
        Files.deleteIfExists(draft);
    }
}
