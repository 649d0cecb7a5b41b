package org.hearthkey.app.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.control.FakeClipboard;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.task.AtOnce;

/// All that the window shows of an open home.
record HomeWindow(Frame frame, OpenHome open) {
    /// What the window knows, with preferences that are kept in `folder`.
    static ShellViewModel model(RealisticHome home, Path folder, Preferences first) {
        return new ShellViewModel(
                new AtOnce(), new PreferencesFile(folder.resolve("preferences.properties")), first, home.clock());
    }

    /// Shows the first screen, with no token at hand. On the JavaFX thread.
    static HomeWindow of(RealisticHome home, ShellViewModel model) {
        var frame = new Frame();
        var open = new OpenHome(
                home.home(),
                Optional.empty(),
                new Arrival.AsUsual(),
                model,
                new AtOnce(),
                frame,
                new FakeClipboard().keeper(),
                Contexts.WORDS,
                Contexts.dates(home.clock()),
                home.clock(),
                Contexts.LOCKSMITH,
                Contexts.NO_TOKENS);
        frame.fill(open.workspace());
        open.enter(Place.HOME);
        return new HomeWindow(frame, open);
    }
}
