package org.hearthkey.app.ui.shell;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.task.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenHomeScreensTest {
    @TempDir
    Path folder;

    @Test
    void showsTheScreensOfAHomeOfFortyDevices() throws Exception {
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            show(home, look, "", 1280, 800);
        }
        show(home, Appearance.LIGHT, "-small", 1024, 700);
    }

    @Test
    void showsAHomeWithoutDevices() throws Exception {
        var home = RealisticHome.empty(folder);
        show(home, Appearance.LIGHT, "-empty", 1280, 800);
    }

    private void show(RealisticHome home, Appearance look, String kind, double width, double height) throws Exception {
        var gallery = Gallery.open();
        var words = Words.in(Locale.ENGLISH);
        var dates = new Dates(home.clock(), ZoneOffset.UTC, words);
        var background = new AtOnce();
        var model = new ShellViewModel(
                background,
                new PreferencesFile(folder.resolve("preferences.properties")),
                Preferences.FIRST,
                home.clock());
        var frame = new Frame();
        var suffix = kind + (look == Appearance.LIGHT ? "-light" : "-dark");
        var opened = new OpenHome[1];
        gallery.show(
                () -> {
                    opened[0] = new OpenHome(home.home(), model, background, frame, words, dates, home.clock());
                    frame.fill(opened[0].workspace());
                    opened[0].enter();
                    opened[0].locksIn(words.text("shell.lock.left", 9L));
                    return frame;
                },
                look,
                width,
                height);
        for (var place : List.of(Place.HOME, Place.ZONES, Place.JOURNAL, Place.SETTINGS)) {
            gallery.act(() -> opened[0].workspace().go(org.hearthkey.app.ui.screen.Destination.to(place)));
            gallery.keep(place.name().toLowerCase(Locale.ROOT) + suffix);
        }
    }
}
