package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.house.HouseViewModel;
import org.hearthkey.app.ui.revocation.RevocationView;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home that was handed over: every screen can be read and says why nothing changes, and nothing that would be refused
/// can be pressed.
class HandedOverScreensTest {
    /// What tiles, cards of zones and key words look like.
    private static final Set<String> LEADS_OR_SHOWS = Set.of("hk-tile", "hk-words");

    private final Words words = Words.in(Locale.ENGLISH);

    @TempDir
    Path folder;

    private RealisticHome home;
    private Gallery gallery;
    private Optional<HomeWindow> shown = Optional.empty();

    @BeforeEach
    void handsTheHouseOver() throws Exception {
        gallery = Gallery.open();
        home = RealisticHome.withNewcomers(folder);
        home.home()
                .hubRegister()
                .add(
                        new HubName("attic"),
                        HubAddress.parse("sftp://hearth@attic.home.arpa/upload").orElseThrow());
        var house = new HouseViewModel(Contexts.of(home, new RecordedNavigation()), Contexts.LOCKSMITH);
        act(house.packing(folder));
        var word = new TypedWord(home.home().facts().name().text());
        word.typedProperty().set(word.word());
        act(house.ending(Optional.empty(), word));
        act(house.closing(() -> {}));
    }

    private static void act(RootAct act) {
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.act();
        assertInstanceOf(RootAct.State.Done.class, act.stateProperty().get());
    }

    private void show(Appearance look, double width, double height) {
        var model = HomeWindow.model(home, folder, Preferences.FIRST);
        gallery.show(
                () -> {
                    var window = HomeWindow.of(home, model);
                    shown = Optional.of(window);
                    return window.frame();
                },
                look,
                width,
                height);
    }

    /// What can be pressed there, and does more than lead to another place or show a whole fingerprint.
    private Set<String> pressable(Destination destination) {
        gallery.act(() -> shown.orElseThrow().open().workspace().go(destination));
        var found = new TreeSet<String>();
        gallery.act(() -> {
            var frame = shown.orElseThrow().frame();
            assertTrue(frame.lookup(".hk-banner").isVisible(), destination::toString);
            Stream.of(".button", ".menu-button")
                    .flatMap(kind -> frame.lookupAll(kind).stream())
                    .filter(HandedOverScreensTest::isVisible)
                    .filter(node -> !node.isDisabled())
                    .filter(node -> node.getStyleClass().stream().noneMatch(LEADS_OR_SHOWS::contains))
                    .map(HandedOverScreensTest::said)
                    .forEach(found::add);
        });
        return found;
    }

    private static String said(Node node) {
        var text = node instanceof Labeled labeled ? labeled.getText() : "";
        return text == null || text.isEmpty() ? String.valueOf(node.getAccessibleText()) : text;
    }

    private static boolean isVisible(Node node) {
        var parent = node.getParent();
        return node.isVisible() && (parent == null || isVisible(parent));
    }

    private Set<String> words(String... keys) {
        return Stream.of(keys).map(words::text).collect(Collectors.toSet());
    }

    @Test
    void whatWouldBeRefusedCannotBePressed() {
        show(Appearance.LIGHT, 1056, 800);
        var expected = new LinkedHashMap<Destination, Set<String>>();
        for (var place : List.of(Place.HOME, Place.APPROVE, Place.REVOCATION, Place.ZONES, Place.RECOVERY)) {
            expected.put(Destination.to(place), Set.of());
        }
        expected.put(Destination.to(Place.DEVICES), words("devices.zone.menu"));
        expected.put(RevocationView.HUBS, Set.of());
        expected.put(Destination.to(Place.REVOCATION, "root"), Set.of());
        for (var name : List.of("Garden gate", "Reading lamp", "Old tablet")) {
            expected.put(
                    Destination.to(Place.DEVICES, home.device(name).id().toString()),
                    words("devices.zone.menu", "devices.close.button"));
        }
        expected.put(
                Destination.to(Place.JOURNAL),
                words(
                        "journal.verify.button",
                        "journal.older.button",
                        "journal.leave.button",
                        "journal.compare.button"));
        expected.put(
                Destination.to(Place.SETTINGS),
                words("settings.hubs.button", "house.proof.button", "house.lists.button"));
        var found = new LinkedHashMap<Destination, Set<String>>();
        expected.keySet().forEach(destination -> found.put(destination, pressable(destination)));
        assertEquals(expected, found);
    }

    @Test
    void everyScreenSaysWhy() {
        show(Appearance.LIGHT, 1056, 800);
        pictures("-light");
        show(Appearance.DARK, 1024, 700);
        pictures("-small-dark");
    }

    private void pictures(String suffix) {
        for (var place : Place.values()) {
            pressable(Destination.to(place));
            gallery.keep("handed-over-" + place.name().toLowerCase(Locale.ROOT) + suffix);
        }
    }
}
