package org.hearthkey.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hearthkey.core.peer.JavaProgram;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home that another process has open, or had when it was killed.
class TwoProgramsTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void createHome() throws Exception {
        file = directory.resolve("Maple.hearth");
        Homes.create(file).close();
    }

    @Test
    void oneHasTheHomeAndTheOtherIsTold() throws Exception {
        try (JavaProgram other = OtherProgram.start(file, 1)) {
            assertEquals(List.of("open", "d2"), other.said(2));
            RefusedException refused = assertThrows(RefusedException.class, () -> Homes.open(file));
            assertEquals(Refusal.IN_USE, refused.refusal());
        }
        try (Store store = Homes.open(file)) {
            assertEquals("lamp,d2", Homes.devices(store));
        }
    }

    @Test
    void theOtherIsToldWhileThisOneHasIt() throws Exception {
        try (Store store = Homes.open(file);
                JavaProgram other = OtherProgram.start(file, 1)) {
            assertThrows(RefusedException.class, () -> Homes.open(file));
            assertEquals(List.of("in-use"), other.said(1));
            Homes.change(store, "DELETE FROM device");
        }
    }

    @Test
    void aKillAtAnyMomentKeepsEveryAcknowledgedCommit() throws Exception {
        Random random = new Random(7);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            try (JavaProgram other = OtherProgram.start(file, Integer.MAX_VALUE)) {
                assertEquals(List.of("open"), other.said(1));
                acknowledged.addAll(other.said(5 + random.nextInt(60)));
                other.kill();
                acknowledged.addAll(other.said(Integer.MAX_VALUE));
            }
            try (Store store = Homes.open(file)) {
                List<String> kept = List.of(Homes.devices(store).split(",", -1));
                assertTrue(kept.containsAll(acknowledged), "lost of " + acknowledged.size());
                // The one that was committed when the kill came, but not yet told.
                assertFalse(kept.size() > 1 + acknowledged.size() + round + 1, "more than was written");
            }
        }
    }
}
