package org.hearthkey.app.ui.recovery;

import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.print.PaperPrinter;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.home.SheetDraft;
import org.hearthkey.core.recovery.IssuedSheets;
import org.hearthkey.core.recovery.ShareSeat;

/// What is known of the home's recovery sheets, and what is being done with them.
public final class RecoveryViewModel implements SheetsWanted {
    /// What the screen shows.
    public sealed interface State {
        /// Nothing was read yet.
        record Reading() implements State {}

        record NoSheets() implements State {}

        record InForce(IssuedSheets sheets) implements State {}

        /// New sheets are printed and read back.
        record Making(SheetMaking making) implements State {}

        record Drilling(SheetDrill drill) implements State {}

        /// A ceremony is led through.
        record Directing(CeremonyDirector director) implements State {}
    }

    private final HomeContext context;
    private final Background pictures;
    private final PaperPrinter printer;
    private final CoreSaving saving;
    private final CeremonyCircumstances circumstances;
    private final Locksmith locksmith;
    private final WayOut out;
    private final RolloverViewModel rollover;
    private final ReadOnlyObjectWrapper<Optional<Ceremony>> brokenOff = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Runnable forget = () -> {};
    private boolean hasTokens;
    private boolean hasLeft;

    /// @param circumstances what ceremonies say of this computer and of the program
    /// @param locksmith makes the lock on the key of a new root
    /// @param out leads to ceremonies that open a home themselves
    /// @param pictures where pictures are looked through and paper is printed, so that the home does not wait
    public RecoveryViewModel(
            HomeContext context,
            Background pictures,
            PaperPrinter printer,
            CeremonyCircumstances circumstances,
            Locksmith locksmith,
            WayOut out) {
        this.locksmith = locksmith;
        this.out = out;
        rollover = new RolloverViewModel(context, locksmith, this::refresh);
        this.circumstances = circumstances;
        this.context = context;
        this.pictures = pictures;
        this.printer = printer;
        saving = new CoreSaving(context);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the sheets could not be read, or what was said of them not be noted, the last time.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// The ceremony that broke off, if one did.
    ReadOnlyObjectProperty<Optional<Ceremony>> brokenOffProperty() {
        return brokenOff.getReadOnlyProperty();
    }

    /// Lets the owner read a script, and hold its ceremony.
    void direct(Script script) {
        directed(script);
    }

    /// Goes on with the ceremony that broke off.
    void goOn() {
        brokenOff.get().ifPresent(ceremony -> directed(ceremony.script()).resume());
    }

    /// Goes on with the ceremony in which the home was opened.
    public void takeUp() {
        context.background()
                .run(
                        () -> context.home().ceremonies().open(),
                        open -> open.ifPresent(
                                ceremony -> directed(ceremony.script()).goOn(ceremony)),
                        cause -> failure.set(Optional.of(cause)));
    }

    /// Gives a ceremony up that broke off.
    void giveUp(Ceremony ceremony, String reason) {
        context.background()
                .run(
                        () -> {
                            context.home().ceremonies().stop(ceremony, reason);
                            return ceremony;
                        },
                        _ -> {
                            refresh();
                            context.navigation().homeChanged();
                        },
                        cause -> failure.set(Optional.of(cause)));
    }

    private CeremonyDirector directed(Script script) {
        var director = new CeremonyDirector(
                script,
                context,
                circumstances,
                pictures,
                printer,
                this::hasTokens,
                locksmith,
                rollover::obstacle,
                out,
                this::ended);
        forget = director::forget;
        state.set(new State.Directing(director));
        return director;
    }

    /// Puts the sealed core on paper or into a file.
    CoreSaving saving() {
        return saving;
    }

    /// The change of the root.
    RolloverViewModel rollover() {
        return rollover;
    }

    /// Reads what is known, unless sheets are being made or proven.
    public void refresh() {
        rollover.refresh();
        if (!isBusy()) {
            read(() -> context.home().recoverySheets().issued());
        }
        context.background()
                .run(
                        () -> context.home().ceremonies().open(),
                        brokenOff::set,
                        cause -> failure.set(Optional.of(cause)));
        context.background()
                .run(
                        () -> context.home().unlocking().slots().stream()
                                .anyMatch(slot -> slot.token().isPresent()),
                        found -> hasTokens = found,
                        cause -> failure.set(Optional.of(cause)));
    }

    @Override
    public boolean hasTokens() {
        return hasTokens;
    }

    private boolean isBusy() {
        return switch (state.get()) {
            case State.Making _, State.Drilling _, State.Directing _ -> true;
            case State.Reading _, State.NoSheets _, State.InForce _ -> false;
        };
    }

    private void read(Callable<Optional<IssuedSheets>> work) {
        context.background()
                .run(
                        work,
                        found -> {
                            failure.set(Optional.empty());
                            if (!isBusy()) {
                                show(found);
                            }
                        },
                        cause -> failure.set(Optional.of(cause)));
    }

    private void show(Optional<IssuedSheets> found) {
        state.set(found.<State>map(State.InForce::new).orElseGet(State.NoSheets::new));
    }

    /// Notes where a sheet is kept.
    public void keptAt(ShareSeat seat, String place) {
        read(() -> {
            context.home().recoverySheets().keptAt(seat, place.strip());
            return context.home().recoverySheets().issued();
        });
    }

    @Override
    public NewSheets asked() {
        return NewSheets.of(context);
    }

    @Override
    public RootAct making(NewSheets asked) {
        var act = asked.act(this::begin);
        forget = act::wipe;
        return act;
    }

    /// Puts sheets on paper that were made already.
    public void begin(SheetDraft draft) {
        var making = new SheetMaking(draft, context, pictures, printer, this::ended);
        if (hasLeft) {
            making.forget();
            return;
        }
        forget = making::forget;
        state.set(new State.Making(making));
    }

    /// Lets the owner prove the sheets that are in force.
    public void drill() {
        if (state.get() instanceof State.InForce(var sheets)) {
            var drill = new SheetDrill(sheets, context, pictures, this::ended);
            forget = drill::forget;
            state.set(new State.Drilling(drill));
        }
    }

    private void ended() {
        forget = () -> {};
        state.set(new State.Reading());
        refresh();
    }

    /// Forgets what is under way, and every share with it: the home is locked.
    void leave() {
        hasLeft = true;
        forget.run();
    }
}
