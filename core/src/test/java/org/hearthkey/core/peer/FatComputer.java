package org.hearthkey.core.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A second Linux that runs as a program, with a FAT stick in it: not every machine's own Linux knows FAT, and no other
/// can be stopped between two writes. It sees this machine's files, and needs no rights.
public final class FatComputer implements AutoCloseable {
    private static final String MODULES = "/usr/lib/uml/modules";
    private static final int MEGABYTES = 8;

    private final Path folder;
    private final Process computer;
    private final BufferedReader lines;

    private FatComputer(Path folder, Process computer) {
        this.folder = folder;
        this.computer = computer;
        lines = computer.inputReader(StandardCharsets.UTF_8);
    }

    /// Starts it, and lets it run a program on the stick.
    ///
    /// @param folder an empty one for its files
    /// @param others how many files of other people are at the top of the stick
    /// @param main is given the folder in which the stick appears
    public static FatComputer boot(Path folder, int others, Class<?> main) throws IOException {
        var image = folder.resolve("stick.img");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength((long) MEGABYTES << 20);
        }
        Peer.of("mkfs.vfat", folder).run("-n", "STICK", image.toString()).accepts();
        for (int i = 0; i < others; i++) {
            var other = Files.writeString(folder.resolve("PHOTO" + i), "of the garden");
            mtools("mcopy", folder)
                    .run("-i", image.toString(), other.toString(), "::/")
                    .accepts();
        }
        var linux = Peer.of("linux.uml", folder).with("TMPDIR", folder.toString());
        var script =
                Files.writeString(folder.resolve("init"), script(Files.createDirectory(folder.resolve("stick")), main));
        script.toFile().setExecutable(true);
        return new FatComputer(
                folder,
                linux.start(
                        "ubd0=" + image,
                        "rootfstype=hostfs",
                        "rw",
                        "mem=768M",
                        "quiet",
                        "init=" + script,
                        "con=null",
                        "con0=null,fd:1"));
    }

    private static Peer mtools(String program, Path folder) {
        return Peer.of(program, folder).with("MTOOLS_SKIP_CHECK", "1");
    }

    private static String script(Path mount, Class<?> main) throws IOException {
        var modules = Stream.of(
                        "fat/fat", "fat/vfat", "nls/nls_cp437", "nls/nls_ascii", "nls/nls_iso8859-1", "nls/nls_utf8")
                .map(module -> "insmod " + MODULES + "/$(uname -r)/kernel/fs/" + module + ".ko")
                .collect(Collectors.joining("\n"));
        var program = JavaProgram.command(main, mount.toString()).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        return """
            #!/bin/sh
            PATH=/usr/sbin:/usr/bin:/sbin:/bin
            mount -t proc proc /proc
            %s
            mount -t vfat -o codepage=437,iocharset=iso8859-1 /dev/ubda '%s' && %s
            echo over
            """.formatted(modules, mount, program);
    }

    /// The next line that the program says and that begins so, without that beginning; empty when it is over.
    public Optional<String> next(String beginning) throws IOException {
        for (var line = lines.readLine(); line != null && !line.strip().equals("over"); line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return Optional.of(line.substring(beginning.length()).strip());
            }
        }
        return Optional.empty();
    }

    /// Whether a line can be read without waiting.
    public boolean hasSaidMore() throws IOException {
        return lines.ready();
    }

    /// What the stick holds at this very moment, as if it were pulled out, taken off it by a program that shares nothing
    /// with Linux.
    public Path pulledOut(String name) throws IOException {
        var copy = folder.resolve(name + ".img");
        signal("-STOP");
        try {
            Files.copy(folder.resolve("stick.img"), copy);
        } finally {
            signal("-CONT");
        }
        var contents = Files.createDirectory(folder.resolve(name));
        for (var place : List.of("hearthkey", ".hearthkey-old", ".hearthkey-new")) {
            mtools("mcopy", folder).run("-s", "-n", "-Q", "-i", copy.toString(), "::/" + place, contents.toString());
        }
        return contents;
    }

    /// To the one process that is Linux itself: those under it do nothing without it.
    private void signal(String which) {
        Peer.of("sh", folder).run("-c", "kill " + which + " " + computer.pid()).accepts();
    }

    @Override
    public void close() {
        computer.descendants().forEach(ProcessHandle::destroyForcibly);
        computer.destroyForcibly();
        computer.onExit().join();
    }
}
