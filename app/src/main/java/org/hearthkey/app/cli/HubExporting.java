package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.app.text.ProbeWords;
import org.hearthkey.core.deliver.Bundle;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.HubDeliveries.ToHub;
import org.hearthkey.core.deliver.ProbeResult;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;
import org.hearthkey.core.transport.TransportException;
import org.hearthkey.core.transport.Trouble;

/// Delivers to a hub. The key of an SSH server is compared by somebody at the terminal before anything is sent to it.
final class HubExporting {
    private static final String YES = "yes";

    private final Session session;

    HubExporting(Session session) {
        this.session = session;
    }

    /// Says what delivering to a hub would do.
    int foresee(HubName name) throws StoppedException, IOException {
        try (var home = session.open()) {
            var forecast = home.forecasts().at(session.hub(home, name));
            new ForecastTelling(session).tell(List.of(forecast));
        }
        return Exit.DONE.code();
    }

    int export(HubName name) throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            var hub = session.hub(home, name);
            if (hub.address() instanceof HubAddress.Mqtts) {
                var sent = home.hubDeliveries().order(hub);
                var proven = prove(home, hub, DeliveryState.DELIVERED);
                tellOrders(hub, sent, proven);
                return proven.exit().code();
            }
            var delivered = deliver(home, hub);
            var proven = prove(home, hub, delivered.state());
            tell(hub, delivered, proven);
            return proven.exit().code();
        }
    }

    /// How far the lists have come, and what became of trying the hub's listeners.
    private record Proven(DeliveryState state, List<ProbeResult> results) {
        /// A hub that was tried ends well only where it was seen to enforce them.
        Exit exit() {
            return state == DeliveryState.UNPROVEN ? Exit.NOT_ENFORCED : Exit.DONE;
        }
    }

    /// Tries the listeners that are known, once the hub had a moment to take what it was handed.
    private static Proven prove(Home home, Hub hub, DeliveryState handed) {
        var results = home.probing().prove(hub);
        var state = home.hubStates().of(hub).state();
        boolean tried = state == DeliveryState.ENFORCED || state == DeliveryState.UNPROVEN;
        return new Proven(tried ? state : handed, results);
    }

    private ToHub deliver(Home home, Hub hub) throws StoppedException, RefusedException, IOException {
        try {
            return send(home, hub);
        } catch (TransportException refused) {
            if (refused.trouble() != Trouble.HOST_KEY_UNKNOWN) {
                throw refused;
            }
            var shown = refused.shown().orElseThrow();
            compare(hub, shown);
            return send(home, home.hubRegister().pin(hub, shown));
        }
    }

    private ToHub send(Home home, Hub hub) throws StoppedException, RefusedException, IOException {
        var deliveries = home.hubDeliveries();
        return new HitAsking(session, home)
                .deliver(bar -> deliveries.deliver(hub, bar), (root, bar) -> deliveries.deliver(hub, root, bar));
    }

    private void compare(Hub hub, HostKey shown) throws StoppedException {
        var words = session.words();
        var terminal = session.terminal()
                .orElseThrow(() -> new StoppedException(
                        Exit.REFUSED,
                        List.of(words.text("export.host-key.nobody", hub.name(), shown.openSsh())),
                        Map.of("hostKey", shown.openSsh(), "error", words.text("export.host-key.not"))));
        session.answers().remark(words.text("export.host-key.shown", hub.name(), shown.openSsh()));
        session.answers().remark(words.text("export.host-key.how"));
        var typed = terminal.ask(words.text("export.host-key.ask")).orElseGet(() -> new char[0]);
        boolean same = new String(typed).strip().equals(YES)
                || HostKey.parse(new String(typed)).filter(shown::equals).isPresent();
        Arrays.fill(typed, '\0');
        if (!same) {
            throw new StoppedException(Exit.REFUSED, words.text("export.host-key.not"));
        }
    }

    private void tellOrders(Hub hub, Bundle sent, Proven proven) {
        session.answers()
                .give(
                        () -> {
                            var document = new LinkedHashMap<String, Object>();
                            document.put("hub", hub.name().text());
                            document.put("bundleNumber", sent.number());
                            put(document, proven);
                            return document;
                        },
                        () -> Stream.concat(
                                Stream.of(session.words().text("export.ordered", hub.name(), sent.number())),
                                lines(proven)));
    }

    private static void put(Map<String, Object> document, Proven proven) {
        document.put("state", proven.state().code());
        document.put(
                "listeners", proven.results().stream().map(HubProbing::document).toList());
    }

    private Stream<String> lines(Proven proven) {
        var probes = ProbeWords.in(session.words().locale());
        return proven.results().stream().map(result -> probes.explain(result).toString());
    }

    private void tell(Hub hub, ToHub delivered, Proven proven) {
        session.answers()
                .give(
                        () -> document(hub, delivered, proven),
                        () -> Stream.concat(lines(hub, delivered, proven), lines(proven)));
    }

    private static Map<String, Object> document(Hub hub, ToHub delivered, Proven proven) {
        var document = new LinkedHashMap<String, Object>();
        document.put("hub", hub.name().text());
        document.putAll(Documents.bundle(delivered.bundle()));
        put(document, proven);
        delivered.receipt().ifPresent(read -> document.put("receipt", ReceiptTelling.document(read)));
        return document;
    }

    private Stream<String> lines(Hub hub, ToHub delivered, Proven proven) {
        var words = session.words();
        var lines = new ArrayList<String>();
        var bundle = delivered.bundle();
        lines.add(words.text(
                "export.done",
                bundle.number(),
                hub.address().uri(),
                bundle.files().size()));
        lines.addAll(new ReceiptTelling(session)
                .lines(delivered.receipt().map(List::of).orElseGet(List::of)));
        if (proven.state() == DeliveryState.DELIVERED) {
            lines.add(words.text("export.waiting", hub.name()));
        }
        return lines.stream();
    }
}
