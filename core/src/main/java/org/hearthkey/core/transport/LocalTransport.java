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
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Drives of this machine. Paths are those of the system.
public final class LocalTransport implements Transport {
    private static final Optional<OpenOption> DIRECT = direct();

    /// All drives alike.
    public LocalTransport() {}

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
    public void write(Path file, byte[] content, int from, Sent sent) throws IOException {
        var how = from == 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.APPEND;
        try (var channel = FileChannel.open(file, how, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            var remaining = ByteBuffer.wrap(content, from, content.length - from);
            while (remaining.hasRemaining()) {
                channel.write(remaining);
            }
            channel.force(true);
        }
        sent.bytes(content.length - from);
    }

    @Override
    public boolean appends() {
        return true;
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
