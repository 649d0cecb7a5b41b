package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.core.ceremony.AirFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CeremonyCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void aHome() {
        shell = Shell.withHome(folder);
    }

    @Test
    void everyScriptOfOursIsListedAndShownAndCanBeTakenAway() throws IOException {
        var listed = shell.bare("ceremony", "list", "--json").exits(0).json();
        assertEquals(
                ShippedScripts.NAMES,
                listed.valueStream().map(one -> one.get("name").stringValue()).toList());
        var out = shell.path("mine.txt");
        for (var name : ShippedScripts.NAMES) {
            shell.bare("ceremony", "show", name, "--out", out.toString(), "--replace")
                    .exits(0);
            assertEquals(ShippedScripts.script(name).text(), Files.readString(out));
            var shown = shell.bare("ceremony", "show", out.toString()).exits(0);
            assertEquals(ShippedScripts.script(name).text(), shown.out());
        }
    }

    @Test
    void aScriptThatIsNotToTheLetterIsRefusedWithItsLine() {
        var script = ShippedScripts.script("drill").text().replace("Act: drill", "Act: dril");
        var refused = shell.bare(
                        "ceremony",
                        "show",
                        shell.file("mine.txt", script.getBytes(UTF_8)).toString())
                .exits(1);
        assertTrue(refused.err().contains("Line 22: There is no such act."), refused::toString);
        shell.bare("ceremony", "show", shell.path("none.txt").toString()).exits(5);
    }

    @Test
    void theAirIsCheckedAndNobodyIsKeptFromGoingOn() {
        var quiet = shell.run("ceremony", "air").exits(0);
        assertTrue(quiet.out().startsWith("Nothing was found"), quiet::toString);
        assertTrue(quiet.out().contains("It sees no cameras"), quiet::toString);
        shell.air(new AirFacts(List.of("wlan0"), List.of(), Optional.of(List.of("obs"))));
        shell.later(Shell.TODAY.minus(Duration.ofDays(1)));
        var loud = shell.run("ceremony", "air", "--json").exits(0).json();
        assertEquals(
                List.of("network", "screen", "clock-behind"),
                loud.get("findings")
                        .valueStream()
                        .map(finding -> finding.get("code"))
                        .map(JsonNode::stringValue)
                        .toList());
    }
}
