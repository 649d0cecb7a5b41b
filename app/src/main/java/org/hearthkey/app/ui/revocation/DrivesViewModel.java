package org.hearthkey.app.ui.revocation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.camera.Alarm;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.drive.DriveFinder;
import org.hearthkey.core.drive.DriveRemover;
import org.hearthkey.core.drive.FoundDrive;
import org.hearthkey.core.drive.FoundDrive.Kind;
import org.hearthkey.core.drive.Offer;
import org.hearthkey.core.drive.Removal.Outcome;

/// The drives that are plugged in, looked for again and again while they are shown, and the one that is chosen.
public final class DrivesViewModel {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final DriveFinder finder;
    private final DriveRemover remover;
    private final Path homeFile;
    private final Background background;
    private final Alarm alarm;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Looking());
    private final ReadOnlyObjectWrapper<Optional<FoundDrive>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Removing> removing = new ReadOnlyObjectWrapper<>(new Removing.Resting());
    private Runnable forget = () -> {};
    private boolean shown;

    /// @param homeFile the drive that it is on is no place for a bundle
    /// @param background a thread of its own: a broken drive may keep it waiting for long
    /// @param alarm tells when to look again
    public DrivesViewModel(
            DriveFinder finder, DriveRemover remover, Path homeFile, Background background, Alarm alarm) {
        this.finder = finder;
        this.remover = remover;
        this.homeFile = homeFile;
        this.background = background;
        this.alarm = alarm;
    }

    /// What is known of the drives.
    public sealed interface State {
        record Looking() implements State {}

        /// What there is.
        ///
        /// @param offers those made to be carried first; the computer's own disk is left out
        record Found(List<Offer> offers) implements State {
            public Found {
                offers = List.copyOf(offers);
            }
        }

        record Failed(Exception cause) implements State {}
    }

    /// How taking a drive out goes.
    public sealed interface Removing {
        record Resting() implements Removing {}

        record Busy(FoundDrive drive) implements Removing {}

        record Done(FoundDrive drive, Outcome outcome) implements Removing {}

        record Failed(Exception cause) implements Removing {}
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The drive that is to be written to. Where only one will do it is chosen by itself; it is not written to by itself.
    public ReadOnlyObjectProperty<Optional<FoundDrive>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Removing> removingProperty() {
        return removing.getReadOnlyProperty();
    }

    /// Looks now, and every now and then until [#stop()].
    public void start() {
        if (!shown) {
            shown = true;
            look();
        }
    }

    /// Looks no more.
    public void stop() {
        shown = false;
        forget.run();
    }

    private void look() {
        if (shown) {
            background.run(
                    () -> finder.offers(Optional.of(homeFile), DriveFinder.USUAL_BYTES),
                    this::show,
                    cause -> again(new State.Failed(cause)));
        }
    }

    private void show(List<Offer> all) {
        var offers = all.stream()
                .filter(offer -> offer.drive().kind() != Kind.SYSTEM)
                .toList();
        var welcome = offers.stream().filter(Offer::isWelcome).map(Offer::drive).toList();
        chosen.set(chosen.get()
                .flatMap(before -> now(before, offers))
                .or(() -> welcome.size() == 1 ? Optional.of(welcome.getFirst()) : Optional.empty()));
        again(new State.Found(offers));
    }

    /// The same drive as it is now, if it is still there and will do.
    private static Optional<FoundDrive> now(FoundDrive before, List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.objection().isEmpty())
                .map(Offer::drive)
                .filter(drive -> drive.folder().equals(before.folder())
                        && drive.device().equals(before.device())
                        && drive.size() == before.size())
                .findFirst();
    }

    private void again(State now) {
        if (!now.equals(state.get())) {
            state.set(now);
        }
        forget.run();
        if (shown) {
            forget = alarm.after(PAUSE, () -> background.tell(this::look));
        }
    }

    /// Chooses a drive against which nothing speaks.
    public void choose(FoundDrive drive) {
        if (state.get() instanceof State.Found(var offers)) {
            now(drive, offers).ifPresent(there -> chosen.set(Optional.of(there)));
        }
    }

    /// The drive made to be carried that a folder lies on.
    Optional<FoundDrive> carrying(Path folder) {
        return state.get() instanceof State.Found(var offers)
                ? offers.stream()
                        .map(Offer::drive)
                        .filter(drive -> drive.kind() == Kind.REMOVABLE && folder.startsWith(drive.folder()))
                        .findFirst()
                : Optional.empty();
    }

    /// Makes a drive safe to pull out.
    public void remove(FoundDrive drive) {
        removing.set(new Removing.Busy(drive));
        background.run(
                () -> remover.remove(drive),
                outcome -> removing.set(new Removing.Done(drive, outcome)),
                cause -> removing.set(new Removing.Failed(cause)));
    }

    /// Forgets what was taken out, when something new is written.
    void forgetRemoval() {
        removing.set(new Removing.Resting());
    }
}
