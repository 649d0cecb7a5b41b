package org.hearthkey.core.deliver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ListenerAddress;

/// All listeners that somebody has tried, or is to try: this home, or a hub that it certified, which may be any computer of
/// the home that comes to the listener over its network.
final class SeenListeners {
    private final ListenerBook listeners;
    private final ReceiptBook receipts;

    SeenListeners(ListenerBook listeners, ReceiptBook receipts) {
        this.listeners = listeners;
        this.receipts = receipts;
    }

    /// A listener and what became of trying it.
    ///
    /// @param own whether this home tries it; else hubs do of their own accord
    /// @param results the newest first, whoever tried it
    record Seen(Listener listener, boolean own, List<Trying> results) {
        Optional<Trying> newest() {
            return results.stream().findFirst();
        }
    }

    /// Those of this home by hub, zone and address, then those of which only hubs know, with the hub that spoke last.
    List<Seen> all() {
        var own = listeners.listeners();
        var said = said();
        var all = new ArrayList<Seen>();
        for (var listener : own) {
            all.add(new Seen(listener, true, results(listener, said)));
        }
        said.stream()
                .map(SaidResult::listener)
                .filter(listener -> own.stream().noneMatch(one -> isSame(one, listener)))
                .filter(listener -> all.stream().noneMatch(one -> isSame(one.listener(), listener)))
                .forEach(listener -> all.add(new Seen(listener, false, results(listener, said))));
        return all;
    }

    private List<Trying> results(Listener listener, List<SaidResult> said) {
        var heard =
                said.stream().filter(one -> isSame(one.listener(), listener)).toList();
        List<Trying> own = new ArrayList<>(listeners.results(listener));
        if (heard.isEmpty()) {
            return own;
        }
        return Stream.concat(own.stream(), heard.stream())
                .sorted(Comparator.comparing(Trying::at).reversed())
                .toList();
    }

    private record Door(ZoneName zone, ListenerAddress address) {}

    private static boolean isSame(Listener one, Listener other) {
        return new Door(one.zone(), one.address()).equals(new Door(other.zone(), other.address()));
    }

    /// Only of hubs that hold a certificate of this home still, and have the key that its test certificates are for, and only
    /// what is believed still. A receipt says again what was tried before it.
    private List<SaidResult> said() {
        return receipts.probeKeys().stream()
                .filter(hub -> !receipts.certificates(hub.hub()).isEmpty())
                .flatMap(hub -> receipts.believed(hub.hub()).stream()
                        .map(ReceiptBook.Kept::receipt)
                        .filter(receipt -> receipt.probeRequest()
                                .filter(request -> request.publicKey().equals(hub.key()))
                                .isPresent()))
                .flatMap(receipt -> SaidResult.of(receipt).stream())
                .distinct()
                .sorted(Comparator.comparing(SaidResult::at).reversed())
                .toList();
    }
}
