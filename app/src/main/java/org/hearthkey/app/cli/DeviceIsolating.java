package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.app.text.FailureWords;
import org.hearthkey.app.text.ProbeWords;
import org.hearthkey.core.deliver.Isolation;
import org.hearthkey.core.deliver.Isolation.Step;
import org.hearthkey.core.deliver.Turns;
import org.hearthkey.core.name.DeviceName;

/// Cuts a compromised device off now, and says of each step what became of it.
final class DeviceIsolating {
    private final Session session;

    DeviceIsolating(Session session) {
        this.session = session;
    }

    int isolate(DeviceName name) throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var device = session.device(home, name);
            if (device.certified().isEmpty()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("isolate.no-certificate", name.text()));
            }
            var probes = ProbeWords.in(session.words().locale());
            var steps = home.isolation()
                    .isolate(
                            device,
                            step -> {
                                if (!session.answers().areForScripts()) {
                                    session.answers().line(probes.sentence(step));
                                }
                            },
                            Turns.ON_THE_SPOT);
            var exit = Isolation.isProven(steps) ? Exit.DONE : Exit.NOT_ENFORCED;
            session.answers()
                    .give(
                            () -> document(name, steps),
                            () -> exit == Exit.DONE
                                    ? Stream.of()
                                    : Stream.of(session.words().text("isolate.not-proven", name.text())));
            return exit.code();
        }
    }

    private Map<String, Object> document(DeviceName name, List<Step> steps) {
        var document = new LinkedHashMap<String, Object>();
        document.put("device", name.text());
        document.put("steps", steps.stream().map(this::document).toList());
        return document;
    }

    private Map<String, Object> document(Step step) {
        var document = new LinkedHashMap<String, Object>();
        document.put("at", step.at().toString());
        switch (step) {
            case Step.Revoked(var _, var list) -> {
                document.put("step", "revoked");
                document.put("crlNumber", list);
            }
            case Step.Handed(var _, var hub, var state) -> {
                document.put("step", "handed");
                document.put("hub", hub.text());
                document.put("state", state.code());
            }
            case Step.NotHanded(var _, var hub, var cause) -> {
                document.put("step", "not-handed");
                document.put("hub", hub.text());
                document.put("why", FailureWords.in(session.words().locale()).briefly(cause));
            }
            case Step.CutOff(var _, var hub, var seen) -> {
                document.put("step", "cut-off");
                document.put("hub", hub.text());
                seen.ifPresent(took -> document.put("milliseconds", took.toMillis()));
            }
            case Step.StillConnected(var _, var hub) -> {
                document.put("step", "still-connected");
                document.put("hub", hub.text());
            }
            case Step.NotCutOff(var _, var hub, var trouble) -> {
                document.put("step", "not-cut-off");
                document.put("hub", hub.text());
                document.put("why", trouble.code());
            }
            case Step.Tried(var result) -> {
                document.put("step", "tried");
                document.putAll(HubProbing.document(result));
            }
        }
        return document;
    }
}
