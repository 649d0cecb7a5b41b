package org.hearthkey.app.ui.revocation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.Forecast;
import org.hearthkey.core.deliver.Taken;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.revoke.RevocationReview;
import org.hearthkey.core.revoke.SignedList;

/// Revoking one device: which, why, and what that would bring about.
public final class RevokeViewModel {
    /// The reasons an owner may give, the most frequent first. Those of RFC 5280 that concern issuers, or that can be taken
    /// back, are not among them.
    public static final List<Reason> REASONS = List.of(
            Reason.KEY_COMPROMISE,
            Reason.CESSATION_OF_OPERATION,
            Reason.SUPERSEDED,
            Reason.AFFILIATION_CHANGED,
            Reason.PRIVILEGE_WITHDRAWN,
            Reason.UNSPECIFIED);

    private static final int MOST_MATCHES = 50;

    private final Home home;
    private final Background background;
    private final Navigation navigation;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<List<Device>> matches = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Device>> ticked = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Reason>> reason = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Choosing());

    public RevokeViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
        navigation = context.navigation();
        clock = context.clock();
    }

    /// All that the dialog can be in.
    public sealed interface State {
        /// No device was named yet.
        record Choosing() implements State {}

        /// What would happen if these devices were revoked. Nothing was done.
        record Foreseen(List<Device> devices, Forecast forecast) implements State {
            public Foreseen {
                devices = List.copyOf(devices);
            }
        }

        /// A device was named.
        ///
        /// @param goingOn how many devices of its zone go on as before
        /// @param refusal why it cannot be revoked
        record Deciding(Device device, long goingOn, Optional<Finding> refusal) implements State {}

        record Revoking(Device device) implements State {}

        record Revoked(Device device, SignedList list) implements State {}

        record Failed(Exception cause) implements State {}
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The devices that fit what is typed.
    public ReadOnlyObjectProperty<List<Device>> matchesProperty() {
        return matches.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Reason>> reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    public void search(String text) {
        var now = clock.instant();
        background.run(
                () -> home.devices().page(DeviceQuery.all(now).matching(text), 0, MOST_MATCHES).stream()
                        .filter(device -> mayBeRevoked(device.stateAt(now)))
                        .toList(),
                found -> matches.set(found),
                cause -> state.set(new State.Failed(cause)));
    }

    private static boolean mayBeRevoked(DeviceState standing) {
        return switch (standing) {
            case TRUSTED, UNSEEN, LAPSED, ENDS_SOON -> true;
            case ENDED, REVOKED, RETIRED -> false;
        };
    }

    /// The devices that are ticked for a look ahead.
    public ReadOnlyObjectProperty<List<Device>> tickedProperty() {
        return ticked.getReadOnlyProperty();
    }

    /// Ticks a device, or takes its tick away.
    public void tick(Device device) {
        var now = new ArrayList<>(ticked.get());
        if (!now.remove(device)) {
            now.add(device);
        }
        ticked.set(List.copyOf(now));
    }

    /// Says what revoking all that are ticked would do at the place that took the last bundle. Changes nothing.
    public void lookAhead() {
        var devices = ticked.get();
        background.run(
                () -> home.forecasts()
                        .of(home.forecasts().places().stream().findFirst().orElse(Taken.nothing("")), devices),
                forecast -> state.set(new State.Foreseen(devices, forecast)),
                cause -> state.set(new State.Failed(cause)));
    }

    /// Back to naming a device.
    public void back() {
        state.set(new State.Choosing());
    }

    public void choose(Device device) {
        background.run(() -> decide(device), state::set, cause -> state.set(new State.Failed(cause)));
    }

    private State.Deciding decide(Device device) {
        var now = clock.instant();
        var inZone = DeviceQuery.all(now).inZone(device.zone());
        var devices = home.devices();
        var others = Arrays.stream(DeviceState.values())
                        .filter(RevokeViewModel::mayBeRevoked)
                        .mapToLong(standing -> devices.count(inZone.in(standing)))
                        .sum()
                - 1;
        return new State.Deciding(
                device,
                Math.max(0, others),
                home.revocations().review(device, Reason.UNSPECIFIED).refusal());
    }

    public void because(Reason why) {
        reason.set(Optional.of(why));
    }

    /// Revokes the device and signs its zone's next list.
    public void revoke() {
        if (state.get() instanceof State.Deciding(var device, var _, var refusal)
                && refusal.isEmpty()
                && reason.get().isPresent()) {
            var why = reason.get().get();
            state.set(new State.Revoking(device));
            background.run(
                    () -> revoke(device, why),
                    list -> {
                        state.set(new State.Revoked(device, list));
                        navigation.homeChanged();
                    },
                    cause -> state.set(new State.Failed(cause)));
        }
    }

    private SignedList revoke(Device device, Reason why) {
        RevocationReview review = home.revocations().review(device, why);
        return home.revocations().revoke(new RevocationApproval(review));
    }
}
