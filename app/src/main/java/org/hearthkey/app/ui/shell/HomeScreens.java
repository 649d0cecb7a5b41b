package org.hearthkey.app.ui.shell;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hearthkey.app.camera.Alarm;
import org.hearthkey.app.launch.Launch;
import org.hearthkey.app.print.PaperPrinter;
import org.hearthkey.app.ui.approve.ApproveView;
import org.hearthkey.app.ui.approve.ApproveViewModel;
import org.hearthkey.app.ui.camera.CameraViewModel;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.devices.DeviceDialogs;
import org.hearthkey.app.ui.devices.DevicesView;
import org.hearthkey.app.ui.devices.DevicesViewModel;
import org.hearthkey.app.ui.home.HomeView;
import org.hearthkey.app.ui.home.HomeViewModel;
import org.hearthkey.app.ui.house.HouseViewModel;
import org.hearthkey.app.ui.journal.JournalView;
import org.hearthkey.app.ui.journal.JournalViewModel;
import org.hearthkey.app.ui.journal.WitnessViewModel;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.recovery.RecoveryView;
import org.hearthkey.app.ui.recovery.RecoveryViewModel;
import org.hearthkey.app.ui.recovery.SheetWays;
import org.hearthkey.app.ui.recovery.WayOut;
import org.hearthkey.app.ui.revocation.DrivesViewModel;
import org.hearthkey.app.ui.revocation.RevocationView;
import org.hearthkey.app.ui.revocation.RevocationViewModel;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.screen.Screen;
import org.hearthkey.app.ui.settings.ExperimentsViewModel;
import org.hearthkey.app.ui.settings.SettingsView;
import org.hearthkey.app.ui.settings.SettingsViewModel;
import org.hearthkey.app.ui.settings.TrustViewModel;
import org.hearthkey.app.ui.settings.UnlockingViewModel;
import org.hearthkey.app.ui.setupcode.SetupCodeDialogs;
import org.hearthkey.app.ui.setupcode.SetupCodePane;
import org.hearthkey.app.ui.setupcode.SetupCodeViewModel;
import org.hearthkey.app.ui.task.HomeThread;
import org.hearthkey.app.ui.timeline.TimelineView;
import org.hearthkey.app.ui.timeline.TimelineViewModel;
import org.hearthkey.app.ui.zones.KindsViewModel;
import org.hearthkey.app.ui.zones.ZonesView;
import org.hearthkey.app.ui.zones.ZonesViewModel;
import org.hearthkey.core.drive.Drives;
import org.hearthkey.core.drive.Removal;

/// The screens of one open home, made when first asked for. Here each place gets its view and its view model.
final class HomeScreens {
    private final Map<Place, Supplier<Screen>> known = new EnumMap<>(Place.class);
    private final List<Runnable> atLeaving = new ArrayList<>();
    private final Map<Place, Screen> made = new EnumMap<>(Place.class);

    /// @param files how the owner is asked for files and folders
    /// @param locksmith makes the locks of new passphrases
    HomeScreens(
            HomeContext context,
            HomeViewModel overview,
            Arrival arrival,
            ShellViewModel shell,
            FileChoice files,
            Locksmith locksmith) {
        known.put(Place.HOME, () -> new HomeView(overview, context));
        known.put(Place.DEVICES, () -> devices(context, files));
        known.put(Place.TIMELINE, () -> new TimelineView(new TimelineViewModel(context), context));
        known.put(Place.APPROVE, () -> approve(context, files));
        known.put(Place.REVOCATION, () -> revocation(context, files));
        known.put(Place.ZONES, () -> new ZonesView(new ZonesViewModel(context), new KindsViewModel(context), context));
        known.put(
                Place.JOURNAL,
                () -> new JournalView(new JournalViewModel(context), new WitnessViewModel(context), context, files));
        known.put(Place.RECOVERY, () -> recovery(context, arrival, shell, files, locksmith));
        known.put(Place.SETTINGS, () -> settings(shell, context, files, locksmith));
    }

    private static DevicesView devices(HomeContext context, FileChoice files) {
        var codes = new SetupCodeViewModel(context);
        return new DevicesView(
                new DevicesViewModel(context),
                context,
                new DeviceDialogs(context, files),
                new SetupCodePane(codes, new SetupCodeDialogs(codes, context, files), context));
    }

    /// Pictures get a thread of their own: looking through many would keep the home waiting. A lock does not wait for
    /// them.
    private ApproveView approve(HomeContext context, FileChoice files) {
        var pictures = aside("pictures");
        var camera = CameraViewModel.ofThisComputer(pictures);
        return new ApproveView(new ApproveViewModel(context, pictures), camera, context, files);
    }

    /// Drives get a thread of their own: a broken one would keep the home waiting. A lock does not wait for it.
    private RevocationView revocation(HomeContext context, FileChoice files) {
        var looking = aside("drives");
        var drives = new DrivesViewModel(
                Drives.ofThisComputer(),
                Removal.onThisComputer(),
                context.home().file(),
                looking,
                Alarm.byTheClock());
        atLeaving.add(drives::stop);
        return new RevocationView(new RevocationViewModel(context), drives, context, files);
    }

    private HomeThread aside(String name) {
        var thread = new HomeThread(name);
        atLeaving.add(thread::abandon);
        return thread;
    }

    private RecoveryView recovery(
            HomeContext context, Arrival arrival, WayOut out, FileChoice files, Locksmith locksmith) {
        var looking = aside("sheets");
        var model = new RecoveryViewModel(
                context, looking, PaperPrinter.ofSystem(), Shell.circumstances(new SecureRandom()), locksmith, out);
        switch (arrival) {
            case Arrival.AsUsual _ -> {}
            case Arrival.WithSheets(var sheets) -> model.begin(sheets);
            case Arrival.InCeremony _ -> model.takeUp();
        }
        return new RecoveryView(model, context, new SheetWays(files, () -> CameraViewModel.ofThisComputer(looking)));
    }

    private static SettingsView settings(
            ShellViewModel shell, HomeContext context, FileChoice files, Locksmith locksmith) {
        var model = new SettingsViewModel(
                shell::prefer, shell.preferencesProperty(), shell.notKeptProperty(), shell::isScreenWatched);
        var unlocking = new UnlockingViewModel(context, locksmith);
        return new SettingsView(
                model,
                unlocking,
                new TrustViewModel(context),
                new ExperimentsViewModel(context),
                new HouseViewModel(context, locksmith),
                files,
                shell.keptIn(),
                Launch.version(),
                context);
    }

    /// The places that have a screen, in the order of the sidebar.
    List<Place> places() {
        return List.copyOf(known.keySet());
    }

    Screen at(Place place) {
        return made.computeIfAbsent(place, asked -> {
            var maker = known.get(asked);
            if (maker == null) {
                throw new IllegalArgumentException("No screen at " + asked);
            }
            return maker.get();
        });
    }

    void leave() {
        made.values().forEach(Screen::left);
        made.clear();
        atLeaving.forEach(Runnable::run);
        atLeaving.clear();
    }
}
