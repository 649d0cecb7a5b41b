package org.hearthkey.app.ui.revocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDoor;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.Confirmed;
import org.hearthkey.core.deliver.DeliveryException;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.DeliveryProgress.Going;
import org.hearthkey.core.deliver.Forecast;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.HubDeliveries.ToHub;
import org.hearthkey.core.deliver.ProbeResult;
import org.hearthkey.core.deliver.Receipts;
import org.hearthkey.core.deliver.Turns;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;
import org.hearthkey.core.transport.OwnKey;
import org.hearthkey.core.transport.TransportException;
import org.hearthkey.core.transport.Trouble;

/// The hubs to which this home delivers: added, delivered to, heard and forgotten.
public final class HubsViewModel {
    private final Home home;
    private final Background background;
    private final Background network;
    private final Turns turns;
    private final RootDoor door;
    private final Navigation navigation;
    private final ReadOnlyObjectWrapper<List<HubRow>> hubs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Work> work = new ReadOnlyObjectWrapper<>(new Work.Resting());
    private final AtomicBoolean stop = new AtomicBoolean();
    private Consumer<Hub> goOn = this::deliver;
    private Optional<Hub> failedAt = Optional.empty();
    private Runnable forget = () -> {};

    public HubsViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
        network = context.network();
        turns = context.turns();
        door = context.rootDoor();
        navigation = context.navigation();
    }

    /// What is being done with a hub, one at a time.
    public sealed interface Work {
        record Resting() implements Work {}

        /// What delivering there would do is worked out.
        record Looking(Hub hub) implements Work {}

        /// The owner is told what it would do, and has not said yes.
        record Asking(Hub hub, Forecast forecast) implements Work {}

        /// The hub is read or tried.
        record Waiting(Hub hub) implements Work {}

        /// A bundle is on its way.
        ///
        /// @param share how much of it is done, 0 to 1
        record Delivering(Hub hub, double share) implements Work {}

        record Delivered(Hub hub, ToHub delivered) implements Work {}

        /// A broker keeps the newest orders.
        record Ordered(Hub hub) implements Work {}

        /// What the hub left was read.
        ///
        /// @param receipt empty if the hub left none
        record Heard(Hub hub, Optional<Receipts.Read> receipt) implements Work {}

        /// Its listeners were tried, as far as any are known.
        record Probed(Hub hub, List<ProbeResult> results) implements Work {
            public Probed {
                results = List.copyOf(results);
            }
        }

        /// Its SSH server showed a key which the owner has to compare first.
        record Unknown(Hub hub, HostKey shown) implements Work {}

        record Failed(Hub hub, Exception cause) implements Work {}
    }

    public ReadOnlyObjectProperty<List<HubRow>> hubsProperty() {
        return hubs.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Work> workProperty() {
        return work.getReadOnlyProperty();
    }

    public void read() {
        background.run(() -> home.hubRegister().hubs().stream().map(this::row).toList(), hubs::set, this::unread);
    }

    private void unread(Exception cause) {
        hubs.get().stream().findFirst().ifPresent(row -> work.set(new Work.Failed(row.hub(), cause)));
    }

    private HubRow row(Hub hub) {
        return new HubRow(
                hub,
                home.hubStates().of(hub),
                home.receipts().newest(hub.name()),
                !home.hubs().certificates(hub.name()).isEmpty());
    }

    public boolean isTaken(HubName name) {
        return hubs.get().stream().anyMatch(row -> row.hub().name().equals(name));
    }

    /// Adds a hub; then `added` gets the line that its SSH server must be told, where it has one.
    public void add(HubName name, HubAddress address, Consumer<Optional<String>> added) {
        add(
                () -> {
                    var hub = home.hubRegister().add(name, address);
                    return hub.access() == Hub.Access.KEY
                            ? Optional.of(OwnKey.line(
                                    home.hubRegister().key(hub),
                                    "hearthkey-" + home.facts().id()))
                            : Optional.<String>empty();
                },
                added);
    }

    /// Adds a hub at which a password opens.
    ///
    /// @param password is closed
    public void add(HubName name, HubAddress.Sftp address, Passphrase password, Consumer<Optional<String>> added) {
        add(
                () -> {
                    try (password;
                            var bytes = password.use(typed -> SecretBytes.owning(typed.clone()))) {
                        home.hubRegister().add(name, address, bytes);
                    }
                    return Optional.empty();
                },
                added);
    }

    private void add(Callable<Optional<String>> adding, Consumer<Optional<String>> added) {
        background.run(
                adding,
                line -> {
                    added.accept(line);
                    read();
                    navigation.homeChanged();
                },
                this::unread);
    }

    /// Calls a hub otherwise.
    public void rename(Hub hub, HubName name) {
        changed(hub, () -> home.hubRegister().rename(hub, name));
    }

    /// Revokes its certificate: nothing that it said counts from then on.
    public void revoke(Hub hub, Reason reason) {
        changed(hub, () -> {
            home.hubs().revoke(hub.name(), reason);
            return hub;
        });
    }

    public void remove(Hub hub) {
        changed(hub, () -> {
            home.hubRegister().remove(hub);
            return hub;
        });
    }

    private void changed(Hub hub, Callable<Hub> change) {
        background.run(
                change,
                _ -> {
                    work.set(new Work.Resting());
                    read();
                    navigation.homeChanged();
                },
                cause -> work.set(new Work.Failed(hub, cause)));
    }

    /// Whether something is under way, one at a time.
    private boolean isBusy() {
        return switch (work.get()) {
            case Work.Looking _, Work.Delivering _, Work.Waiting _ -> true;
            case Work.Resting _,
                    Work.Asking _,
                    Work.Delivered _,
                    Work.Ordered _,
                    Work.Heard _,
                    Work.Probed _,
                    Work.Unknown _,
                    Work.Failed _ -> false;
        };
    }

    /// Works out what delivering there would do, and waits for the owner's yes. A broker is sent the orders at once: they
    /// cut off whom the lists name already.
    public void deliver(Hub hub) {
        if (isBusy()) {
            return;
        }
        goOn = this::deliver;
        if (hub.address() instanceof HubAddress.Mqtts) {
            visit(hub, new Work.Waiting(hub), () -> {
                home.hubDeliveries().order(hub, turns);
                return new Work.Ordered(hub);
            });
            return;
        }
        work.set(new Work.Looking(hub));
        background.run(() -> new Work.Asking(hub, home.forecasts().at(hub)), work::set, cause -> failed(hub, cause));
    }

    /// The owner did not say yes.
    public void decline() {
        if (work.get() instanceof Work.Asking) {
            work.set(new Work.Resting());
        }
    }

    /// Brings the bundle there; what was begun before is gone on with.
    public void send(Hub hub) {
        send(hub, Confirmed.NOTHING);
    }

    /// Brings there what hits something that hardly can be meant: the root's secret says that it is.
    RootAct sendAsRoot(Hub hub, Forecast forecast, TypedWord word) {
        var meant = RootAct.Work.of(root -> {
            var confirmed = home.forecasts().confirm(forecast, root);
            background.tell(() -> send(hub, confirmed));
        });
        var act = new RootAct(background, door, new RootAct.Plain(word.isTyped(), () -> meant), () -> {});
        forget = act::wipe;
        return act;
    }

    private void send(Hub hub, Confirmed confirmed) {
        if (isBusy()) {
            return;
        }
        goOn = known -> send(known, confirmed);
        visit(
                hub,
                new Work.Delivering(hub, 0),
                () -> new Work.Delivered(hub, home.hubDeliveries().deliver(hub, confirmed, progress(hub), turns)));
    }

    /// Looks whether the hub has said something.
    public void hear(Hub hub) {
        if (!isBusy()) {
            goOn = this::hear;
            visit(
                    hub,
                    new Work.Waiting(hub),
                    () -> new Work.Heard(hub, home.hubDeliveries().readReceipt(hub, turns)));
        }
    }

    /// Tries whether the hub's listeners turn away who is revoked.
    public void probe(Hub hub) {
        if (!isBusy()) {
            goOn = this::probe;
            visit(hub, new Work.Waiting(hub), () -> new Work.Probed(hub, tried(hub)));
        }
    }

    private List<ProbeResult> tried(Hub hub) {
        var results = new ArrayList<ProbeResult>();
        for (var listener : turns.take(() -> home.probing().listeners(hub.name()))) {
            if (!stop.get()) {
                turns.take(() -> home.probing().ready(listener)).ifPresent(ready -> {
                    try (ready) {
                        var result = ready.run();
                        results.add(turns.take(() -> home.probing().keep(result)));
                    }
                });
            }
        }
        return results;
    }

    /// Does something that waits for a hub, beside the home.
    private void visit(Hub hub, Work meanwhile, Callable<Work> visit) {
        stop.set(false);
        work.set(meanwhile);
        network.<Work>run(
                visit,
                came -> {
                    work.set(came);
                    read();
                    navigation.homeChanged();
                },
                cause -> failed(hub, cause));
    }

    private DeliveryProgress progress(Hub hub) {
        return (done, of) -> {
            background.tell(() -> work.set(new Work.Delivering(hub, (double) done / Math.max(1, of))));
            return stop.get() ? Going.STOP : Going.ON;
        };
    }

    /// Ends what is under way at its next piece. What the hub had stays whole.
    public void stop() {
        stop.set(true);
    }

    private void failed(Hub hub, Exception cause) {
        if (cause instanceof DeliveryException stopped && stopped.reason() == DeliveryException.Reason.STOPPED) {
            work.set(new Work.Resting());
            return;
        }
        failedAt = Optional.of(hub);
        var shown = cause instanceof TransportException refused && refused.trouble() == Trouble.HOST_KEY_UNKNOWN
                ? refused.shown()
                : Optional.<HostKey>empty();
        work.set(shown.<Work>map(key -> new Work.Unknown(hub, key)).orElseGet(() -> new Work.Failed(hub, cause)));
    }

    /// Tries once more what failed.
    public void again() {
        failedAt.ifPresent(goOn);
    }

    /// The owner has compared the key: it is the hub's. Goes on with what was begun.
    public void know(Hub hub, HostKey shown) {
        background.run(
                () -> home.hubRegister().pin(hub, shown),
                known -> {
                    work.set(new Work.Resting());
                    goOn.accept(known);
                },
                cause -> work.set(new Work.Failed(hub, cause)));
    }

    /// Ends what is under way, and overwrites what is being typed.
    public void leave() {
        stop();
        forget.run();
    }
}
