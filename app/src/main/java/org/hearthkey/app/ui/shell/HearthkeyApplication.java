package org.hearthkey.app.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.app.preference.WindowPlace;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DesktopClipboard;
import org.hearthkey.app.ui.task.HomeThread;
import org.hearthkey.app.ui.token.TokenDesk;
import org.hearthkey.core.seal.PassphraseCost;
import org.hearthkey.core.token.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window. Puts its parts together and takes them apart again.
public final class HearthkeyApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(HearthkeyApplication.class);
    private final HomeThread thread = new HomeThread();
    private Optional<ShellViewModel> model = Optional.empty();
    private Optional<DesktopSignals> signals = Optional.empty();

    /// Made by JavaFX; begin with [#open].
    public HearthkeyApplication() {}

    /// Opens the window and returns when it is closed.
    ///
    /// @param home the home whose passphrase is asked for first; nothing asks what to do
    public static void open(Optional<Path> home) {
        launch(HearthkeyApplication.class, home.map(Path::toString).stream().toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        var clock = InstantSource.system();
        var words = Words.in(Locale.getDefault());
        var file = PreferencesFile.ofThisUser();
        var shellModel = new ShellViewModel(thread, file, read(file), clock);
        model = Optional.of(shellModel);
        getParameters().getUnnamed().stream().findFirst().map(Path::of).ifPresent(shellModel::unlock);

        var random = new SecureRandom();
        var shell = new Shell(
                shellModel,
                thread,
                clock,
                new SecureRandom(),
                PassphraseCost.ofThisComputer(),
                DesktopClipboard.keeper(),
                new TokenDesk(Tokens::ofThisSystem, random),
                words,
                new Dates(clock, ZoneId.systemDefault(), words));
        stage.setTitle(words.text("shell.window.title"));
        stage.getIcons().setAll(WindowIcons.all());
        place(stage, shellModel.preferencesProperty().get());
        stage.setScene(shell.scene());
        stage.setOnHiding(_ -> {
            if (!stage.isMaximized() && !stage.isIconified()) {
                var place = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
                shellModel.prefer(preferences -> preferences.at(place));
            }
        });
        stage.show();
        var listening = DesktopSignals.listen(() -> Platform.runLater(shell::nobodyIsHere));
        signals = Optional.of(listening);
        shellModel.watchScreen(listening::areHeard);
    }

    /// Locks the home, so that its file is closed and its keys are forgotten, then waits for the home's thread.
    @Override
    public void stop() {
        signals.ifPresent(DesktopSignals::close);
        model.ifPresent(ShellViewModel::endRehearsal);
        thread.close();
    }

    private static Preferences read(PreferencesFile file) {
        try {
            return file.read();
        } catch (IOException e) {
            LOG.warn("{} cannot be read; the window starts as if for the first time", file.path(), e);
            return Preferences.FIRST;
        }
    }

    private static void place(Stage stage, Preferences preferences) {
        var placing = new Placing(screens());
        var smallest = placing.smallest();
        stage.setMinWidth(smallest.width());
        stage.setMinHeight(smallest.height());
        var place = placing.place(preferences.window());
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
    }

    /// The main screen first.
    private static List<WindowPlace> screens() {
        return Stream.concat(
                        Stream.of(Screen.getPrimary()),
                        Screen.getScreens().stream().filter(screen -> !screen.equals(Screen.getPrimary())))
                .map(Screen::getVisualBounds)
                .map(screen ->
                        new WindowPlace(screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight()))
                .toList();
    }
}
