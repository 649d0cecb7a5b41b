package org.hearthkey.core.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Done;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.ScriptException;
import org.hearthkey.core.ceremony.Setting;
import org.hearthkey.core.ceremony.Transcript;
import org.hearthkey.core.certificate.DetachedCms;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.seal.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ceremony with a real home: what is kept, what is signed, and what is left when it breaks off.
class CeremoniesTest {
    private static final ZoneName GARDEN = new ZoneName("garden");
    static final String SCRIPT = """
        Hearthkey ceremony 1
        Title: Garden
        Purpose: A zone for the garden.
        Ready: Paper
        Role: Keeper - types

        Step 1: Look around
        Do: Look around.
        Write: Place

        Step 2: Add the zone
        Do: Add it.
        Act: add-zone

        Step 3: Print
        Do: Print sheets.
        Act: make-sheets

        Step 4: Fold
        Do: Fold them.

        Step 5: Read back
        Do: Read them back.
        Act: read-back
        """;

    @TempDir
    private Path folder;

    private final TestHomes computer = new TestHomes();
    private Path file = Path.of("");

    @BeforeEach
    void aHome() throws IOException {
        file = folder.resolve("Maple.hearth");
        computer.create(file).close();
    }

    static Script script() {
        try {
            return Script.read(SCRIPT.getBytes(UTF_8));
        } catch (ScriptException mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    static Setting setting(Instant begun) {
        return new Setting(
                begun,
                List.of(),
                new Setting.Program("1.2.3", Map.of("core.jar", "ab"), "25", "Linux"),
                "seeded",
                List.of(new Setting.Person("Keeper", "Ann Øster")),
                List.of("network"),
                List.of("air network"));
    }

    static Done done(int number, Instant at, String... written) {
        return new Done(number, at, at.plusSeconds(30), Done.Result.DONE, "AØ", List.of(written), "");
    }

    private Ceremony begin(Home home) {
        return home.ceremonies().begin(Ceremony.of(script(), setting(computer.instant())));
    }

    private Ceremony step(Home home, Ceremony ceremony) {
        return home.ceremonies().keep(ceremony, () -> done(ceremony.done().size() + 1, computer.instant(), "Kitchen"));
    }

    private static List<String> newest(Home home, int limit) {
        return home.journal().newest(Long.MAX_VALUE, limit).stream()
                .map(JournalEntry::act)
                .toList();
    }

    @Test
    void whatIsBehindIsBehindWhenTheHomeIsOpenedAgain() throws IOException {
        Ceremony kept;
        try (var home = computer.open(file)) {
            kept = step(home, begin(home));
            assertEquals(List.of("ceremony.step", "ceremony.begin"), newest(home, 2));
            assertThrows(IllegalStateException.class, () -> begin(home));
        }
        try (var home = computer.open(file)) {
            assertEquals(Optional.of(kept), home.ceremonies().open());
            computer.pass(Duration.ofMinutes(5));
            var resumed = home.ceremonies().resume();
            assertEquals(2, resumed.next().orElseThrow().number());
            assertEquals(List.of(computer.instant()), resumed.setting().resumed());
            assertEquals(Optional.of(resumed), home.ceremonies().open());
        }
    }

    private static void addGarden(Home home) throws IOException {
        try (var root = TestHomes.rootPassphrase()) {
            home.addZone(GARDEN, RootSecret.of(root));
        } catch (RefusedException refused) {
            throw new IOException(refused);
        }
    }

    @Test
    void anActAndItsStepAreKeptTogetherOrNotAtAll() throws IOException {
        try (var home = computer.open(file)) {
            var first = step(home, begin(home));
            var size = home.journal().size();
            assertThrows(
                    IllegalStateException.class,
                    () -> home.ceremonies().keep(first, () -> {
                        addGarden(home);
                        throw new IllegalStateException("killed");
                    }));
            assertEquals(size, home.journal().size());
            assertTrue(home.issuers().zone(GARDEN).isEmpty());
            assertEquals(Optional.of(first), home.ceremonies().open());
            var second = home.ceremonies().keep(first, () -> {
                addGarden(home);
                return done(2, computer.instant());
            });
            assertEquals(Optional.of(second), home.ceremonies().open());
            assertFalse(home.issuers().zone(GARDEN).isEmpty());
        }
    }

    @Test
    void itsFirstStepsAreKeptWithTheActThatOpensTheHome() throws IOException {
        try (var home = computer.open(file)) {
            var size = home.journal().size();
            var first = Ceremony.of(script(), setting(computer.instant())).with(done(1, computer.instant(), "Kitchen"));
            assertThrows(
                    IllegalStateException.class,
                    () -> home.ceremonies().keep(first, () -> {
                        throw new IllegalStateException("killed");
                    }));
            assertEquals(size, home.journal().size());
            assertEquals(Optional.empty(), home.ceremonies().open());
            var second = home.ceremonies().keep(first, () -> done(2, computer.instant()));
            assertEquals(Optional.of(second), home.ceremonies().open());
            assertEquals(2, second.done().size());
            assertThrows(
                    IllegalStateException.class,
                    () -> home.ceremonies().keep(first, () -> done(2, computer.instant())));
        }
    }

    @Test
    void sheetsThatWereNotReadBackAreMadeAgain() throws IOException {
        try (var home = computer.open(file)) {
            var broken = step(home, step(home, step(home, step(home, begin(home)))));
            assertEquals(5, broken.next().orElseThrow().number());
            assertEquals(3, home.ceremonies().resume().next().orElseThrow().number());
        }
        try (var home = computer.open(file)) {
            var open = home.ceremonies().open().orElseThrow();
            var all = step(home, step(home, step(home, open)));
            assertTrue(all.next().isEmpty());
            assertTrue(home.ceremonies().resume().next().isEmpty());
        }
    }

    private Transcript held(Home home) throws IOException, RefusedException {
        var ceremony = begin(home);
        while (ceremony.next().isPresent()) {
            ceremony = step(home, ceremony);
        }
        try (var root = TestHomes.rootPassphrase()) {
            return home.ceremonies().end(ceremony, RootSecret.of(root));
        }
    }

    @Test
    void theRootSignsTheTranscriptAndTheJournalHasItsHash() throws IOException, RefusedException {
        try (var home = computer.open(file)) {
            var transcript = held(home);
            var entry = home.journal().newest(Long.MAX_VALUE, 1).getFirst();
            assertEquals("ceremony.end", entry.act());
            assertEquals(
                    Fingerprint.of(transcript.document()).hex(), entry.facts().get("transcript"));
            assertEquals(Optional.empty(), home.ceremonies().open());
            var root = home.issuers().root().certificate();
            var content = transcript.content();
            assertEquals(root.fingerprint(), content.keys().getFirst().fingerprint());
            assertEquals(List.of("air network"), content.overruled());
            assertEquals(List.of("Kitchen"), content.steps().getFirst().done().written());
            Files.write(folder.resolve("t.json"), transcript.document());
            Files.write(folder.resolve("t.p7s"), transcript.signature());
            Files.writeString(folder.resolve("root.pem"), root.pem());
        }
        var openssl = Peer.of("openssl", folder);
        openssl.run(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        "t.p7s",
                        "-content",
                        "t.json",
                        "-CAfile",
                        "root.pem",
                        "-purpose",
                        "any",
                        "-out",
                        "out.json")
                .accepts();
        var changed = Files.readString(folder.resolve("t.json")).replace("Kitchen", "Cellar");
        Files.writeString(folder.resolve("changed.json"), changed);
        openssl.run(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        "t.p7s",
                        "-content",
                        "changed.json",
                        "-CAfile",
                        "root.pem",
                        "-purpose",
                        "any",
                        "-out",
                        "out.json")
                .refuses("verification failure");
    }

    @Test
    void aTranscriptIsKeptAsItWasSigned() throws IOException, RefusedException {
        Transcript signed;
        try (var home = computer.open(file)) {
            signed = held(home);
        }
        try (var home = computer.open(file)) {
            var kept = home.ceremonies().transcripts().getFirst();
            assertArrayEquals(signed.document(), kept.document());
            assertEquals(signed.content(), kept.content());
            var root = home.issuers().root().certificate();
            assertEquals(new DetachedCms.Signed(root), DetachedCms.verifyBy(root, kept.signature(), kept.document()));
            var other = home.issuers().services().certificate();
            assertTrue(DetachedCms.verifyBy(other, kept.signature(), kept.document()) instanceof DetachedCms.Refused);
            assertTrue(
                    DetachedCms.verifyBy(root, kept.signature(), "{}".getBytes(UTF_8)) instanceof DetachedCms.Refused);
        }
    }

    @Test
    void nothingIsSignedBeforeAllStepsAreBehindOrWithoutTheRoot() throws IOException {
        try (var home = computer.open(file);
                var root = TestHomes.rootPassphrase();
                var wrong = TestHomes.passphrase()) {
            var all = step(home, step(home, step(home, step(home, begin(home)))));
            assertThrows(IllegalStateException.class, () -> home.ceremonies().end(all, RootSecret.of(root)));
            var finished = step(home, all);
            assertThrows(RefusedException.class, () -> home.ceremonies().end(finished, RootSecret.of(wrong)));
            assertEquals(Optional.of(finished), home.ceremonies().open());
            home.ceremonies().stop(finished, "no witness");
            assertEquals(Optional.empty(), home.ceremonies().open());
            assertEquals(List.of(), home.ceremonies().transcripts());
        }
    }

    @Test
    void aHomeIsMadeWithTheCeremonyThatMakesIt() throws IOException {
        var before = computer.instant();
        var ceremony = Ceremony.of(script(), setting(before)).with(done(1, before, "Kitchen"));
        var plan = new NewHome(new HomeName("Practice"), List.of(TestHomes.LIGHTING))
                .with(Rehearsed.IS_REHEARSAL)
                .in(ceremony);
        var practice = folder.resolve("Practice.hearth");
        try (var passphrase = TestHomes.passphrase();
                var root = TestHomes.rootPassphrase();
                var home = computer.homes()
                        .create(
                                practice,
                                plan,
                                computer.homes().lockFor(passphrase),
                                new NewRoot.InFile(List.of(computer.homes().lockFor(root))),
                                _ -> {})) {
            assertEquals(HomeId.REHEARSAL, home.facts().id());
            assertEquals(
                    2,
                    home.ceremonies().open().orElseThrow().next().orElseThrow().number());
            assertTrue(home.issuers().root().certificate().subject().contains("rehearse"));
            var made = home.journal().newest(Long.MAX_VALUE, Integer.MAX_VALUE).getLast();
            assertEquals("is-rehearsal", made.facts().get("rehearsed"));
        }
    }
}
