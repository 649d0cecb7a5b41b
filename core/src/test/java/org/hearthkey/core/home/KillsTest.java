package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.JavaProgram;
import org.hearthkey.core.seal.RefusedException;
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

    @Test
    void aKilledRenewalLeavesTheHomeUnderItsOldKeyOrItsNew() throws IOException {
        var file = folder.resolve("Maple.hearth");
        var random = new Random(20_261_123);
        int draws = 0;
        for (int kill = 0; kill <= KILLS; kill++) {
            Files.deleteIfExists(file);
            new TestHomes().create(file).close();
            try (var busy = JavaProgram.start(BusyHome.class, "renew", file.toString())) {
                // The first is left to end, to know how long it is.
                var said = busy.said(kill == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(draws));
                draws = kill == 0 ? said.size() : draws;
                busy.kill();
                said.addAll(busy.said(Integer.MAX_VALUE));
                var kept = lastAct(file);
                assertTrue(Set.of("vault.key", "crl.sign").contains(kept), kept);
                if (said.contains("ACK renewed-1")) {
                    assertEquals("vault.key", kept);
                }
            }
        }
        assertTrue(draws > 50, draws + " draws");
    }

    /// Killed between its steps and inside them, taken up again each time: at the end everything was done once.
    @Test
    void aCeremonyThatIsKilledAgainAndAgainDoesNothingTwice() throws IOException {
        var file = folder.resolve("Maple.hearth");
        new TestHomes().create(file).close();
        var random = new Random(20_261_124);
        var acknowledged = new HashSet<String>();
        for (int kill = 0; !acknowledged.contains("ended-1"); kill++) {
            try (var busy = JavaProgram.start(BusyCeremony.class, file.toString())) {
                acknowledge(acknowledged, busy.said(kill < 2 * KILLS ? 10 + random.nextInt(250) : Integer.MAX_VALUE));
                busy.kill();
                acknowledge(acknowledged, busy.said(Integer.MAX_VALUE));
            }
            everyStepIsBehindOnce(file, acknowledged);
        }
        try (var home = new TestHomes().open(file)) {
            assertEquals(1, home.ceremonies().transcripts().size());
            assertEquals(List.of(1, 2, 3, 4), steps(home));
        }
    }

    private static void everyStepIsBehindOnce(Path file, Set<String> acknowledged) throws IOException {
        try (var home = new TestHomes().open(file)) {
            assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
            var steps = steps(home);
            assertEquals(steps, IntStream.rangeClosed(1, steps.size()).boxed().toList());
            for (var said : acknowledged) {
                assertTrue(
                        said.equals("ended-1") || steps.contains(Integer.valueOf(said.substring("step-".length()))),
                        said + " is lost");
            }
            assertEquals(
                    steps.contains(2), home.issuers().zone(BusyCeremony.GARDEN).isPresent());
            assertEquals(steps.contains(2) ? 3 : 2, count(home, "zone.create"));
            // The root signed its first list when the home was made.
            var roots = new ArrayList<Object>();
            home.journal().each("crl.sign", entry -> roots.add(entry.facts().get("issuer")));
            assertEquals(
                    steps.contains(3) ? 2 : 1,
                    roots.stream().filter("root"::equals).count());
        }
    }

    private static List<Integer> steps(Home home) {
        var steps = new ArrayList<Integer>();
        home.journal().each("ceremony.step", entry -> {
            if (entry.facts().get("number") instanceof Long number) {
                steps.add(Math.toIntExact(number));
            }
        });
        return steps;
    }

    private static long count(Home home, String act) {
        var entries = new ArrayList<Long>();
        home.journal().each(act, entry -> entries.add(entry.number()));
        return entries.size();
    }

    private static String lastAct(Path file) throws IOException {
        try (var home = new TestHomes().open(file);
                var root = TestHomes.rootPassphrase()) {
            assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
            var last = home.journal().newest(Long.MAX_VALUE, 1).getFirst().act();
            home.addZone(new ZoneName("garden"), RootSecret.of(root));
            return last;
        } catch (RefusedException refused) {
            throw new IOException(refused);
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
