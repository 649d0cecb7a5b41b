package org.hearthkey.app.ui.root;

import java.io.IOException;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;

/// One act that the root must be woken for, and the secret that is typed for it. The secret is wiped whatever becomes of
/// the act.
public final class RootAct {
    /// How far it is.
    public sealed interface State {
        record Asking() implements State {}

        /// The secret is tried, and the act done.
        record Busy() implements State {}

        record Refused(Refusal refusal) implements State {}

        record Failed(Exception cause) implements State {}

        record Done() implements State {}
    }

    /// What is done with the secret, on the home's thread.
    @FunctionalInterface
    public interface Work {
        void with(RootSecret secret) throws IOException, RefusedException;
    }

    private final Background background;
    private final Work work;
    private final Runnable done;
    private final TypedSecret passphrase = new TypedSecret();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Asking());

    /// Asks for the secret of one act.
    ///
    /// @param done told on the JavaFX thread once the act is done
    public RootAct(Background background, Work work, Runnable done) {
        this.background = background;
        this.work = work;
        this.done = done;
    }

    public TypedSecret passphrase() {
        return passphrase;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether something was typed and nothing is under way.
    public BooleanBinding ready() {
        return Bindings.createBooleanBinding(
                () -> !passphrase.isEmpty() && !(state.get() instanceof State.Busy),
                passphrase.revisionProperty(),
                state);
    }

    /// Tries the secret and does the act.
    public void act() {
        if (passphrase.isEmpty() || state.get() instanceof State.Busy) {
            return;
        }
        Optional<Passphrase> typed = passphrase.use(Passphrase::parse);
        passphrase.wipe();
        if (typed.isEmpty()) {
            state.set(new State.Refused(Refusal.WRONG_SECRET));
            return;
        }
        state.set(new State.Busy());
        background.run(
                () -> {
                    try (var secret = typed.get()) {
                        work.with(RootSecret.of(secret));
                    }
                    return new State.Done();
                },
                finished -> {
                    state.set(finished);
                    done.run();
                },
                cause -> state.set(
                        cause instanceof RefusedException refused
                                ? new State.Refused(refused.refusal())
                                : new State.Failed(cause)));
    }

    /// Overwrites what was typed.
    public void wipe() {
        passphrase.wipe();
    }
}
