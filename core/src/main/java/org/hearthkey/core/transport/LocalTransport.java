package org.hearthkey.core.transport;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.function.Predicate;
import org.hearthkey.core.content.Content;
import org.jspecify.annotations.Nullable;

/// Drives of this machine. Paths are those of the system.
public final class LocalTransport implements Transport {
    private static final int PIECE = 1 << 20;

    /// All drives alike.
    public LocalTransport() {}

    @Override
    public boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean isFolder(Path path) {
        return Files.isDirectory(path);
    }

    @Override
    public void walk(Path folder, int deepest, Predicate<Item> further) throws IOException {
        if (exists(folder)) {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), deepest, showing(further));
        }
    }

    private static SimpleFileVisitor<Path> showing(Predicate<Item> further) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return goOn(new Item(file, kind(attributes), attributes.size()));
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                super.postVisitDirectory(visited, failure);
                return goOn(new Item(visited, Item.Kind.FOLDER, 0));
            }

            private FileVisitResult goOn(Item item) {
                return further.test(item) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }
        };
    }

    private static Item.Kind kind(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return Item.Kind.LINK;
        }
        return attributes.isRegularFile() ? Item.Kind.FILE : Item.Kind.OTHER;
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    @Override
    public void write(Path file, Content content, long from, Sent sent) throws IOException {
        var how = from == 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.APPEND;
        try (var channel = FileChannel.open(file, how, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                var in = content.open()) {
            in.skipNBytes(from);
            var piece = new byte[PIECE];
            for (int count = in.readNBytes(piece, 0, PIECE); count > 0; count = in.readNBytes(piece, 0, PIECE)) {
                var remaining = ByteBuffer.wrap(piece, 0, count);
                while (remaining.hasRemaining()) {
                    channel.write(remaining);
                }
                sent.bytes(count);
            }
            channel.force(true);
        }
    }

    @Override
    public boolean appends() {
        return true;
    }

    @Override
    public Opened open(Path file) throws IOException {
        return DriveFile.open(file);
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

    @Override
    public Trouble trouble(IOException failure, Path folder, long needed) {
        if (failure instanceof AccessDeniedException) {
            return Trouble.NOT_ALLOWED;
        }
        if (failure instanceof NoSuchFileException) {
            // What was made a moment ago is not there: another drive, or none, answers now.
            return Trouble.GONE;
        }
        try {
            var store = Files.getFileStore(folder);
            if (store.isReadOnly()) {
                return Trouble.READ_ONLY;
            }
            return store.getUsableSpace() < needed ? Trouble.FULL : Trouble.FAILED;
        } catch (IOException gone) {
            failure.addSuppressed(gone);
            return Trouble.GONE;
        }
    }
}
