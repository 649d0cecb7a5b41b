package org.hearthkey.app.ui.root;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.token.TokenVisit;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;

/// One act that the root must be woken for, and the passphrase or PIN that is typed for it, which is wiped whatever
/// becomes of the act.
public final class RootAct {
    /// How far it is.
    public sealed interface State {
        record Asking() implements State {}

        /// The secret is tried, and the act done.
        record Busy() implements State {}

        /// Nothing was changed.
        record Refused(Refusal refusal, Whose whose) implements State {}

        /// A rule refused it. Nothing was changed.
        record NotAllowed(Finding finding) implements State {}

        record Failed(Exception cause) implements State {}

        record Done() implements State {}
    }

    /// Whose secret was refused.
    public enum Whose {
        ROOT,
        /// The one that was to open the home, as it does now.
        HOME
    }

    /// What is done with the secret, on the home's thread. It is closed whether it was done or not.
    @FunctionalInterface
    public interface Work extends AutoCloseable {
        /// Does it.
        ///
        /// @param tokens for an act that uses more tokens than the root's
        /// @return which rule refused it; then nothing has changed
        Optional<Finding> with(RootSecret secret, TokenVisit tokens) throws IOException, RefusedException;

        /// Overwrites the secrets that were taken for it.
        @Override
        default void close() {}

        /// The same work, with secrets that were taken for it.
        ///
        /// @param wipe overwrites them
        default Work holding(Runnable wipe) {
            var held = this;
            return new Work() {
                @Override
                public Optional<Finding> with(RootSecret secret, TokenVisit tokens)
                        throws IOException, RefusedException {
                    return held.with(secret, tokens);
                }

                @Override
                public void close() {
                    held.close();
                    wipe.run();
                }
            };
        }

        /// An act that no rule refuses and that uses no token of its own.
        static Work of(Alone alone) {
            return (secret, _) -> {
                alone.with(secret);
                return Optional.empty();
            };
        }
    }

    /// What is done with the secret alone, on the home's thread.
    @FunctionalInterface
    public interface Alone {
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

        /// Whether the root has to be woken in the file where it lies there, whatever tokens have it as well.
        default ObservableValue<Boolean> fileFirst() {
            return new SimpleBooleanProperty();
        }
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

    /// What another one asks, with more done around its work.
    ///
    /// @param around asked on the JavaFX thread at each try
    public record Around(Asked asked, UnaryOperator<Work> around) implements Asked {
        @Override
        public ObservableValue<Boolean> ready() {
            return asked.ready();
        }

        @Override
        public Work work() {
            var work = asked.work();
            return around.apply(work).holding(work::close);
        }

        @Override
        public void wipe() {
            asked.wipe();
        }

        @Override
        public ObservableValue<Boolean> fileFirst() {
            return asked.fileFirst();
        }
    }

    /// Something that is no secret and is there or not; the work comes from whoever joins the act to something larger.
    public static Asked asking(ObservableValue<Boolean> ready) {
        return new Plain(ready, () -> Work.of(_ -> {}));
    }

    private final Background background;
    private final RootDoor door;
    private final Asked asked;
    private final Runnable done;
    private final TypedSecret secret = new TypedSecret();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Asking());
    private final ReadOnlyObjectWrapper<List<RootPlace>> places = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<RootPlace> place = new SimpleObjectProperty<>(new RootPlace.InFile());
    private List<RootPlace> known = List.of();

    /// Asks for the root's secret alone.
    ///
    /// @param done told on the JavaFX thread once the act is done
    public RootAct(Background background, RootDoor door, Alone work, Runnable done) {
        this(background, door, new Plain(new SimpleBooleanProperty(true), () -> Work.of(work)), done);
    }

    /// Asks for the root's secret and for what `asked` asks.
    ///
    /// @param done told on the JavaFX thread once the act is done
    public RootAct(Background background, RootDoor door, Asked asked, Runnable done) {
        this.background = background;
        this.door = door;
        this.asked = asked;
        this.done = done;
        place.subscribe((_, _) -> secret.wipe());
        background.run(
                door::places,
                found -> {
                    known = found;
                    offer(asked.fileFirst().getValue());
                },
                cause -> state.set(new State.Failed(cause)));
        asked.fileFirst().subscribe(this::offer);
    }

    private void offer(boolean fileFirst) {
        RootPlace file = new RootPlace.InFile();
        var offered = fileFirst && known.contains(file) ? List.of(file) : known;
        places.set(offered);
        if (!offered.contains(place.get())) {
            offered.stream().findFirst().ifPresent(place::set);
        }
    }

    /// The passphrase of the root, or the PIN of its token.
    public TypedSecret secret() {
        return secret;
    }

    /// Where the root's key lies and may be woken, as soon as that is known.
    public ReadOnlyObjectProperty<List<RootPlace>> placesProperty() {
        return places.getReadOnlyProperty();
    }

    /// Where it is to be woken. What was typed for another place is wiped.
    public ObjectProperty<RootPlace> placeProperty() {
        return place;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether everything was typed and nothing is under way.
    public BooleanBinding ready() {
        return Bindings.createBooleanBinding(this::isReady, secret.revisionProperty(), state, asked.ready());
    }

    private boolean isReady() {
        return !secret.isEmpty()
                && !(state.get() instanceof State.Busy)
                && asked.ready().getValue();
    }

    /// Tries the secret and does the act.
    public void act() {
        if (!isReady()) {
            return;
        }
        Optional<Passphrase> typed = secret.use(Passphrase::parse);
        secret.wipe();
        if (typed.isEmpty()) {
            state.set(new State.Refused(Refusal.WRONG_SECRET, Whose.ROOT));
            return;
        }
        var work = asked.work();
        var chosen = place.get();
        state.set(new State.Busy());
        background.run(
                () -> {
                    try (work;
                            var passphrase = typed.get()) {
                        return door.wake(chosen, passphrase, work);
                    }
                },
                this::ended,
                cause -> state.set(
                        cause instanceof RefusedException refused ? refused(refused) : new State.Failed(cause)));
    }

    private void ended(Optional<Finding> refusal) {
        if (refusal.isPresent()) {
            state.set(new State.NotAllowed(refusal.get()));
        } else {
            wipe();
            state.set(new State.Done());
            done.run();
        }
    }

    private static State refused(RefusedException refused) {
        return new State.Refused(refused.refusal(), refused.isOfSlots() ? Whose.HOME : Whose.ROOT);
    }

    /// Overwrites what was typed.
    public void wipe() {
        secret.wipe();
        asked.wipe();
    }
}
