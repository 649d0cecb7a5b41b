package org.hearthkey.app.ui.revocation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.DeliveryProgress.Going;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.HubDeliveries.ToHub;
import org.hearthkey.core.deliver.Receipts;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;
import org.hearthkey.core.transport.OwnKey;
import org.hearthkey.core.transport.TransportException;
import org.hearthkey.core.transport.Trouble;

/// The hubs to which this home delivers: added, delivered to, heard and forgotten.
public final class HubsViewModel {
    private final Home home;
    private final Background background;
    private final Navigation navigation;
    private final ReadOnlyObjectWrapper<List<HubRow>> hubs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Work> work = new ReadOnlyObjectWrapper<>(new Work.Resting());
    private final AtomicBoolean stop = new AtomicBoolean();

    public HubsViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
        navigation = context.navigation();
    }

    /// What is being done with a hub, one at a time.
    public sealed interface Work {
        record Resting() implements Work {}

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
        return new HubRow(hub, home.hubStates().of(hub), home.receipts().newest(hub.name()));
    }

    public boolean isTaken(HubName name) {
        return hubs.get().stream().anyMatch(row -> row.hub().name().equals(name));
    }

    /// Adds a hub; then `added` gets the line that its SSH server must be told, where it has one.
    public void add(HubName name, HubAddress address, Consumer<Optional<String>> added) {
        background.run(
                () -> {
                    var hub = home.hubRegister().add(name, address);
                    return hub.access() == Hub.Access.KEY
                            ? Optional.of(OwnKey.line(
                                    home.hubRegister().key(hub),
                                    "hearthkey-" + home.facts().id()))
                            : Optional.<String>empty();
                },
                line -> {
                    added.accept(line);
                    read();
                    navigation.homeChanged();
                },
                this::unread);
    }

    public void remove(Hub hub) {
        background.run(
                () -> {
                    home.hubRegister().remove(hub);
                    return hub;
                },
                _ -> {
                    work.set(new Work.Resting());
                    read();
                    navigation.homeChanged();
                },
                cause -> work.set(new Work.Failed(hub, cause)));
    }

    /// Brings the bundle there; what was begun before is gone on with.
    public void deliver(Hub hub) {
        if (work.get() instanceof Work.Delivering) {
            return;
        }
        stop.set(false);
        work.set(new Work.Delivering(hub, 0));
        background.<Work>run(
                () -> bring(hub),
                brought -> {
                    work.set(brought);
                    read();
                    navigation.homeChanged();
                },
                cause -> failed(hub, cause));
    }

    private Work bring(Hub hub) throws IOException {
        if (hub.address() instanceof HubAddress.Mqtts) {
            home.hubDeliveries().order(hub);
            return new Work.Ordered(hub);
        }
        return new Work.Delivered(hub, home.hubDeliveries().deliver(hub, progress(hub)));
    }

    private DeliveryProgress progress(Hub hub) {
        return (done, of) -> {
            background.tell(() -> work.set(new Work.Delivering(hub, (double) done / Math.max(1, of))));
            return stop.get() ? Going.STOP : Going.ON;
        };
    }

    /// Ends a delivery at the next piece. The old bundle stays whole.
    public void stop() {
        stop.set(true);
    }

    private void failed(Hub hub, Exception cause) {
        var shown = cause instanceof TransportException refused && refused.trouble() == Trouble.HOST_KEY_UNKNOWN
                ? refused.shown()
                : Optional.<HostKey>empty();
        work.set(shown.<Work>map(key -> new Work.Unknown(hub, key)).orElseGet(() -> new Work.Failed(hub, cause)));
    }

    /// The owner has compared the key: it is the hub's. Goes on with the delivery.
    public void know(Hub hub, HostKey shown) {
        background.run(
                () -> home.hubRegister().pin(hub, shown),
                known -> {
                    work.set(new Work.Resting());
                    deliver(known);
                },
                cause -> work.set(new Work.Failed(hub, cause)));
    }

    /// Looks whether the hub has said something.
    public void hear(Hub hub) {
        background.run(
                () -> home.hubDeliveries().readReceipt(hub),
                receipt -> {
                    work.set(new Work.Heard(hub, receipt));
                    read();
                },
                cause -> failed(hub, cause));
    }
}
