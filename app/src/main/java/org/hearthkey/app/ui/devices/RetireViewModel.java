package org.hearthkey.app.ui.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.handover.NewFiles;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.print.ProofSheets;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDoor;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.AccountName;
import org.hearthkey.core.retire.Account;
import org.hearthkey.core.retire.Retirement;
import org.hearthkey.core.retire.Step;

/// Leads one device out of the home: how far it has come, and each step. What was done is kept, so that it can be gone on
/// with another day.
public final class RetireViewModel {
    private final Home home;
    private final Background background;
    private final Navigation navigation;
    private final RootDoor door;
    private final InstantSource clock;
    private final Words words;
    private final Dates dates;
    private final Device device;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Looking());

    public RetireViewModel(Device device, HomeContext context) {
        this.device = device;
        home = context.home();
        background = context.background();
        navigation = context.navigation();
        door = context.rootDoor();
        clock = context.clock();
        words = context.words();
        dates = context.dates();
    }

    /// All that the guide can be in.
    public sealed interface State {
        record Looking() implements State {}

        /// Nothing was begun.
        ///
        /// @param retirement what there is to do
        record Asking(Retirement retirement) implements State {}

        /// Some steps are left, or none but the last word.
        record Going(Retirement retirement) implements State {}

        /// All is done.
        ///
        /// @param sheet where the proof sheet was written, if it was
        record Retired(Retirement retirement, Optional<Path> sheet) implements State {}

        record Failed(Exception cause) implements State {}
    }

    public Device device() {
        return device;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks how far it has come.
    public void look() {
        run(() -> home.retirements().of(device));
    }

    /// Revokes the device and keeps that it leaves.
    public void begin() {
        change(() -> home.retirements().begin(device));
    }

    /// The owner says that this is done.
    public void confirm(Step step) {
        change(() -> home.retirements().confirm(device, step));
    }

    /// Lists an account, unless it has no name or is there already.
    public void add(String typed, Account.Sort sort) {
        var name = AccountName.parse(typed);
        if (name.isPresent()) {
            change(() -> {
                if (home.retirements().find(device, name.get()).isEmpty()) {
                    home.retirements().add(device, name.get(), sort);
                }
                return home.retirements().of(device);
            });
        }
    }

    /// The owner took this account back.
    public void tickOff(Account account) {
        change(() -> {
            home.retirements().tickOff(device, account);
            return home.retirements().of(device);
        });
    }

    /// Calls the device retired.
    public void finish() {
        change(() -> home.retirements().finish(device));
    }

    /// Forgets its setup code.
    public RootAct destroyCode() {
        return new RootAct(background, door, root -> home.setupCodes().destroy(device, root), this::changed);
    }

    /// Lets it start anew as another device.
    public RootAct repurpose() {
        return new RootAct(background, door, root -> home.retirements().repurpose(device, root), this::changed);
    }

    private void changed() {
        navigation.homeChanged();
        look();
    }

    /// Writes the proof sheet into a folder, as a new file.
    public void saveSheet(Path folder) {
        background.run(
                () -> new State.Retired(home.retirements().of(device), Optional.of(write(folder))),
                state::set,
                cause -> state.set(new State.Failed(cause)));
    }

    private Path write(Path folder) throws IOException {
        var name = words.text("devices.proof.file", device.name().text());
        try (var files = new NewFiles(folder, NewFiles.Taken.REFUSED);
                var pdf = new ProofSheets(home).pdf(device, words, dates, Paper.A4, clock.instant())) {
            files.reserve(name);
            return pdf.use(bytes -> {
                files.write(name, bytes);
                return files.keep().getFirst();
            });
        }
    }

    private void change(Callable<Retirement> act) {
        background.run(
                act,
                retirement -> {
                    show(retirement);
                    navigation.homeChanged();
                },
                cause -> state.set(new State.Failed(cause)));
    }

    private void run(Callable<Retirement> reading) {
        background.run(reading, this::show, cause -> state.set(new State.Failed(cause)));
    }

    private void show(Retirement retirement) {
        if (!retirement.isBegun()) {
            state.set(new State.Asking(retirement));
        } else if (retirement.isRetired()) {
            state.set(new State.Retired(retirement, Optional.empty()));
        } else {
            state.set(new State.Going(retirement));
        }
    }
}
