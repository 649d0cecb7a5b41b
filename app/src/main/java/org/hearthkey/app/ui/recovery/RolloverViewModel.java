package org.hearthkey.app.ui.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.RolloverRecords.Learner;
import org.hearthkey.core.authority.RolloverRecords.Trust;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.token.TokenUri;

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
        record Settled(Optional<Instant> changed, Instant ends, List<String> others) implements State {
            public Settled {
                others = List.copyOf(others);
            }
        }

        /// A new root is to come.
        ///
        /// @param learners the first devices that do not know it
        /// @param others the issuers of other programs that will need another certificate
        /// @param token where its key is; nothing if that is in the file
        record UnderWay(
                Rollover change, Trust trust, List<Learner> learners, List<String> others, Optional<TokenUri> token)
                implements State {
            public UnderWay {
                learners = List.copyOf(learners);
                others = List.copyOf(others);
            }
        }
    }

    private final HomeContext context;
    private final Locksmith locksmith;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param locksmith makes the lock on the new root's key
    /// @param changed told when the root was changed, or is to be; reads this anew
    RolloverViewModel(HomeContext context, Locksmith locksmith, Runnable changed) {
        this.context = context;
        this.locksmith = locksmith;
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
        var others = rollover.others().stream().map(each -> each.name().text()).toList();
        return rollover.state()
                .filter(Rollover::isUnderWay)
                .<State>map(change -> new State.UnderWay(
                        change, rollover.trust(), rollover.learners(NAMED), others, rollover.nextOnToken()))
                .orElseGet(() -> new State.Settled(
                        rollover.state().flatMap(Rollover::finished),
                        home.issuers().root().certificate().notAfter(),
                        others));
    }

    private void failed(Exception cause) {
        failure.set(Optional.of(cause));
    }

    /// The key of the sentence that says why no new root can be made here; empty if one can.
    Optional<String> obstacle() {
        return state.get() instanceof State.UnderWay ? Optional.of("rollover.already.note") : Optional.empty();
    }

    /// What is asked for a new root.
    NextRootAsked asked() {
        return new NextRootAsked(context, locksmith);
    }

    /// Makes a new root beside the old one.
    RootAct beginning(NextRootAsked asked) {
        return new RootAct(context.background(), context.rootDoor(), asked, this::changed);
    }

    /// Has the new root take its place.
    ///
    /// @param left how many devices the owner gives up
    RootAct finishing(long left) {
        return new RootAct(
                context.background(),
                context.nextRootDoor(),
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
