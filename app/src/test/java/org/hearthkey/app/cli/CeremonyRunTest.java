package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.print.ArchiveCheck;
import org.hearthkey.core.ceremony.AirFacts;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ceremonies from their first step to their transcript, with answers from a file.
class CeremonyRunTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void aComputer() {
        shell = new Shell(folder);
    }

    private String path(String name) {
        return shell.path(name).toString();
    }

    /// Answers to everything that a script asks of people, and these.
    private String answers(String script, String... more) {
        var lines = new java.util.ArrayList<>(
                List.of("# written beforehand", "ready = yes", "air = go on", "initials = AB"));
        lines.add("role.Keeper = Ann");
        lines.add("role.Witness = Bo");
        for (var step : ShippedScripts.script(script).steps()) {
            IntStream.rangeClosed(1, step.write().size())
                    .forEach(i -> lines.add("step." + step.number() + ".write." + i + " = noted " + i));
        }
        lines.addAll(List.of(more));
        return shell.file("answers.txt", String.join("\n", lines) + "\n").toString();
    }

    private Shell.Answer hold(String script, String... more) {
        return shell.root(
                "ceremony", "run", script, "--answers", answers(script, more), "--out", path("out"), "--json");
    }

    private Shell.Answer create() {
        return hold(
                "create-home",
                "unrehearsed = go on",
                "home.name = Maple Street",
                "sheets.files = " + path("out/sheets.pdf"));
    }

    private List<String> acts() {
        return shell.run("journal", "list", "--json")
                .exits(0)
                .json()
                .valueStream()
                .map(entry -> entry.get("act").stringValue())
                .toList();
    }

    @Test
    void aHomeIsMadeInACeremonyAndItsRootSignsTheTranscript() throws IOException {
        var held = create().exits(0).json();
        assertEquals("Maple Street", held.get("home").stringValue());
        assertEquals(
                List.of("air clock-uncompared", "no rehearsal"),
                held.get("overruled")
                        .valueStream()
                        .map(one -> one.stringValue())
                        .toList());
        var openssl = Peer.of("openssl", shell.path("out"));
        openssl.run(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        "ceremony-1.p7s",
                        "-content",
                        "ceremony-1.json",
                        "-CAfile",
                        "ceremony-1-root.pem",
                        "-purpose",
                        "any",
                        "-out",
                        "verified")
                .accepts();
        openssl.run("dgst", "-sha256", "ceremony-1.json")
                .accepts()
                .says(held.get("transcript").stringValue());
        ArchiveCheck.archived(Files.readAllBytes(shell.path("out/ceremony-1.pdf")));
        var text = Peer.of("pdftotext", shell.path("out"))
                .run("-layout", "ceremony-1.pdf", "-")
                .accepts();
        text.says("Transcript: Make a home and its root")
                .says("Ann")
                .says("noted 3")
                .says("without a rehearsal");
        assertFalse(text.text().contains("REHEARSAL"), text.text());
        var journal = acts();
        assertEquals("ceremony.end", journal.getFirst());
        assertEquals(1, journal.stream().filter("recovery.issue"::equals).count());
        var made = shell.run("journal", "list", "--json")
                .json()
                .valueStream()
                .filter(entry -> entry.get("act").stringValue().equals("home.create"))
                .findFirst()
                .orElseThrow();
        assertEquals("overruled", made.get("facts").get("rehearsed").stringValue());
        create().exits(5);
    }

    @Test
    void whatBreaksOffIsTakenUpAgainAndNothingIsDoneTwice() {
        shell = Shell.withHome(folder);
        var missing = hold("add-zone", "zone.name = lighting").exits(1);
        assertTrue(missing.err().contains("lighting"), missing::toString);
        assertEquals(0, acts().stream().filter("zone.create"::equals).count() - 3);
        var other = hold("lifeline").exits(1);
        assertTrue(other.err().contains("Add a zone"), other::toString);
        shell.air(new AirFacts(List.of("eth0"), List.of(), Optional.empty()));
        var broken = hold("add-zone", "zone.name = garden").exits(0).json();
        assertEquals(4, broken.get("steps").intValue());
        assertEquals(1, acts().stream().filter("ceremony.begin"::equals).count());
        assertEquals(1, acts().stream().filter("ceremony.resume"::equals).count());
        assertEquals(4, acts().stream().filter("zone.create"::equals).count());
        shell.run("zone", "show", "garden").exits(0);
        shell.run("ceremony", "transcript", "--out", path("again"), "--json").exits(0);
        assertEquals(
                broken.get("transcript"),
                shell.run("ceremony", "transcript", "1", "--out", path("once-more"), "--json")
                        .exits(0)
                        .json()
                        .get("transcript"));
        shell.run("ceremony", "stop", "--because", "nothing").exits(1);
    }

    @Test
    void theListsOfEveryIssuerAreSignedInOneCeremony() {
        shell = Shell.withHome(folder);
        hold("lifeline", "lifeline.months = 18", "step.4.leave-out = the hub is away")
                .exits(0);
        var signed = shell.run("journal", "list", "--json")
                .exits(0)
                .json()
                .valueStream()
                .filter(entry -> entry.get("act").stringValue().equals("crl.sign"))
                .limit(5)
                .map(entry -> entry.get("facts").get("issuer").stringValue())
                .sorted()
                .toList();
        assertEquals(List.of("climate", "lighting", "root", "security", "services"), signed);
        var text = Peer.of("pdftotext", shell.path("out"))
                .run("-layout", "ceremony-1.pdf", "-")
                .accepts();
        text.says("the hub is away").says("step 4");
    }

    @Test
    void aNewRootIsMadeInItsCeremony() {
        shell = Shell.withHome(folder);
        hold("roll-over").exits(0);
        shell.run("rollover", "show").exits(0);
        assertEquals("ceremony.end", acts().getFirst());
        hold("roll-over").exits(1);
        shell.run("ceremony", "stop", "--because", "there is one already").exits(0);
    }

    @Test
    void sheetsAreMadeProvenAndPutToUseByTheirCeremonies() throws IOException {
        shell = Shell.withHome(folder);
        hold("recovery-sheets", "sheets.files = " + path("out/sheets.pdf")).exits(0);
        hold("drill", "sheets.files = " + path("out/sheets.pdf")).exits(0);
        shell.secretFile("passphrase", "nobody has lost these words yet");
        shell.secretFile("root-passphrase", "nor has anybody lost the root words");
        shell.run("home", "show").exits(3);
        hold("recover", "sheets.files = " + path("out/sheets.pdf")).exits(0);
        shell.run("home", "show").exits(0);
        assertTrue(Files.exists(shell.path("out/ceremony-3.pdf")));
    }

    @Test
    void aRehearsalLeavesNothingButItsMarkedFilesAndIsRemembered() {
        var rehearsed = shell.root(
                        "ceremony",
                        "rehearse",
                        "--answers",
                        answers("rehearsal", "home.name = Practice", "sheets.files = " + path("practice/sheets.pdf")),
                        "--out",
                        path("practice"),
                        "--json")
                .exits(0);
        assertTrue(rehearsed.json().get("rehearsal").booleanValue());
        assertEquals("rehearse", rehearsed.json().get("homeId").stringValue());
        assertTrue(rehearsed.err().contains("=== REHEARSAL"), rehearsed::toString);
        assertFalse(Files.exists(shell.home()));
        for (var paper : List.of("sheets.pdf", "ceremony-1.pdf")) {
            var pages = Peer.of("pdftotext", shell.path("practice"))
                    .run(paper, "-")
                    .accepts()
                    .text();
            int count = pages.split("\f", -1).length - 1;
            assertTrue(count > 0, paper);
            assertEquals(count, pages.split("REHEARSAL – NOT REAL", -1).length - 1, paper);
        }
        var real = create().exits(0).json();
        assertEquals(
                List.of("air clock-uncompared"),
                real.get("overruled")
                        .valueStream()
                        .map(one -> one.stringValue())
                        .toList());
    }

    @Test
    void everyScriptOfOursCanBeRehearsed() {
        for (var name : List.of("lifeline", "add-zone", "recovery-sheets")) {
            shell.root(
                            "ceremony",
                            "rehearse",
                            name,
                            "--answers",
                            answers(name, "zone.name = garden", "sheets.files = " + path(name + "/sheets.pdf")),
                            "--out",
                            path(name))
                    .exits(0);
        }
    }

    @Test
    void nothingIsBegunWithoutAnAnswerOrAgainstAdvice() throws IOException {
        answers("create-home");
        Files.writeString(shell.path("answers.txt"), "ready = yes\n");
        var file = path("answers.txt");
        var missing =
                shell.root("ceremony", "run", "create-home", "--answers", file).exits(2);
        assertTrue(missing.err().contains("role.Keeper"), missing::toString);
        Files.writeString(shell.path("answers.txt"), "ready yes\n");
        shell.root("ceremony", "run", "create-home", "--answers", file).exits(2);
        Files.writeString(
                shell.path("answers.txt"), "ready = yes\nrole.Keeper = A\nrole.Witness = B\nair = better not\n");
        shell.root("ceremony", "run", "create-home", "--answers", file).exits(1);
        assertFalse(Files.exists(shell.home()));
    }
}
