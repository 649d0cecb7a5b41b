package org.hearthkey.app.ui.root;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
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

    /// What an act asks for beside the root's secret.
    public interface Asked {
        /// Whether all of it is there.
        ObservableValue<Boolean> ready();

        /// What is to be done with it, asked on the JavaFX thread at each try.
        Work work();

        /// Overwrites it.
        void wipe();
    }

    /// Nothing more, or something that is no secret, such as a name.
    ///
    /// @param prepared asked at each try
    public record Plain(ObservableValue<Boolean> ready, Supplier<Work> prepared) implements Asked {
        @Override
        public Work work() {
            return prepared.get();
        }

        @Override
        public void wipe() {}
    }

    private final Background background;
    private final Asked asked;
    private final Runnable done;
    private final TypedSecret passphrase = new TypedSecret();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Asking());

    /// Asks for the root's secret alone.
    ///
    /// @param done told on the JavaFX thread once the act is done
    public RootAct(Background background, Work work, Runnable done) {
        this(background, new Plain(new SimpleBooleanProperty(true), () -> work), done);
    }

    /// Asks for the root's secret and for what `asked` asks.
    ///
    /// @param done told on the JavaFX thread once the act is done
    public RootAct(Background background, Asked asked, Runnable done) {
        this.background = background;
        this.asked = asked;
        this.done = done;
    }

    public TypedSecret passphrase() {
        return passphrase;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether everything was typed and nothing is under way.
    public BooleanBinding ready() {
        return Bindings.createBooleanBinding(this::isReady, passphrase.revisionProperty(), state, asked.ready());
    }

    private boolean isReady() {
        return !passphrase.isEmpty()
                && !(state.get() instanceof State.Busy)
                && asked.ready().getValue();
    }

    /// Tries the secret and does the act.
    public void act() {
        if (!isReady()) {
            return;
        }
        Optional<Passphrase> typed = passphrase.use(Passphrase::parse);
        passphrase.wipe();
        if (typed.isEmpty()) {
            state.set(new State.Refused(Refusal.WRONG_SECRET));
            return;
        }
        var work = asked.work();
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
        asked.wipe();
    }
}
