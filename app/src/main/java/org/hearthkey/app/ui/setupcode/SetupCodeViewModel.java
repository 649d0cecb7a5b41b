package org.hearthkey.app.ui.setupcode;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.hearthkey.app.camera.LabelPhoto;
import org.hearthkey.app.handover.NewFiles;
import org.hearthkey.app.handover.SecretFile;
import org.hearthkey.app.print.CodeSheets;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDoor;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.OpenedLabel;
import org.hearthkey.core.home.SetupCodes;

/// The code of the device that one looks at. It is open for as long as the owner looks at it and not a moment longer: another
/// device, another screen or a locked home overwrites it.
public final class SetupCodeViewModel {
    private static final int PAGE = 500;

    private final Home home;
    private final Background background;
    private final Navigation navigation;
    private final RootDoor door;
    private final InstantSource clock;
    private final Words words;
    private final ReadOnlyObjectWrapper<Optional<OpenedLabel>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private Optional<DeviceId> subject = Optional.empty();
    private Runnable forget = () -> {};

    public SetupCodeViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
        navigation = context.navigation();
        door = context.rootDoor();
        clock = context.clock();
        words = context.words();
    }

    /// The label as long as it is shown.
    public ReadOnlyObjectProperty<Optional<OpenedLabel>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /// Why the last photo was not kept.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// Whether a photo is being read.
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Says which device one looks at, if any. The code of another is overwritten.
    public void lookAt(Optional<DeviceId> device) {
        if (!device.equals(subject)) {
            subject = device;
            failure.set(Optional.empty());
            hide();
        }
    }

    /// Overwrites the code.
    public void hide() {
        opened.get().ifPresent(OpenedLabel::close);
        opened.set(Optional.empty());
    }

    /// Overwrites the code and whatever is being typed.
    public void leave() {
        lookAt(Optional.empty());
        forget.run();
    }

    /// Opens the code for the screen.
    public RootAct showing(Device device) {
        return act(
                () -> secret -> {
                    var label = home.setupCodes().show(device, secret);
                    background.tell(() -> take(device, label));
                },
                () -> {});
    }

    /// What was opened for a device that nobody looks at any more is overwritten unseen.
    private void take(Device device, OpenedLabel label) {
        if (subject.equals(Optional.of(device.id()))) {
            hide();
            opened.set(Optional.of(label));
        } else {
            label.close();
        }
    }

    /// Keeps a photo of the label beside the code, in place of the one before.
    ///
    /// @param kept told on the JavaFX thread
    public void keepPhoto(Device device, Path picture, Runnable kept) {
        failure.set(Optional.empty());
        reading.set(true);
        background.run(
                () -> {
                    try (var photo = LabelPhoto.read(picture, SetupCodes.MOST_PHOTO_BYTES)) {
                        home.setupCodes().keepPhoto(device, photo);
                    }
                    return device;
                },
                _ -> {
                    reading.set(false);
                    hide();
                    navigation.homeChanged();
                    kept.run();
                },
                cause -> {
                    reading.set(false);
                    failure.set(Optional.of(cause));
                });
    }

    /// Which codes go on a sheet of stickers.
    public enum Which {
        THIS,
        ZONE,
        HOME
    }

    /// Writes a sheet of stickers into a new file.
    ///
    /// @param written told on the JavaFX thread
    public RootAct stickers(Device device, SheetPlan plan, Runnable written) {
        return act(
                () -> {
                    var sheets = sheets(plan);
                    var which = plan.which().get();
                    return secret -> {
                        try (var file = new SecretFile(plan.file(), NewFiles.Taken.REFUSED)) {
                            sheets.stickers(chosen(device, which), file, secret);
                        }
                    };
                },
                written);
    }

    /// Writes the page for whoever gets the device, and forgets the code if it is to be forgotten.
    ///
    /// @param written told on the JavaFX thread
    public RootAct handingOver(Device device, SheetPlan plan, Runnable written) {
        return act(
                () -> {
                    var sheets = sheets(plan);
                    var then = plan.then().get();
                    return secret -> {
                        try (var file = new SecretFile(plan.file(), NewFiles.Taken.REFUSED)) {
                            sheets.handOver(device, then, file, secret);
                        }
                    };
                },
                () -> {
                    hide();
                    written.run();
                });
    }

    private CodeSheets sheets(SheetPlan plan) {
        return new CodeSheets(home, words, plan.paper().get());
    }

    /// Forgets code and photo.
    ///
    /// @param destroyed told on the JavaFX thread
    public RootAct destroying(Device device, Runnable destroyed) {
        return act(() -> secret -> home.setupCodes().destroy(device, secret), () -> {
            hide();
            destroyed.run();
        });
    }

    private List<Device> chosen(Device device, Which which) {
        var all = DeviceQuery.all(clock.instant());
        return switch (which) {
            case THIS -> List.of(device);
            case ZONE -> withCode(all.inZone(device.zone()));
            case HOME -> withCode(all);
        };
    }

    private List<Device> withCode(DeviceQuery query) {
        var found = new ArrayList<Device>();
        List<Device> page;
        int offset = 0;
        do {
            page = home.devices().page(query, offset, PAGE);
            page.stream()
                    .filter(device -> home.setupCodes().find(device).isPresent())
                    .forEach(found::add);
            offset += page.size();
        } while (page.size() == PAGE);
        return found;
    }

    /// @param prepared asked on the JavaFX thread at each try
    private RootAct act(Supplier<RootAct.Alone> prepared, Runnable done) {
        var asked = new RootAct.Plain(new SimpleBooleanProperty(true), () -> RootAct.Work.of(prepared.get()));
        var act = new RootAct(background, door, asked, () -> {
            navigation.homeChanged();
            done.run();
        });
        forget = act::wipe;
        return act;
    }
}
