package org.hearthkey.app.ui.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ceremony.PracticeFolder;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.app.preference.RememberedHomes;
import org.hearthkey.app.preference.RememberedTries;
import org.hearthkey.app.ui.recovery.ActDue;
import org.hearthkey.app.ui.recovery.OutsideCeremony;
import org.hearthkey.app.ui.recovery.WayOut;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.welcome.Entrance;
import org.hearthkey.app.ui.welcome.Occasion;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.home.Attempts;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.KeptTries;
import org.hearthkey.core.home.SheetDraft;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.sale.HouseContents;
import org.hearthkey.core.witness.Anchors;

/// Which home is open, locked or about to be made, and what is remembered between two starts.
public final class ShellViewModel implements Entrance, WayOut {
    /// What the window shows.
    public sealed interface State {
        record Welcome() implements State {}

        /// A home is made.
        record Creating(Occasion occasion) implements State {}

        /// The package of a house is opened.
        record Receiving() implements State {}

        /// A ceremony is held whose home is not open yet.
        record Holding(OutsideCeremony ceremony) implements State {}

        record Locked(Path file) implements State {}

        /// A home is recovered from its sheets.
        ///
        /// @param due the act of a ceremony for which it is
        record Restoring(Path file, Optional<ActDue> due) implements State {}

        /// A home whose file is gone is made anew.
        record Rebuilding() implements State {}

        /// A home is open.
        ///
        /// @param wrongTries what was tried in vain before it was unlocked
        record Open(Home home, Path file, Optional<WrongTries> wrongTries, Arrival arrival) implements State {}
    }

    private final Background background;
    private final PreferencesFile kept;
    private final InstantSource clock;
    private final IdleLock idle;
    private BooleanSupplier screenIsWatched = () -> false;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Welcome());
    private final ReadOnlyObjectWrapper<Preferences> preferences;
    private final ReadOnlyObjectWrapper<Optional<Practice>> practice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Exception>> notKept = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A rehearsal under way.
    ///
    /// @param folder where everything of it lies, and is wiped at its end
    /// @param broughtBack whether the home was opened with its sheets
    public record Practice(PracticeFolder folder, boolean broughtBack) {}

    public ShellViewModel(Background background, PreferencesFile kept, Preferences first, InstantSource clock) {
        this.background = background;
        this.kept = kept;
        this.clock = clock;
        preferences = new ReadOnlyObjectWrapper<>(first);
        idle = new IdleLock(clock, first.lockAfter());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        return preferences.getReadOnlyProperty();
    }

    /// Why the preferences could not be kept the last time they changed.
    public ReadOnlyObjectProperty<Optional<Exception>> notKeptProperty() {
        return notKept.getReadOnlyProperty();
    }

    /// What this computer remembers of homes.
    Anchors anchors() {
        return isPractice() ? Anchors.NONE : RememberedHomes.beside(kept);
    }

    /// Counts wrong passphrases for each home.
    Attempts attempts() {
        return new Attempts(isPractice() ? KeptTries.NONE : RememberedTries.beside(kept), clock);
    }

    /// Where the preferences are kept.
    public Path keptIn() {
        return kept.path();
    }

    /// From now on somebody may tell when the screen locks.
    ///
    /// @param heard whether he is heard at the moment
    void watchScreen(BooleanSupplier heard) {
        screenIsWatched = heard;
    }

    /// Whether a locked screen locks the home too.
    public boolean isScreenWatched() {
        return screenIsWatched.getAsBoolean();
    }

    /// Changes what is remembered, here and in its file.
    public void prefer(UnaryOperator<Preferences> change) {
        var changed = change.apply(preferences.get());
        preferences.set(changed);
        idle.after(changed.lockAfter());
        background.run(
                () -> {
                    kept.write(changed);
                    return changed;
                },
                _ -> notKept.set(Optional.empty()),
                cause -> notKept.set(Optional.of(cause)));
    }

    /// The rehearsal under way, if there is one.
    public ReadOnlyObjectProperty<Optional<Practice>> practiceProperty() {
        return practice.getReadOnlyProperty();
    }

    private boolean isPractice() {
        return practice.get().isPresent();
    }

    @Override
    public void rehearse() {
        rehearse(this::create);
    }

    private void rehearse(Runnable first) {
        background.run(
                PracticeFolder::make,
                folder -> {
                    practice.set(Optional.of(new Practice(folder, false)));
                    first.run();
                },
                cause -> notKept.set(Optional.of(cause)));
    }

    /// Throws away everything of a rehearsal.
    public void endRehearsal() {
        lock();
        practice.get()
                .ifPresent(over -> background.run(
                        () -> {
                            over.folder().close();
                            return over;
                        },
                        _ -> {},
                        _ -> {}));
        practice.set(Optional.empty());
        state.set(new State.Welcome());
    }

    @Override
    public void welcome() {
        if (isPractice()) {
            endRehearsal();
        } else {
            state.set(new State.Welcome());
        }
    }

    @Override
    public void create() {
        state.set(new State.Creating(new Occasion.Wanted()));
    }

    @Override
    public void create(HouseContents house) {
        state.set(new State.Creating(new Occasion.Bought(house)));
    }

    @Override
    public void create(ActDue due) {
        state.set(new State.Creating(new Occasion.InCeremony(due)));
    }

    @Override
    public void receive() {
        state.set(new State.Receiving());
    }

    /// A script that makes a home and loses it is held with a home that is thrown away.
    @Override
    public void hold(OutsideCeremony ceremony) {
        if (OutsideCeremony.isRehearsal(ceremony.script()) && !isPractice()) {
            rehearse(() -> hold(ceremony));
        } else {
            state.set(new State.Holding(ceremony));
        }
    }

    @Override
    public void hold(Script script) {
        var file = state.get() instanceof State.Open(var _, var open, var _, var _)
                ? Optional.of(open)
                : Optional.<Path>empty();
        lock();
        hold(OutsideCeremony.of(script, file));
    }

    @Override
    public void bringBack(ActDue due) {
        if (state.get() instanceof State.Open(var _, var file, var _, var _)) {
            lock();
            restore(file, due);
        }
    }

    @Override
    public void unlock(Path file) {
        state.set(new State.Locked(file));
    }

    @Override
    public void restore(Path file) {
        state.set(new State.Restoring(file, Optional.empty()));
    }

    @Override
    public void restore(Path file, ActDue due) {
        state.set(new State.Restoring(file, Optional.of(due)));
    }

    @Override
    public void rebuild() {
        state.set(new State.Rebuilding());
    }

    @Override
    public void enter(Home home, Path file, Optional<WrongTries> wrongTries) {
        enter(new State.Open(home, file, wrongTries, new Arrival.AsUsual()));
    }

    @Override
    public void enterWithSheets(Home home, Path file, SheetDraft sheets) {
        enter(new State.Open(home, file, Optional.empty(), new Arrival.WithSheets(sheets)));
    }

    @Override
    public void enterInCeremony(Home home, Path file, Optional<WrongTries> wrongTries) {
        enter(new State.Open(home, file, wrongTries, new Arrival.InCeremony()));
    }

    private void enter(State.Open opened) {
        idle.begin();
        if (isPractice()) {
            practise();
        } else {
            prefer(preferred -> preferred.opened(opened.file(), clock.instant()));
        }
        state.set(opened);
    }

    /// Whoever comes from the sheets has brought the home back.
    private void practise() {
        if (state.get() instanceof State.Restoring) {
            practice.set(practice.get().map(now -> new Practice(now.folder(), true)));
            prefer(preferred -> preferred.rehearsedAt(clock.instant()));
        }
    }

    /// Closes the home, if one is open: its keys are forgotten and its passphrase is asked for again.
    public void lock() {
        if (state.get() instanceof State.Open(var home, var file, var _, var _)) {
            state.set(new State.Locked(file));
            background.run(
                    () -> {
                        home.close();
                        collectGarbage();
                        return file;
                    },
                    _ -> {},
                    _ -> {});
        }
    }

    /// What could not be overwritten, such as strings that a library asked for and the JDK's key objects, is unreachable
    /// now. It leaves memory when it is collected, which could be hours later by itself.
    private static void collectGarbage() {
        System.gc();
    }

    /// Closes the home and lets the owner choose another file.
    public void openAnother() {
        lock();
        welcome();
    }

    /// Somebody is at the window.
    public void touch() {
        idle.touch();
    }

    /// Whether nobody has been there for too long, or the computer slept. To be asked once a second; says so once.
    public boolean isDeserted() {
        boolean due = idle.isDue();
        if (due) {
            idle.begin();
        }
        return due;
    }

    /// Whole minutes left until it locks, rounded up; nothing if no home is open.
    public Optional<Long> minutesLeft() {
        if (!(state.get() instanceof State.Open)) {
            return Optional.empty();
        }
        return Optional.of(idle.left().plusSeconds(59).toMinutes());
    }
}
