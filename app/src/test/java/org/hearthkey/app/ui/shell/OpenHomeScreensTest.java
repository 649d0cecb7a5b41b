package org.hearthkey.app.ui.shell;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.control.FakeClipboard;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.token.TokenDesk;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.home.NewSlot;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenHomeScreensTest {
    @TempDir
    Path folder;

    private Optional<WrongTries> tries = Optional.empty();

    @Test
    void showsTheScreensOfAHomeOfFortyDevices() throws Exception {
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            tries = Optional.of(new WrongTries(
                    4,
                    home.clock().instant().minusSeconds(9000),
                    home.clock().instant().minusSeconds(8000)));
            show(home, look, "-tried", 1280, 800);
            tries = Optional.empty();
            show(home, look, "", 1280, 800);
        }
        show(home, Appearance.LIGHT, "-small", 1024, 700);
    }

    @Test
    void showsAHomeWithoutDevices() throws Exception {
        var home = RealisticHome.empty(folder);
        show(home, Appearance.LIGHT, "-empty", 1280, 800);
    }

    @Test
    void asksForAPassphraseThatIsAddedOrChanged() throws Exception {
        var home = RealisticHome.in(folder);
        for (var name : List.of("Ida", "The paper in the safe")) {
            try (var present = new Passphrase(RealisticHome.PASSPHRASE.toCharArray());
                    var added = new Passphrase(("another passphrase of " + name).toCharArray());
                    var root = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray())) {
                home.home()
                        .unlocking()
                        .add(
                                NewSlot.of(
                                        new SlotName(name),
                                        Contexts.LOCKSMITH.lock().apply(added)),
                                new LockSecret.Remembered(present),
                                RootSecret.of(root));
            }
        }
        show(home, Appearance.LIGHT, "-slots", 1280, 800);
        show(home, Appearance.DARK, "-slots", 1024, 700);
    }

    private static void press(Gallery gallery, String button) {
        gallery.act(() -> gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button pressed && button.equals(pressed.getText()))
                .forEach(node -> ((Button) node).fire()));
    }

    private static void pressFirst(Gallery gallery, String button) {
        gallery.act(() -> gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button pressed && button.equals(pressed.getText()))
                .findFirst()
                .ifPresent(node -> ((Button) node).fire()));
    }

    @SuppressWarnings("unchecked")
    private static void choose(Gallery gallery, ZoneRules.SetUp setUp) {
        gallery.scene().getRoot().lookupAll(".combo-box").stream()
                .filter(node -> ((ComboBox<?>) node).getItems().contains(setUp))
                .forEach(node -> ((ComboBox<ZoneRules.SetUp>) node).setValue(setUp));
    }

    private void show(RealisticHome home, Appearance look, String kind, double width, double height) throws Exception {
        show(home, Contexts.NO_TOKENS, look, kind, width, height);
    }

    private void show(RealisticHome home, TokenDesk tokens, Appearance look, String kind, double width, double height)
            throws Exception {
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
        var clipboard = new FakeClipboard().keeper();
        var opened = new OpenHome[1];
        gallery.show(
                () -> {
                    opened[0] = new OpenHome(
                            home.home(),
                            tries,
                            new Arrival.AsUsual(),
                            model,
                            background,
                            frame,
                            clipboard,
                            words,
                            dates,
                            home.clock(),
                            Contexts.LOCKSMITH,
                            tokens);
                    frame.fill(opened[0].workspace());
                    opened[0].enter(Place.HOME);
                    opened[0].locksIn(words.text("shell.lock.left", 9L));
                    return frame;
                },
                look,
                width,
                height);
        for (var place : List.of(Place.HOME, Place.ZONES, Place.JOURNAL, Place.RECOVERY, Place.SETTINGS)) {
            gallery.act(() -> opened[0].workspace().go(Destination.to(place)));
            gallery.keep(place.name().toLowerCase(Locale.ROOT) + suffix);
        }
        if ("-slots".equals(kind)) {
            for (var dialog : List.of("add", "change")) {
                press(gallery, words.text("unlocking." + dialog + ".button"));
                gallery.keep("settings-" + dialog + suffix);
                press(gallery, words.text("create.suggest.button"));
                gallery.keep("settings-" + dialog + "-suggested" + suffix);
                gallery.act(frame::hide);
            }
        }
        if (kind.isEmpty()) {
            gallery.act(() -> opened[0].workspace().go(Destination.to(Place.ZONES, "cameras")));
            gallery.keep("zones-facts" + suffix);
            press(gallery, words.text("zones.add.button"));
            gallery.keep("zones-add" + suffix);
            gallery.act(frame::hide);
            pressFirst(gallery, words.text("zones.change.button"));
            gallery.keep("zones-change" + suffix);
            gallery.act(() -> choose(gallery, ZoneRules.SetUp.FRESH_KEY));
            gallery.keep("zones-change-refused" + suffix);
            gallery.act(() -> {
                frame.hide();
                opened[0].workspace().go(Destination.to(Place.JOURNAL));
            });
            press(gallery, words.text("journal.verify.button"));
            gallery.act(() -> opened[0].done(words.text("zones.added.done", "Workshop")));
            gallery.keep("journal-verified" + suffix);
        }
    }
}
