package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.RolloverRecords.Learner;
import org.hearthkey.core.authority.RolloverRecords.Trust;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.NextRoot;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;

/// How far a change of the home's root is, and what can be done about it here.
final class RolloverViewModel {
    /// So many devices are named; the first by their names.
    static final int NAMED = 50;

    /// What the card shows.
    sealed interface State {
        record Reading() implements State {}

        /// No new root is to come.
        ///
        /// @param changed since when the root is the home's that came last, if one did
        /// @param ends when the root ends
        /// @param others whose new certificates are to be brought to other programs
        /// @param here whether the window can make a new one
        record Settled(Optional<Instant> changed, Instant ends, List<String> others, boolean here) implements State {
            public Settled {
                others = List.copyOf(others);
            }
        }

        /// A new root is to come.
        ///
        /// @param learners the first devices that do not know it
        /// @param others the issuers of other programs that will need another certificate
        /// @param here whether the window can have it take its place
        record UnderWay(Rollover change, Trust trust, List<Learner> learners, List<String> others, boolean here)
                implements State {
            public UnderWay {
                learners = List.copyOf(learners);
                others = List.copyOf(others);
            }
        }
    }

    private final HomeContext context;
    private final Function<Passphrase, LockPlan> lock;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param lock makes the lock on the new root's key; asked on the home's thread
    /// @param changed told when the root was changed, or is to be; reads this anew
    RolloverViewModel(HomeContext context, Function<Passphrase, LockPlan> lock, Runnable changed) {
        this.context = context;
        this.lock = lock;
        this.changed = changed;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// Reads how far it is.
    void refresh() {
        context.background().run(() -> read(context.home()), state::set, this::failed);
    }

    private static State read(Home home) {
        var rollover = home.rootRollover();
        var here = home.rootPlaces().isInFile() && rollover.nextOnToken().isEmpty();
        var others = rollover.others().stream().map(each -> each.name().text()).toList();
        return rollover.state()
                .filter(Rollover::isUnderWay)
                .<State>map(
                        change -> new State.UnderWay(change, rollover.trust(), rollover.learners(NAMED), others, here))
                .orElseGet(() -> new State.Settled(
                        rollover.state().flatMap(Rollover::finished),
                        home.issuers().root().certificate().notAfter(),
                        others,
                        here));
    }

    private void failed(Exception cause) {
        failure.set(Optional.of(cause));
    }

    /// The key of the sentence that says why no new root can be made here; empty if one can.
    Optional<String> obstacle() {
        return switch (state.get()) {
            case State.Settled settled -> settled.here() ? Optional.empty() : Optional.of("rollover.token.note");
            case State.UnderWay _ -> Optional.of("rollover.already.note");
            case State.Reading _ -> Optional.empty();
        };
    }

    /// Makes a new root, whose key the same passphrase opens.
    RootAct beginning() {
        return new RootAct(
                context.background(),
                context.rootDoor().ofFile(),
                root -> begin(context.home(), root, lock),
                this::changed);
    }

    /// Makes a new root beside the old one, both in the file and under the same passphrase.
    ///
    /// @param secret the passphrase of the root in the file
    static void begin(Home home, RootSecret secret, Function<Passphrase, LockPlan> lock)
            throws RefusedException, IOException {
        if (secret instanceof RootSecret.Opening(LockSecret.Remembered(var passphrase))) {
            var ways = List.of(lock.apply(passphrase));
            home.rootRollover().begin(secret, new NextRoot.InFile(KeyProfile.P384, ways));
        } else {
            throw new IllegalArgumentException("Both roots are in the file");
        }
    }

    /// Has the new root take its place.
    ///
    /// @param left how many devices the owner gives up
    RootAct finishing(long left) {
        return new RootAct(
                context.background(),
                context.rootDoor().ofFile(),
                root -> context.home().rootRollover().finish(root, left),
                this::changed);
    }

    /// Gives the new root up.
    RootAct cancelling() {
        return new RootAct(
                context.background(),
                context.rootDoor(),
                root -> context.home().rootRollover().cancel(root),
                this::changed);
    }

    /// Notes that a device trusts the new root: the owner has seen to it.
    void knows(Learner learner) {
        context.background()
                .run(
                        () -> {
                            context.home()
                                    .devices()
                                    .find(learner.id())
                                    .ifPresent(context.home().rootRollover()::knows);
                            return read(context.home());
                        },
                        read -> {
                            state.set(read);
                            context.navigation().homeChanged();
                        },
                        this::failed);
    }

    private void changed() {
        failure.set(Optional.empty());
        changed.run();
        context.navigation().homeChanged();
    }
}
