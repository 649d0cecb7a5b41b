package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.control.FakeClipboard;
import org.hearthkey.app.ui.recovery.OutsideCeremony;
import org.hearthkey.app.ui.shell.ShellViewModel.State;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.welcome.CeremonySteps;
import org.hearthkey.app.ui.welcome.Occasion;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.home.NewRoot;
import org.hearthkey.core.home.Rehearsed;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rehearsal: nothing of it stays but that it was.
class RehearsalTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T08:12:00Z"));

    @TempDir
    private Path folder = Path.of(".");

    private ShellViewModel model = model();
    private final List<Shell> shells = new ArrayList<>();

    @BeforeEach
    void aFirstStart() {
        model = model();
    }

    private ShellViewModel model() {
        return new ShellViewModel(
                new AtOnce(), new PreferencesFile(folder.resolve("preferences.properties")), Preferences.FIRST, CLOCK);
    }

    private static Home home(Path file) throws IOException {
        var homes = new Homes(CLOCK, new SecureRandom(), () -> Argon2Cost.MINIMUM);
        var plan = new NewHome(new HomeName("Practice"), List.of(new ZoneName("doors"))).with(Rehearsed.IS_REHEARSAL);
        try (var passphrase = new Passphrase("five tulips under the old clock".toCharArray());
                var root = new Passphrase("harvest window cobalt eleven".toCharArray())) {
            return homes.create(
                    file, plan, homes.lockFor(passphrase), new NewRoot.InFile(List.of(homes.lockFor(root))), _ -> {});
        }
    }

    @Test
    void aHomeThatWasBroughtBackIsRememberedAndItsFolderIsWiped() throws IOException {
        model.rehearse();
        var practice = model.practiceProperty().get().orElseThrow().folder().path();
        assertEquals(
                new State.Creating(new Occasion.Wanted()), model.stateProperty().get());
        var file = practice.resolve("Practice.hearth");
        model.enter(home(file), file, Optional.empty());
        assertTrue(model.preferencesProperty().get().recent().isEmpty());
        assertTrue(model.preferencesProperty().get().rehearsed().isEmpty());
        model.lock();
        model.restore(file);
        model.enter(home(practice.resolve("Again.hearth")), file, Optional.empty());
        assertTrue(model.practiceProperty().get().orElseThrow().broughtBack());
        assertEquals(
                Optional.of(CLOCK.instant()), model.preferencesProperty().get().rehearsed());
        model.endRehearsal();
        assertFalse(Files.exists(practice));
        assertTrue(model.practiceProperty().get().isEmpty());
        assertEquals(new State.Welcome(), model.stateProperty().get());
        assertEquals(
                Optional.of(CLOCK.instant()),
                new PreferencesFile(folder.resolve("preferences.properties"))
                        .read()
                        .rehearsed());
    }

    @Test
    void aScriptThatLosesAHomeIsHeldWithOneThatIsThrownAway() throws IOException {
        var file = folder.resolve("Real.hearth");
        var real = home(file);
        model.enter(real, file, Optional.empty());
        var script = ShippedScripts.script("rehearsal");
        model.hold(script);
        assertEquals(
                new State.Holding(OutsideCeremony.of(script, Optional.empty())),
                model.stateProperty().get());
        var practice = model.practiceProperty().get().orElseThrow().folder().path();
        var lost = practice.resolve("Practice.hearth");
        model.enterInCeremony(home(lost), lost, Optional.empty());
        model.bringBack(CeremonySteps.upTo(Act.RECOVER));
        var restoring =
                assertInstanceOf(State.Restoring.class, model.stateProperty().get());
        assertEquals(lost, restoring.file());
        assertTrue(restoring.due().isPresent());
        model.enterInCeremony(home(practice.resolve("Again.hearth")), lost, Optional.empty());
        assertTrue(model.practiceProperty().get().orElseThrow().broughtBack());
        model.endRehearsal();
        assertFalse(Files.exists(practice));
    }

    @Test
    void itsScriptIsNeverHeldForReal() {
        var script = ShippedScripts.script("rehearsal");
        model.hold(OutsideCeremony.of(script, Optional.of(folder.resolve("Real.hearth"))));
        var practice = model.practiceProperty().get().orElseThrow();
        var holding =
                assertInstanceOf(State.Holding.class, model.stateProperty().get());
        assertEquals(Optional.empty(), holding.ceremony().file());
        model.hold(OutsideCeremony.of(script, Optional.empty()));
        assertEquals(practice, model.practiceProperty().get().orElseThrow());
        model.endRehearsal();
    }

    /// The owner's real homes are not offered: their passphrases would change while nothing is real.
    @Test
    void itOpensNoHomeButItsOwn() throws Exception {
        var gallery = Gallery.open();
        gallery.show(() -> shell(Contexts.WORDS), Appearance.LIGHT, 1024, 700);
        gallery.act(model::rehearse);
        var script = ShippedScripts.script("recover");
        gallery.act(() -> model.hold(OutsideCeremony.of(script, Optional.empty())));
        var held = model.stateProperty().get();
        gallery.act(() ->
                shells.getLast().act(OutsideCeremony.of(script, Optional.empty()), CeremonySteps.upTo(Act.RECOVER)));
        assertEquals(held, model.stateProperty().get());
        gallery.act(() -> assertEquals(
                Optional.of("ceremony.outside.practice"),
                shells.getLast()
                        .other(OutsideCeremony.of(ShippedScripts.script("rehearsal"), Optional.empty()), script)));
        gallery.act(model::endRehearsal);
    }

    @Test
    void aScriptThatOpensAHomeIsHeldWithTheOneThatWasOpen() throws IOException {
        var file = folder.resolve("Real.hearth");
        model.enter(home(file), file, Optional.empty());
        var script = ShippedScripts.script("recover");
        model.hold(script);
        assertEquals(
                new State.Holding(OutsideCeremony.of(script, Optional.of(file))),
                model.stateProperty().get());
        model.enter(home(folder.resolve("Other.hearth")), file, Optional.empty());
        var making = ShippedScripts.script("create-home");
        model.hold(making);
        assertEquals(
                new State.Holding(OutsideCeremony.of(making, Optional.empty())),
                model.stateProperty().get());
        assertTrue(model.practiceProperty().get().isEmpty());
    }

    @Test
    void leavingEndsIt() {
        model.rehearse();
        var practice = model.practiceProperty().get().orElseThrow().folder().path();
        assertTrue(Files.isDirectory(practice));
        model.welcome();
        assertFalse(Files.exists(practice));
        assertTrue(model.preferencesProperty().get().rehearsed().isEmpty());
    }

    @Test
    void everyScreenSaysThatItIsARehearsal() throws Exception {
        var gallery = Gallery.open();
        var words = Words.in(Locale.ENGLISH);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            gallery.show(() -> shell(words), look, 1024, 700);
            gallery.act(model::rehearse);
            gallery.keep("rehearsal-create-" + look.name().toLowerCase(Locale.ROOT));
            var file =
                    model.practiceProperty().get().orElseThrow().folder().path().resolve("Practice.hearth");
            var home = home(file);
            gallery.act(() -> model.enter(home, file, Optional.empty()));
            gallery.keep("rehearsal-open-" + look.name().toLowerCase(Locale.ROOT));
            gallery.act(model::lock);
            gallery.keep("rehearsal-locked-" + look.name().toLowerCase(Locale.ROOT));
            gallery.act(model::endRehearsal);
        }
    }

    private Parent shell(Words words) {
        var shell = new Shell(
                model,
                new AtOnce(),
                CLOCK,
                new SecureRandom(),
                () -> Argon2Cost.MINIMUM,
                new FakeClipboard().keeper(),
                Contexts.NO_TOKENS,
                words,
                new Dates(CLOCK, ZoneOffset.UTC, words));
        shells.add(shell);
        var scene = shell.scene();
        var root = scene.getRoot();
        scene.setRoot(new Pane());
        return root;
    }
}
