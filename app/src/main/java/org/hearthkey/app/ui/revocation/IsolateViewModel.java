package org.hearthkey.app.ui.revocation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.deliver.BrokerAdmin;
import org.hearthkey.core.deliver.DeliveryProgress.Going;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.Isolation;
import org.hearthkey.core.deliver.Isolation.Step;
import org.hearthkey.core.deliver.Turns;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.HubName;

/// Cutting one device off now: what will happen, each step when it is over, and what was seen of it in the end.
public final class IsolateViewModel {
    private final Home home;
    private final Background background;
    private final Background network;
    private final Turns turns;
    private final Navigation navigation;
    private final HomeContext context;
    private final Device device;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Looking());
    private final AtomicBoolean stop = new AtomicBoolean();

    public IsolateViewModel(Device device, HomeContext context) {
        this.device = device;
        this.context = context;
        home = context.home();
        background = context.background();
        network = context.network();
        turns = context.turns();
        navigation = context.navigation();
    }

    /// All that it can be in.
    public sealed interface State {
        record Looking() implements State {}

        /// Nothing was done yet.
        record Asking(Plan plan) implements State {}

        /// Some of it was done.
        ///
        /// @param stopping whether the owner wants it to end after the step that is under way
        record Working(List<Step> steps, boolean stopping) implements State {
            public Working {
                steps = List.copyOf(steps);
            }
        }

        record Ended(List<Step> steps, End end) implements State {
            public Ended {
                steps = List.copyOf(steps);
            }
        }

        /// The home itself failed. What was done before stands.
        record Failed(List<Step> steps, Exception cause) implements State {
            public Failed {
                steps = List.copyOf(steps);
            }
        }
    }

    /// How it ended.
    public enum End {
        /// All that was tried refuses it, and no session is left.
        SEEN,
        NOT_SEEN,
        /// The owner stopped it before it was tried.
        STOPPED
    }

    /// What there is to do.
    ///
    /// @param revoked whether it is revoked already
    /// @param hubs get the list and the order
    /// @param brokers end its session when this home tells them to
    /// @param listeners how many are tried in the end
    public record Plan(boolean revoked, List<HubName> hubs, List<HubName> brokers, long listeners) {
        public Plan {
            hubs = List.copyOf(hubs);
            brokers = List.copyOf(brokers);
        }
    }

    public Device device() {
        return device;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks what there is to do.
    public void look() {
        background.run(
                () -> new State.Asking(plan()), state::set, cause -> state.set(new State.Failed(List.of(), cause)));
    }

    private Plan plan() {
        var hubs = home.hubRegister().hubs().stream().map(Hub::name).toList();
        return new Plan(
                device.stateAt(context.clock().instant()) == DeviceState.REVOKED,
                hubs,
                hubs.stream()
                        .flatMap(hub -> home.isolation().admin(hub).stream())
                        .map(BrokerAdmin::hub)
                        .toList(),
                home.probing().listeners().stream()
                        .filter(listener -> listener.zone().equals(device.zone()))
                        .count());
    }

    /// Begins. It waits for hubs, so the home is free meanwhile.
    public void begin() {
        if (state.get() instanceof State.Working) {
            return;
        }
        stop.set(false);
        state.set(new State.Working(List.of(), false));
        network.run(() -> home.isolation().isolate(device, new Watcher(), turns), this::ended, cause -> {
            state.set(new State.Failed(done(), cause));
            navigation.homeChanged();
        });
    }

    /// Ends it after the step that is under way. What was done stands.
    public void stop() {
        stop.set(true);
        if (state.get() instanceof State.Working(var steps, var _)) {
            state.set(new State.Working(steps, true));
        }
    }

    private void ended(List<Step> steps) {
        state.set(new State.Ended(steps, end(steps)));
        navigation.homeChanged();
    }

    private End end(List<Step> steps) {
        if (Isolation.isProven(steps)) {
            return End.SEEN;
        }
        return stop.get() ? End.STOPPED : End.NOT_SEEN;
    }

    private List<Step> done() {
        return state.get() instanceof State.Working(var steps, var _) ? steps : List.of();
    }

    /// Called on the thread that waits for hubs.
    private final class Watcher implements Isolation.Watcher {
        @Override
        public void over(Step step) {
            background.tell(() -> {
                var steps = new ArrayList<>(done());
                steps.add(step);
                state.set(new State.Working(steps, stop.get()));
            });
        }

        @Override
        public Going going() {
            return stop.get() ? Going.STOP : Going.ON;
        }
    }
}
