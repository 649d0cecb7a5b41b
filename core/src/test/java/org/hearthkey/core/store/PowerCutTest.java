package org.hearthkey.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.hearthkey.core.peer.JavaProgram;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.seal.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Power cuts between any two calls, with torn and reordered writes, and disks that fail in the middle.
class PowerCutTest {
    /// How often dice decide what a cut leaves, at each call.
    private static final int THROWS = 4;

    @TempDir
    Path directory;

    private Path folder;
    private Path home;

    @BeforeEach
    void makesAFolder() throws IOException {
        folder = Files.createDirectory(directory.resolve("homes"));
        home = folder.resolve("Maple.hearth");
    }

    @Test
    void opensAfterACutAtAnyCallWithAllThatWasAcknowledged() throws Exception {
        List<DiskCall> calls = Recording.of(RecordedProgram.class, folder, home);
        List<String> said = said(calls);
        assertEquals(11, said.size(), said.toString());
        Random dice = new Random(1);
        UnsureDisk disk = new UnsureDisk();
        int told = 0;
        int cuts = 0;
        for (DiskCall call : calls) {
            disk.does(call);
            told += call instanceof DiskCall.Said(String text) && !text.isBlank() ? 1 : 0;
            List<String> right = said.subList(Math.max(0, told - 1), Math.min(told + 1, said.size()));
            opens(disk, () -> false, right, told > 0);
            opens(disk, () -> true, right, told > 0);
            for (int i = 0; i < THROWS && !disk.isSure(); i++, cuts++) {
                int kept = 1 + dice.nextInt(9);
                opens(disk, () -> dice.nextInt(10) < kept, right, told > 0);
            }
        }
        assertTrue(cuts > 500, cuts + " cuts");
    }

    private static List<String> said(List<DiskCall> calls) {
        List<String> said = new ArrayList<>();
        for (DiskCall call : calls) {
            if (call instanceof DiskCall.Said(String text) && !text.isBlank()) {
                said.add(text.strip());
            }
        }
        return said;
    }

    private void opens(UnsureDisk disk, BooleanSupplier keeps, List<String> right, boolean mustBeThere)
            throws IOException, SQLException {
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        disk.cutPower(folder, keeps);
        try (Store store = Homes.open(home)) {
            String found = RecordedProgram.contents(store);
            assertTrue(right.contains(found), found + " instead of " + right);
        } catch (NoSuchFileException notYet) {
            assertTrue(!mustBeThere, "the home is gone");
        } catch (RefusedException refused) {
            fail("refused, not " + right, refused);
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("pwrite64:error=EIO:when=40", "failed: IO"),
                arguments("pwrite64:error=EIO:when=40+", "failed: IO"),
                arguments("pwrite64:error=ENOSPC:when=55+", "failed: DISK_FULL"),
                arguments("fsync:error=EIO:when=9", "failed: IO"),
                arguments("fsync:error=EIO:when=12+", "failed: IO"),
                arguments("pread64:error=EIO:when=8+", "failed: IO"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailingDiskLosesNothingAcknowledged(String failure, String told) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-f", "-qq", "-o", "/dev/null", "-P", home.toString()));
        arguments.addAll(List.of("-P", home + "-journal", "-e", "inject=" + failure));
        arguments.addAll(JavaProgram.command(RecordedProgram.class, home.toString()));
        List<String> lines = Peer.strace(directory)
                .run(arguments.toArray(String[]::new))
                .accepts()
                .text()
                .lines()
                .toList();
        assertEquals(told, lines.getLast(), lines.toString());
        String acknowledged = lines.get(lines.size() - 2);
        try (Store store = Homes.open(home)) {
            String found = RecordedProgram.contents(store);
            long commit = Long.parseLong(acknowledged.split(" ", 2)[0]);
            assertTrue(
                    found.equals(acknowledged) || store.head().commit() == commit + 1,
                    found + " instead of " + acknowledged);
        }
    }
}
