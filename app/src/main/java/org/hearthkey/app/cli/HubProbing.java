package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.text.ProbeWords;
import org.hearthkey.core.deliver.HubState;
import org.hearthkey.core.deliver.Listener;
import org.hearthkey.core.deliver.ProbeResult;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.secret.SecretBytes;

/// Says where hubs let devices in, and tries whether they turn away who is revoked.
final class HubProbing {
    private final Session session;

    HubProbing(Session session) {
        this.session = session;
    }

    int listen(HubName name, ZoneName zone, ListenerAddress address, Optional<Path> secretFile)
            throws StoppedException, IOException {
        boolean radius = address.kind() == ListenerAddress.Kind.EAP_TLS;
        if (secretFile.isPresent() && !radius) {
            throw new StoppedException(Exit.MISUSED, session.words().text("probe.radius-only"));
        }
        try (var home = session.openToChange()) {
            session.hub(home, name);
            session.zone(home, zone);
            if (home.probing().find(name, zone, address).isPresent()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("probe.listener.taken", address));
            }
            var listener = radius
                    ? addWithSecret(home, name, zone, address, secretFile)
                    : home.probing().add(name, zone, address);
            tell(listener, "probe.listener.added");
        }
        return Exit.DONE.code();
    }

    private Listener addWithSecret(
            Home home, HubName name, ZoneName zone, ListenerAddress address, Optional<Path> secretFile)
            throws StoppedException, IOException {
        try (var typed = session.secrets().radius(address, secretFile);
                var shared = typed.use(bytes -> SecretBytes.owning(bytes.clone()))) {
            return home.probing().add(name, zone, address, shared);
        }
    }

    int unlisten(HubName name, ZoneName zone, ListenerAddress address) throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var listener = home.probing()
                    .find(name, zone, address)
                    .orElseThrow(() -> new StoppedException(
                            Exit.REFUSED, session.words().text("probe.listener.unknown", name, address)));
            home.probing().remove(listener);
            tell(listener, "probe.listener.removed");
        }
        return Exit.DONE.code();
    }

    private void tell(Listener listener, String key) {
        session.answers()
                .give(
                        () -> document(listener),
                        () -> Stream.of(session.words()
                                .text(key, listener.hub(), listener.zone().display(), listener.address())));
    }

    int admin(HubName name, ListenerAddress address, String user, Optional<Path> passwordFile)
            throws StoppedException, IOException {
        if (address.kind() != ListenerAddress.Kind.MQTT) {
            throw new StoppedException(Exit.MISUSED, session.words().text("probe.admin.mqtt-only"));
        }
        try (var home = session.openToChange()) {
            session.hub(home, name);
            try (var typed = session.secrets().hub(name, passwordFile);
                    var password = typed.use(bytes -> SecretBytes.owning(bytes.clone()))) {
                home.isolation().keepAdmin(name, address, user, password);
            }
            session.answers()
                    .give(
                            () -> Map.of("hub", name.text(), "broker", address.text(), "user", user),
                            () -> Stream.of(session.words().text("probe.admin.kept", name, address)));
        }
        return Exit.DONE.code();
    }

    int forgetAdmin(HubName name) throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            session.hub(home, name);
            home.isolation().forgetAdmin(name);
            session.answers()
                    .give(
                            () -> Map.of("forgotten", name.text()),
                            () -> Stream.of(session.words().text("probe.admin.forgotten", name)));
        }
        return Exit.DONE.code();
    }

    int probe(HubName name) throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var hub = session.hub(home, name);
            var listeners = home.probing().listeners(name);
            if (listeners.isEmpty()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("probe.listener.none", name));
            }
            var results = new ArrayList<ProbeResult>();
            for (var listener : listeners) {
                results.add(probe(home, listener));
            }
            var state = home.hubStates().of(hub);
            tell(state, results);
            return exit(results).code();
        }
    }

    private ProbeResult probe(Home home, Listener listener) throws StoppedException {
        try (var ready = home.probing()
                .ready(listener)
                .orElseThrow(() -> new StoppedException(
                        Exit.REFUSED,
                        session.words()
                                .text("probe.canary.none", listener.zone().display())))) {
            return home.probing().keep(ready.run());
        }
    }

    /// Where nothing answers, the network failed; where something answers wrongly, the hub does not enforce.
    private static Exit exit(List<ProbeResult> results) {
        var outcomes = results.stream().map(ProbeResult::outcome).toList();
        if (outcomes.contains(Outcome.NOT_ENFORCED) || outcomes.contains(Outcome.LOCKED_OUT)) {
            return Exit.NOT_ENFORCED;
        }
        return outcomes.contains(Outcome.UNPROVEN) ? Exit.FAILED : Exit.DONE;
    }

    private void tell(HubState state, List<ProbeResult> results) {
        var probes = ProbeWords.in(session.words().locale());
        session.answers()
                .give(
                        () -> {
                            var document = new LinkedHashMap<String, Object>();
                            document.put("hub", state.hub().text());
                            document.put("state", state.state().code());
                            document.put(
                                    "listeners",
                                    results.stream().map(HubProbing::document).toList());
                            return document;
                        },
                        () -> results.stream()
                                .map(result -> probes.explain(result).toString()));
    }

    private static Map<String, Object> document(Listener listener) {
        var document = new LinkedHashMap<String, Object>();
        document.put("hub", listener.hub().text());
        document.put("zone", listener.zone().text());
        document.put("listener", listener.address().text());
        return document;
    }

    /// As scripts read what became of trying a listener.
    static Map<String, Object> document(ProbeResult result) {
        var document = document(result.listener());
        document.put("at", result.at().toString());
        document.put("crlNumber", result.list());
        document.put("outcome", result.outcome().code());
        document.put("canary", result.canary().code());
        document.put("canarySerial", result.canarySerial().hex());
        document.put("control", result.control().code());
        document.put("controlSerial", result.controlSerial().hex());
        return document;
    }
}
