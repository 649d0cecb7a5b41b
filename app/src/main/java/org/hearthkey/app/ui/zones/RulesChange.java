package org.hearthkey.app.ui.zones;

import java.io.IOException;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.home.ZoneRulings;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.RefusedException;

/// What a zone is to ask of devices from now on. Whether the home takes it is asked after each choice.
public final class RulesChange {
    /// How far the choice is from being set.
    public sealed interface State {
        /// These rules hold already.
        record Same() implements State {}

        /// The home is asked whether it takes them.
        record Asking() implements State {}

        /// A rule of the home refuses them.
        record Refused(Finding finding) implements State {}

        /// The home could not say whether it takes them.
        record Failed(Exception cause) implements State {}

        /// They can be set.
        record Ready() implements State {}
    }

    private final ZoneRulings rulings;
    private final ZoneName zone;
    private final ZoneRules held;
    private final Background background;
    private final ObjectProperty<ZoneRules.SetUp> setUp;
    private final ObjectProperty<ZoneRules.Pairing> pairing;
    private final ObjectProperty<Grade> attestation;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Same());

    RulesChange(ZoneRulings rulings, ZoneName zone, ZoneRules held, Background background) {
        this.rulings = rulings;
        this.zone = zone;
        this.held = held;
        this.background = background;
        setUp = new SimpleObjectProperty<>(held.setUp());
        pairing = new SimpleObjectProperty<>(held.pairing());
        attestation = new SimpleObjectProperty<>(held.attestation());
        setUp.subscribe((_, _) -> ask());
        pairing.subscribe((_, _) -> ask());
        attestation.subscribe((_, _) -> ask());
    }

    public ObjectProperty<ZoneRules.SetUp> setUpProperty() {
        return setUp;
    }

    public ObjectProperty<ZoneRules.Pairing> pairingProperty() {
        return pairing;
    }

    /// How far a maker has to vouch for a device, at least.
    public ObjectProperty<Grade> attestationProperty() {
        return attestation;
    }

    public ObservableValue<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What is chosen.
    public ZoneRules wanted() {
        return new ZoneRules(setUp.get(), pairing.get(), attestation.get());
    }

    ObservableValue<Boolean> ready() {
        return Bindings.createBooleanBinding(() -> state.get() instanceof State.Ready, state);
    }

    /// Sets these rules, on the home's thread.
    ///
    /// @return what refuses them, if anything does by now
    Optional<Finding> set(ZoneRules wanted, RootSecret root) throws IOException, RefusedException {
        var refusal = rulings.refusal(zone, wanted);
        if (refusal.isEmpty()) {
            rulings.change(zone, wanted, root);
        }
        return refusal;
    }

    private void ask() {
        var wanted = wanted();
        if (wanted.equals(held)) {
            state.set(new State.Same());
            return;
        }
        state.set(new State.Asking());
        background.run(
                () -> rulings.refusal(zone, wanted),
                refusal ->
                        answered(wanted, refusal.<State>map(State.Refused::new).orElseGet(State.Ready::new)),
                cause -> answered(wanted, new State.Failed(cause)));
    }

    /// An answer to an earlier choice says nothing about the present one.
    private void answered(ZoneRules asked, State answer) {
        if (asked.equals(wanted())) {
            state.set(answer);
        }
    }
}
