package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.peer.JavaProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Approving, revoking and signing in a process that is killed again and again, without warning.
class KillsTest {
    /// `-Dhearthkey.kills=500` for the long run.
    private static final int KILLS = Integer.getInteger("hearthkey.kills", 6);

    @TempDir
    private Path folder;

    @Test
    void nothingAcknowledgedIsLostAndTheHomeAlwaysOpens() throws IOException {
        var file = folder.resolve("Maple.hearth");
        new TestHomes().create(file).close();
        var random = new Random(20_261_122);
        var acknowledged = new HashSet<String>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (var busy = JavaProgram.start(BusyHome.class, "write", file.toString())) {
                acknowledge(acknowledged, busy.said(1 + random.nextInt(60)));
                busy.kill();
                acknowledge(acknowledged, busy.said(Integer.MAX_VALUE));
            }
            var kept = new HashSet<>(BusyHome.tell(file));
            var lost = new HashSet<>(acknowledged);
            lost.removeAll(kept);
            assertTrue(lost.isEmpty(), "kill " + kill + " lost " + lost);
        }
        assertTrue(acknowledged.stream().anyMatch(id -> id.startsWith("revoked-")), "no revocation was tried");
        assertTrue(acknowledged.stream().anyMatch(id -> id.startsWith("list-")), "no list was tried");
        try (var home = new TestHomes().open(file)) {
            assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
            assertEquals("Maple House", home.facts().name().text());
        }
    }

    private static void acknowledge(Set<String> acknowledged, List<String> lines) {
        // The kill may have cut the last line short.
        lines.stream()
                .filter(line -> line.matches("ACK [a-z]+-d?[0-9]+"))
                .map(line -> line.substring("ACK ".length()))
                .forEach(acknowledged::add);
    }
}
