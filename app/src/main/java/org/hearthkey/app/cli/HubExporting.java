package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.deliver.Bundle;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.HubDeliveries.ToHub;
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
        try (var home = session.open()) {
            var hub = session.hub(home, name);
            if (hub.address() instanceof HubAddress.Mqtts) {
                tellOrders(hub, home.hubDeliveries().order(hub));
            } else {
                tell(hub, deliver(home, hub));
                return letsRevokedIn(home, hub) ? Exit.NOT_ENFORCED.code() : Exit.DONE.code();
            }
        }
        return Exit.DONE.code();
    }

    /// What was tried since these lists were signed still counts: a delivery alone mends nothing.
    private static boolean letsRevokedIn(Home home, Hub hub) {
        return home.hubStates().of(hub).letsRevokedIn();
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

    private void tellOrders(Hub hub, Bundle sent) {
        session.answers()
                .give(
                        () -> {
                            var document = new LinkedHashMap<String, Object>();
                            document.put("hub", hub.name().text());
                            document.put("bundleNumber", sent.number());
                            document.put("state", DeliveryState.DELIVERED.code());
                            return document;
                        },
                        () -> Stream.of(session.words().text("export.ordered", hub.name(), sent.number())));
    }

    private void tell(Hub hub, ToHub delivered) {
        session.answers().give(() -> document(hub, delivered), () -> lines(hub, delivered));
    }

    private static Map<String, Object> document(Hub hub, ToHub delivered) {
        var document = new LinkedHashMap<String, Object>();
        document.put("hub", hub.name().text());
        document.putAll(Documents.bundle(delivered.bundle()));
        document.put("state", delivered.state().code());
        delivered.receipt().ifPresent(read -> document.put("receipt", ReceiptTelling.document(read)));
        return document;
    }

    private Stream<String> lines(Hub hub, ToHub delivered) {
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
        if (delivered.state() == DeliveryState.DELIVERED) {
            lines.add(words.text("export.waiting", hub.name()));
        }
        return lines.stream();
    }
}
