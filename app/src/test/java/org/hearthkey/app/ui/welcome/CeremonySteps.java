package org.hearthkey.app.ui.welcome;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.ui.recovery.ActDue;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Done;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.Setting;

/// Ceremonies that have come to the act that opens their home.
public final class CeremonySteps {
    private static final Instant NOW = Instant.parse("2026-11-22T08:12:00Z");

    private CeremonySteps() {}

    /// The shipped ceremony whose first act this is.
    public static ActDue upTo(Act act) {
        var script =
                ShippedScripts.script(act == Act.CREATE_HOME ? ShippedScripts.CREATE_HOME : ShippedScripts.RECOVER);
        var ceremony = Ceremony.of(
                script,
                new Setting(
                        NOW,
                        List.of(),
                        new Setting.Program("1.2.3", Map.of(), "25", "Linux"),
                        "a test",
                        List.of(new Setting.Person("Keeper", "Ann Sample")),
                        List.of(),
                        List.of()));
        for (var step : script.steps()) {
            if (step.act().isPresent()) {
                return new ActDue(ceremony, done(step));
            }
            ceremony = ceremony.with(done(step));
        }
        throw new IllegalArgumentException(script.title());
    }

    private static Done done(Script.Step step) {
        return new Done(
                step.number(),
                NOW,
                NOW,
                Done.Result.DONE,
                "AS",
                step.write().stream().map(_ -> "In the kitchen").toList(),
                "");
    }
}
