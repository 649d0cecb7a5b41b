package org.hearthkey.app.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.hearthkey.app.ceremony.AirPlace;
import org.hearthkey.app.launch.Launch;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.camera.CameraViewModel;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.hearthkey.app.ui.control.Showing;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.recovery.ActDue;
import org.hearthkey.app.ui.recovery.CeremonyCircumstances;
import org.hearthkey.app.ui.recovery.FirstSteps;
import org.hearthkey.app.ui.recovery.FirstStepsView;
import org.hearthkey.app.ui.recovery.OutsideCeremony;
import org.hearthkey.app.ui.recovery.SheetWays;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.token.TokenDesk;
import org.hearthkey.app.ui.welcome.CreateView;
import org.hearthkey.app.ui.welcome.CreateViewModel;
import org.hearthkey.app.ui.welcome.Occasion;
import org.hearthkey.app.ui.welcome.RebuildView;
import org.hearthkey.app.ui.welcome.RebuildViewModel;
import org.hearthkey.app.ui.welcome.ReceiveView;
import org.hearthkey.app.ui.welcome.ReceiveViewModel;
import org.hearthkey.app.ui.welcome.RestoreView;
import org.hearthkey.app.ui.welcome.RestoreViewModel;
import org.hearthkey.app.ui.welcome.UnlockView;
import org.hearthkey.app.ui.welcome.UnlockViewModel;
import org.hearthkey.app.ui.welcome.WelcomeView;
import org.hearthkey.app.ui.welcome.WelcomeViewModel;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Air;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.drive.Drives;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.Rehearsed;
import org.hearthkey.core.seal.PassphraseCost;

/// Fills the window with what the [ShellViewModel] says, and wires every screen to what it needs.
final class Shell {
    private static final Duration LOOK_AT_CLOCK = Duration.seconds(1);

    private final ShellViewModel model;
    private final Background background;
    private final InstantSource clock;
    private final SecureRandom random;
    private final PassphraseCost cost;
    private final SecretClipboard clipboard;
    private final TokenDesk tokens;
    private final Words words;
    private final Dates dates;
    private final Frame frame = new Frame();
    private final Scene scene;
    private Optional<OpenHome> open = Optional.empty();
    private Runnable leave = () -> {};
    private Runnable away = () -> {};

    /// @param cost what passphrases cost to try; asked on the home's thread
    Shell(
            ShellViewModel model,
            Background background,
            InstantSource clock,
            SecureRandom random,
            PassphraseCost cost,
            SecretClipboard clipboard,
            TokenDesk tokens,
            Words words,
            Dates dates) {
        this.model = model;
        this.background = background;
        this.clock = clock;
        this.random = random;
        this.cost = cost;
        this.clipboard = clipboard;
        this.tokens = tokens;
        this.words = words;
        this.dates = dates;
        scene = new Scene(frame);
        var theme = new Theme(scene, model.preferencesProperty().get().appearance());
        model.preferencesProperty().subscribe(preferences -> theme.change(preferences.appearance()));
        scene.addEventFilter(InputEvent.ANY, _ -> model.touch());
        new Shortcuts(
                        scene,
                        model,
                        () -> open.filter(_ -> !frame.dialogIsOpen()).map(OpenHome::workspace))
                .install();
        frame.standAbove(new RehearsalBand(model, words));
        model.stateProperty().subscribe(this::show);
        watchTheClock();
    }

    Scene scene() {
        return scene;
    }

    private void watchTheClock() {
        var timer = new Timeline(new KeyFrame(LOOK_AT_CLOCK, _ -> lookAtTheClock()));
        timer.setCycleCount(Animation.INDEFINITE);
        Showing.of(scene).subscribe(shown -> {
            if (shown) {
                timer.play();
            } else {
                timer.stop();
            }
        });
    }

    private void lookAtTheClock() {
        if (model.isDeserted()) {
            nobodyIsHere();
        }
        showMinutesLeft();
    }

    /// Overwrites what was typed, empties the clipboard and locks.
    void nobodyIsHere() {
        away.run();
        clipboard.clear();
        model.lock();
    }

    private void showMinutesLeft() {
        var minutes = model.minutesLeft();
        open.ifPresent(home -> minutes.ifPresent(left -> home.locksIn(words.text("shell.lock.left", left))));
    }

    private void show(ShellViewModel.State state) {
        leave.run();
        leave = () -> {};
        away = () -> {};
        clipboard.clear();
        open.ifPresent(OpenHome::leave);
        open = Optional.empty();
        switch (state) {
            case ShellViewModel.State.Welcome _ -> frame.fill(welcome());
            case ShellViewModel.State.Creating(var occasion) -> create(occasion);
            case ShellViewModel.State.Receiving _ -> receive();
            case ShellViewModel.State.Holding(var ceremony) -> hold(ceremony);
            case ShellViewModel.State.Locked(var file) -> unlock(file);
            case ShellViewModel.State.Restoring(var file, var due) -> restore(file, due);
            case ShellViewModel.State.Rebuilding _ -> rebuild();
            case ShellViewModel.State.Open(var home, var _, var tries, var arrival) -> {
                var opened = new OpenHome(
                        home,
                        tries,
                        arrival,
                        model,
                        background,
                        frame,
                        clipboard,
                        words,
                        dates,
                        clock,
                        locksmith(),
                        tokens);
                open = Optional.of(opened);
                frame.fill(opened.workspace());
                opened.enter(arrival instanceof Arrival.AsUsual ? Place.HOME : Place.RECOVERY);
                showMinutesLeft();
            }
        }
    }

    private WelcomeView welcome() {
        var welcome = new WelcomeViewModel(
                model.preferencesProperty().get().recent(),
                model,
                background,
                file -> model.prefer(preferences -> preferences.without(file)));
        return new WelcomeView(welcome, this::chooseHome, words, dates);
    }

    private void receive() {
        var receive = new ReceiveViewModel(background, model, random);
        leave = receive::wipe;
        away = receive::leave;
        frame.fill(new ReceiveView(receive, FileChoice.over(scene::getWindow), words));
    }

    private void create(Occasion occasion) {
        var create = new CreateViewModel(homes(), background, model, random, folder(), rehearsed(), occasion);
        leave = create::wipe;
        away = create::nobodyIsHere;
        frame.fill(new CreateView(create, this::chooseNewFile, clipboard, words));
    }

    private void hold(OutsideCeremony ceremony) {
        var steps = new FirstSteps(
                ceremony,
                ceremony.file().orElseGet(this::folder),
                circumstances(random),
                rehearsed(),
                clock,
                background,
                due -> act(ceremony, due),
                model::welcome);
        frame.fill(
                new FirstStepsView(steps, other -> other(ceremony, other), FileChoice.over(scene::getWindow), words));
    }

    /// Holds another script instead. A rehearsal opens no home but the one that it has made.
    ///
    /// @return the key of the sentence that says why not
    Optional<String> other(OutsideCeremony ceremony, Script script) {
        if (!OutsideCeremony.fits(script)) {
            return Optional.of("ceremony.outside.inside");
        }
        if (isPractice() && ceremony.file().isEmpty() && !script.acts().contains(Act.CREATE_HOME)) {
            return Optional.of("ceremony.outside.practice");
        }
        model.hold(OutsideCeremony.of(script, ceremony.file()));
        return Optional.empty();
    }

    /// Goes to the act that opens the home of a ceremony.
    void act(OutsideCeremony ceremony, ActDue due) {
        if (due.step().act().filter(Act.CREATE_HOME::equals).isPresent()) {
            model.create(due);
        } else {
            ceremony.file()
                    .or(() -> isPractice() ? Optional.empty() : chooseHome())
                    .ifPresent(file -> model.restore(file, due));
        }
    }

    private boolean isPractice() {
        return model.practiceProperty().get().isPresent();
    }

    /// What ceremonies say of this computer and of the program.
    static CeremonyCircumstances circumstances(SecureRandom random) {
        return new CeremonyCircumstances(
                new AirPlace(Air.ofThisComputer(), Drives.ofThisComputer()), Launch.version(), random);
    }

    /// Where the file of a new home goes.
    private Path folder() {
        return model.practiceProperty().get().map(now -> now.folder().path()).orElseGet(Shell::ownFolder);
    }

    private static Path ownFolder() {
        return Path.of(System.getProperty("user.home", "."));
    }

    private Rehearsed rehearsed() {
        if (isPractice()) {
            return Rehearsed.IS_REHEARSAL;
        }
        return model.preferencesProperty().get().rehearsed().isPresent() ? Rehearsed.YES : Rehearsed.NO;
    }

    private void unlock(Path file) {
        var unlock = new UnlockViewModel(file, homes(), tokens, background, model);
        leave = unlock::wipe;
        away = unlock::wipe;
        frame.fill(new UnlockView(unlock, words));
    }

    private void restore(Path file, Optional<ActDue> due) {
        var restore = new RestoreViewModel(file, homes(), background, model, random, clock, words, dates, due);
        leave = restore::wipe;
        away = restore::leave;
        frame.fill(new RestoreView(restore, sheetWays(), clipboard, words));
    }

    private void rebuild() {
        var rebuild = new RebuildViewModel(homes(), background, model, random, ownFolder());
        leave = rebuild::wipe;
        away = rebuild::nobodyIsHere;
        frame.fill(new RebuildView(rebuild, sheetWays(), this::chooseNewFile, clipboard, words, dates));
    }

    private SheetWays sheetWays() {
        return new SheetWays(FileChoice.over(scene::getWindow), () -> CameraViewModel.ofThisComputer(background));
    }

    private Homes homes() {
        return new Homes(clock, random, cost, model.anchors(), model.attempts());
    }

    private Locksmith locksmith() {
        return new Locksmith(random, homes()::lockFor);
    }

    private Optional<Path> chooseHome() {
        return Optional.ofNullable(homes(words.text("welcome.file.title")).showOpenDialog(scene.getWindow()))
                .map(File::toPath);
    }

    private Optional<Path> chooseNewFile(Path suggested) {
        var chooser = homes(words.text("create.file.chooser"));
        chooser.setInitialFileName(String.valueOf(suggested.getFileName()));
        return Optional.ofNullable(chooser.showSaveDialog(scene.getWindow())).map(File::toPath);
    }

    private FileChooser homes(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(words.text("welcome.file.kind"), "*.hearth"));
        return chooser;
    }
}
