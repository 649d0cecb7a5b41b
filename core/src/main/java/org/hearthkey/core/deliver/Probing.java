package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.probe.ProbeIdentity;
import org.hearthkey.core.probe.Trial;
import org.hearthkey.core.probe.Trials;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.secret.SecretBytes;

/// Tries whether the listeners of hubs go by the newest lists, and keeps what became of it.
public final class Probing {
    private final ListenerBook book;
    private final Lists lists;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;
    private final SecureRandom random;

    public Probing(
            ListenerBook book,
            Lists lists,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock,
            SecureRandom random) {
        this.random = random;
        this.book = book;
        this.lists = lists;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// All listeners, by hub, zone and address.
    public List<Listener> listeners() {
        return book.listeners();
    }

    /// The listeners of one hub.
    public List<Listener> listeners(HubName hub) {
        return book.listeners().stream()
                .filter(listener -> listener.hub().equals(hub))
                .toList();
    }

    /// What became of trying this listener, the newest first.
    public List<ProbeResult> results(Listener listener) {
        return book.results(listener);
    }

    /// Tries this listener from now on.
    ///
    /// @throws IllegalArgumentException if it is tried already, or shares a secret with who talks to it
    public Listener add(HubName hub, ZoneName zone, ListenerAddress address) {
        if (address.kind() == ListenerAddress.Kind.EAP_TLS) {
            throw new IllegalArgumentException("RADIUS takes a shared secret");
        }
        var listener = listener(hub, zone, address);
        return commits.commit(() -> {
            book.add(listener);
            return noted("listener.add", listener);
        });
    }

    /// Tries a RADIUS server from now on.
    ///
    /// @param shared the secret that it shares with who talks to it; stays the caller's
    /// @throws IllegalArgumentException if it is tried already, or is none
    public Listener add(HubName hub, ZoneName zone, ListenerAddress address, SecretBytes shared) {
        if (address.kind() != ListenerAddress.Kind.EAP_TLS) {
            throw new IllegalArgumentException("Only RADIUS takes a shared secret");
        }
        var listener = listener(hub, zone, address);
        return commits.commit(() -> {
            book.add(listener, shared);
            return noted("listener.add", listener);
        });
    }

    private Listener listener(HubName hub, ZoneName zone, ListenerAddress address) {
        if (find(hub, zone, address).isPresent()) {
            throw new IllegalArgumentException("It is tried already");
        }
        return new Listener(hub, zone, address, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /// The listener there, if it is one that is tried.
    public Optional<Listener> find(HubName hub, ZoneName zone, ListenerAddress address) {
        return book.listeners().stream()
                .filter(one -> one.hub().equals(hub)
                        && one.zone().equals(zone)
                        && one.address().equals(address))
                .findFirst();
    }

    /// Tries this listener no more, and forgets what became of trying it.
    public void remove(Listener listener) {
        commits.commit(() -> {
            book.remove(listener);
            return noted("listener.remove", listener);
        });
    }

    private Listener noted(String act, Listener listener) {
        journal.append(Note.of(act)
                .fact("zone", listener.zone().text())
                .detail("hub", listener.hub().text())
                .detail("address", listener.address().text()));
        return listener;
    }

    /// Gets ready to try a listener with the canary of its zone's newest list. The keys stay open until what is answered is
    /// closed.
    ///
    /// @return empty if there is no such canary: then the zone's list is to be signed anew
    public Optional<ReadyProbe> ready(Listener listener) {
        var list = lists.newest(new Role.Zone(listener.zone()));
        var set = lists.canaries().own(listener.zone());
        return set.flatMap(tools -> list.flatMap(tools::canary)
                .map(canary -> ready(listener, canary.list(), canary.certificate(), tools.control())));
    }

    /// Tries the listeners of a hub that was handed the newest lists, gives it a moment to take them, and keeps what became of
    /// it.
    ///
    /// @return one for each listener that there is something to try with
    public List<ProbeResult> prove(Hub hub) {
        long until = System.nanoTime() + ReadyProbe.TAKING.toNanos();
        var results = new ArrayList<ProbeResult>();
        for (var listener : listeners(hub.name())) {
            ready(listener).ifPresent(ready -> {
                try (ready) {
                    results.add(keep(ready.runUntilTaken(until, () -> true)));
                }
            });
        }
        return results;
    }

    private ReadyProbe ready(Listener listener, BigInteger list, Certificate canary, Certificate control) {
        var key = signatory.keys().openProber(listener.zone());
        var tools = new ReadyProbe.Tools(list, new ProbeIdentity(canary, key), new ProbeIdentity(control, key));
        if (listener.address().kind() == ListenerAddress.Kind.EAP_TLS) {
            var shared = book.openSecret(listener);
            return new ReadyProbe(listener, tools, trials().at(listener.address(), shared), shared::close, clock);
        }
        return new ReadyProbe(listener, tools, trials().at(listener.address()), () -> {}, clock);
    }

    /// Comes in at a listener with the control and stays.
    ///
    /// @return empty if there is no control, or it was not let in
    Optional<Isolation.Watched> watch(Listener listener, Turns turns) {
        return turns.take(() -> control(listener)).flatMap(control -> {
            try (var key = control.key()) {
                return turns.take(() -> trials().at(listener.address()))
                        .stay(new ProbeIdentity(control.certificate(), key))
                        .session()
                        .map(session -> new Isolation.Watched(listener, control.certificate(), session));
            }
        });
    }

    private Optional<ProbeIdentity> control(Listener listener) {
        return lists.canaries()
                .own(listener.zone())
                .map(tools ->
                        new ProbeIdentity(tools.control(), signatory.keys().openProber(listener.zone())));
    }

    private Trials trials() {
        return new Trials(signatory.issuers().services().certificate(), Trial.PATIENCE, random);
    }

    /// Keeps what became of trying a listener.
    public ProbeResult keep(ProbeResult result) {
        return commits.commit(() -> {
            book.add(result);
            var listener = result.listener();
            journal.append(Note.of("probe.run")
                    .fact("zone", listener.zone().text())
                    .fact("crlNumber", result.list().toString())
                    .fact("canary", result.canary().code())
                    .fact("canarySerial", result.canarySerial().hex())
                    .fact("control", result.control().code())
                    .fact("controlSerial", result.controlSerial().hex())
                    .detail("hub", listener.hub().text())
                    .detail("address", listener.address().text()));
            return result;
        });
    }
}
