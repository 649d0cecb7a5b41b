package org.hearthkey.core.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A disk of its own, in memory, that can be filled and made read-only. Only Linux's root may have one; tests that need
/// it are skipped for others.
public final class SmallDisk implements AutoCloseable {
    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    public static SmallDisk ofKib(int size) throws IOException {
        Path path = Files.createTempDirectory("hearthkey-disk");
        int mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size + "k", "hearthkey", path.toString());
        if (mounted != 0) {
            Files.delete(path);
        }
        assumeTrue(mounted == 0, "mounting takes root on Linux");
        return new SmallDisk(path);
    }

    public Path path() {
        return path;
    }

    public void growToKib(int size) throws IOException {
        remount("size=" + size + "k");
    }

    public void makeReadOnly() throws IOException {
        remount("ro");
    }

    /// Makes one file read-only, and nothing else.
    public void makeReadOnly(Path file) {
        makeAMountOf(file);
        assertEquals(0, run("mount", "-o", "remount,bind,ro", file.toString()));
    }

    /// Makes everything but one file read-only.
    public void makeReadOnlyBut(Path file) {
        makeAMountOf(file);
        assertEquals(0, run("mount", "-o", "remount,bind,ro", path.toString()));
    }

    private static void makeAMountOf(Path file) {
        assertEquals(0, run("mount", "--bind", file.toString(), file.toString()));
    }

    private void remount(String option) throws IOException {
        assertEquals(0, run("mount", "-o", "remount," + option, path.toString()));
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
        } catch (IOException noSuchProgram) {
            return 127;
        }
    }

    @Override
    public void close() throws IOException {
        assertEquals(0, run("umount", "--recursive", path.toString()), "a file on the disk is still open");
        Files.delete(path);
    }
}
