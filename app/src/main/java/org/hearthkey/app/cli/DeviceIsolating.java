package org.hearthkey.app.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.app.text.FailureWords;
import org.hearthkey.app.text.ProbeWords;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.Isolation.Step;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.transport.HubAddress;

/// Cuts a compromised device off now, and says of each step what became of it.
final class DeviceIsolating {
    private final Session session;

    DeviceIsolating(Session session) {
        this.session = session;
    }

    int isolate(DeviceName name) throws StoppedException, IOException {
        try (var home = session.open()) {
            var device = session.device(home, name);
            if (device.certified().isEmpty()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("isolate.no-certificate", name.text()));
            }
            var probes = ProbeWords.in(session.words().locale());
            var steps = home.isolation().isolate(device, hub -> hand(home, hub), step -> {
                if (!session.answers().areForScripts()) {
                    session.answers().line(probes.sentence(step));
                }
            });
            var exit = exit(steps);
            session.answers()
                    .give(
                            () -> document(name, steps),
                            () -> exit == Exit.DONE
                                    ? Stream.of()
                                    : Stream.of(session.words().text("isolate.not-proven", name.text())));
            return exit.code();
        }
    }

    private Step hand(Home home, Hub hub) {
        if (hub.address() instanceof HubAddress.Mqtts) {
            return new Step.NotHanded(session.now(), hub.name(), session.words().text("isolate.by-hand"));
        }
        try {
            var state = home.hubDeliveries().deliver(hub, DeliveryProgress.NONE).state();
            return new Step.Handed(session.now(), hub.name(), state);
        } catch (IOException failed) {
            return notHanded(session.now(), hub, failed);
        }
    }

    private Step notHanded(Instant now, Hub hub, IOException failed) {
        var why = FailureWords.in(session.words().locale()).explain(failed).happened();
        return new Step.NotHanded(now, hub.name(), why.endsWith(".") ? why.substring(0, why.length() - 1) : why);
    }

    /// Success is only what was seen: at least one listener tried, none of which lets it in, and no session left.
    private static Exit exit(List<Step> steps) {
        var tried = new ArrayList<Outcome>();
        boolean connected = false;
        for (var step : steps) {
            switch (step) {
                case Step.Tried(var result) -> tried.add(result.outcome());
                case Step.StillConnected _, Step.NotCutOff _ -> connected = true;
                case Step.Revoked _, Step.Handed _, Step.NotHanded _, Step.CutOff _ -> {}
            }
        }
        boolean refused = !tried.isEmpty() && tried.stream().allMatch(outcome -> outcome == Outcome.ENFORCED);
        return refused && !connected ? Exit.DONE : Exit.NOT_ENFORCED;
    }

    private static Map<String, Object> document(DeviceName name, List<Step> steps) {
        var document = new LinkedHashMap<String, Object>();
        document.put("device", name.text());
        document.put("steps", steps.stream().map(DeviceIsolating::document).toList());
        return document;
    }

    private static Map<String, Object> document(Step step) {
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
            case Step.NotHanded(var _, var hub, var why) -> {
                document.put("step", "not-handed");
                document.put("hub", hub.text());
                document.put("why", why);
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
