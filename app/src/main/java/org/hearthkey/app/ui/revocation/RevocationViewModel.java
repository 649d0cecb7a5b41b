package org.hearthkey.app.ui.revocation;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDoor;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.deliver.Deliveries.Delivered;
import org.hearthkey.core.deliver.DeliveryException;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.Forecast;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.revoke.SignedList;

/// The lists, what the chosen one would bring about, and handing all of them out.
public final class RevocationViewModel {
    private final Home home;
    private final Background background;
    private final Navigation navigation;
    private final InstantSource clock;
    private final RootDoor door;
    private final ListReader reader;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ReadOnlyObjectWrapper<Optional<Consequences>> consequences =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Export> export =
            new ReadOnlyObjectWrapper<>(new Export.Resting(Optional.empty()));
    private final ReadOnlyObjectWrapper<Signing> signing = new ReadOnlyObjectWrapper<>(new Signing.Resting());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final BooleanProperty withProgram = new SimpleBooleanProperty();
    private final DriveWriter writer;
    private Runnable forget = () -> {};

    public RevocationViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
        navigation = context.navigation();
        clock = context.clock();
        door = context.rootDoor();
        reader = new ListReader(home);
        writer = new DriveWriter(home);
    }

    /// All that the screen can be in.
    public sealed interface State {
        record Reading() implements State {}

        record Ready(List<ListRow> rows) implements State {
            public Ready {
                rows = List.copyOf(rows);
            }
        }

        record Failed(Exception cause) implements State {}
    }

    /// How handing out goes.
    public sealed interface Export {
        /// Nothing is being written.
        ///
        /// @param last the folder that was written to last, if it is there now
        record Resting(Optional<Path> last) implements Export {}

        /// What writing there would do is worked out.
        record Looking(Path folder) implements Export {}

        /// The owner is told what it would do, and has not said yes.
        record Asking(Path folder, Forecast forecast) implements Export {}

        record Writing(Path folder) implements Export {}

        /// It was read back as it was written.
        ///
        /// @param program where the hub's program lies beside it, if it was wanted
        record Written(Path folder, Delivered delivered, Optional<Path> program) implements Export {}

        record Failed(Path folder, Exception cause) implements Export {}
    }

    /// How signing lists goes.
    public sealed interface Signing {
        record Resting() implements Signing {}

        record Busy() implements Signing {}

        record Signed(List<SignedList> lists) implements Signing {
            public Signed {
                lists = List.copyOf(lists);
            }
        }

        record Failed(Exception cause) implements Signing {}
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What the chosen list would bring about.
    public ReadOnlyObjectProperty<Optional<Consequences>> consequencesProperty() {
        return consequences.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Export> exportProperty() {
        return export.getReadOnlyProperty();
    }

    /// Whether the program that hubs run is put beside the bundle.
    public BooleanProperty withProgramProperty() {
        return withProgram;
    }

    private DriveWriter.Program program() {
        return withProgram.get() ? DriveWriter.Program.WITH : DriveWriter.Program.WITHOUT;
    }

    /// How much of what is being written is done, from 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Signing> signingProperty() {
        return signing.getReadOnlyProperty();
    }

    /// Reads the home anew and keeps the chosen list; at first the one that matters most is chosen.
    public void read() {
        background.run(reader::rows, this::show, cause -> state.set(new State.Failed(cause)));
        if (export.get() instanceof Export.Resting) {
            background.run(
                    writer::lastFolder,
                    last -> export.set(new Export.Resting(last)),
                    cause -> state.set(new State.Failed(cause)));
        }
    }

    private void show(List<ListRow> rows) {
        state.set(new State.Ready(rows));
        var before = consequences.get().map(shown -> shown.row().issuer());
        rows.stream()
                .filter(row -> before.equals(Optional.of(row.issuer())))
                .findFirst()
                .or(() -> rows.stream().filter(ListRow::isKeptBack).findFirst())
                .or(() -> rows.stream().findFirst())
                .ifPresent(this::choose);
    }

    public void choose(ListRow row) {
        background.run(
                () -> reader.consequences(row, clock.instant()),
                worked -> consequences.set(Optional.of(worked)),
                cause -> state.set(new State.Failed(cause)));
    }

    /// Chooses the list of the zone with that name, when another screen points at it.
    public void choose(String zone) {
        if (state.get() instanceof State.Ready(var rows)) {
            rows.stream()
                    .filter(row -> row.issuer().code().equals(zone))
                    .findFirst()
                    .ifPresent(this::choose);
        }
    }

    /// Works out what writing to a folder would do, and waits for the owner's yes.
    public void ask(Path folder) {
        export.set(new Export.Looking(folder));
        background.run(
                () -> writer.look(folder),
                forecast -> {
                    export.set(new Export.Asking(folder, forecast));
                    read(); // hubs may have said something
                },
                cause -> export.set(new Export.Failed(folder, cause)));
    }

    /// The owner did not say yes.
    public void decline() {
        if (export.get() instanceof Export.Asking(var folder, var _)) {
            export.set(new Export.Resting(Optional.of(folder)));
        }
    }

    /// Writes what hits something that hardly can be meant: the root's secret says that it is.
    ///
    /// @param word what is typed first
    public RootAct exportAsRoot(Path folder, TypedWord word) {
        var program = program();
        var meant = RootAct.Work.of(root -> {
            var written = writer.write(folder, program, root);
            background.tell(() -> export.set(written));
        });
        var act =
                new RootAct(background, door, new RootAct.Plain(word.isTyped(), () -> meant), navigation::homeChanged);
        forget = act::wipe;
        return act;
    }

    /// Writes all anchors and lists to a folder as one bundle, and reads it back.
    public void export(Path folder) {
        if (export.get() instanceof Export.Writing) {
            return;
        }
        stopped.set(false);
        progress.set(0);
        export.set(new Export.Writing(folder));
        var program = program();
        background.run(
                () -> writer.write(folder, program, this::progressed),
                written -> {
                    export.set(written);
                    navigation.homeChanged();
                },
                cause -> export.set(
                        isStop(cause) ? new Export.Resting(Optional.of(folder)) : new Export.Failed(folder, cause)));
    }

    /// Called on the thread that writes.
    private DeliveryProgress.Going progressed(long done, long of) {
        double share = (double) done / of;
        background.tell(() -> progress.set(share));
        return stopped.get() ? DeliveryProgress.Going.STOP : DeliveryProgress.Going.ON;
    }

    private static boolean isStop(Exception cause) {
        return cause instanceof DeliveryException failed && failed.reason() == DeliveryException.Reason.STOPPED;
    }

    /// Stops what is being written. The bundle that was there before stays whole.
    public void stop() {
        stopped.set(true);
    }

    /// Signs the next list of the services and of every zone.
    public void signAll() {
        if (signing.get() instanceof Signing.Busy) {
            return;
        }
        signing.set(new Signing.Busy());
        background.run(
                () -> home.lists().newest().stream()
                        .map(SignedList::issuer)
                        .filter(issuer -> !(issuer instanceof Role.Root))
                        .map(home.lists()::sign)
                        .toList(),
                this::signed,
                cause -> signing.set(new Signing.Failed(cause)));
    }

    /// Signs the lists of the services or of a zone for so many months from now.
    public void signAhead(Role issuer, int months) {
        if (signing.get() instanceof Signing.Busy) {
            return;
        }
        signing.set(new Signing.Busy());
        background.run(
                () -> List.of(home.lists().sign(issuer, months)),
                this::signed,
                cause -> signing.set(new Signing.Failed(cause)));
    }

    /// Signs the root's lists for so many months from now.
    ///
    /// @param months asked at each try
    public RootAct rootsAhead(IntSupplier months) {
        var asked = new RootAct.Plain(new SimpleBooleanProperty(true), () -> {
            int wanted = months.getAsInt();
            return RootAct.Work.of(root -> {
                var list = home.lists().signRoots(root, wanted);
                background.tell(() -> signing.set(new Signing.Signed(List.of(list))));
            });
        });
        var act = new RootAct(background, door, asked, navigation::homeChanged);
        forget = act::wipe;
        return act;
    }

    private void signed(List<SignedList> lists) {
        signing.set(new Signing.Signed(lists));
        navigation.homeChanged();
    }

    /// Overwrites what is being typed.
    public void wipe() {
        forget.run();
    }
}
