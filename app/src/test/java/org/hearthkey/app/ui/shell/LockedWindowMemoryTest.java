package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.control.DesktopClipboard;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.hearthkey.app.ui.shell.ShellViewModel.State;
import org.hearthkey.app.ui.task.HomeThread;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.home.NewRoot;
import org.hearthkey.core.memory.HeapDump;
import org.hearthkey.core.memory.Planted;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Unlocks a home in the real window, leaves the computer, and looks for its secrets in a dump of the whole heap.
class LockedWindowMemoryTest {
    private static final int PATIENCE = 30;

    private final SecureRandom random = new SecureRandom();
    /// Stands still, or a dump that takes long would look as if the computer had slept.
    private final InstantSource clock = InstantSource.fixed(Instant.now());

    private final Planted planted = new Planted();
    private final Words words = Words.in(Locale.ENGLISH);
    private final FxRobot robot = new FxRobot();
    private final HomeThread thread = new HomeThread();
    private final SecretClipboard clipboard = DesktopClipboard.keeper();
    private final List<Shell> shells = new ArrayList<>();

    @TempDir
    private Path folder = Path.of(".");

    private ShellViewModel model = model();

    @BeforeEach
    void makesAHomeAndShowsItLocked() throws Exception {
        planted.draw("passphrase", random);
        planted.draw("root passphrase", random);
        planted.draw("one-time password", random);
        make(file());
        model = model();
        var stage = FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> show(stage));
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.unlock(file()));
    }

    @AfterEach
    void closeTheWindow() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, model::lock);
        thread.close();
    }

    @Test
    void nothingIsLeftWhenNobodyIsThere() throws Exception {
        // Windows of other tests in this process may still be reachable through the toolkit.
        long others = HeapDump.count(Home.class, folder);
        type("passphrase");
        // What is held on purpose is found: the search works.
        assertTrue(HeapDump.found(planted, folder).contains("passphrase in UTF-16BE"));
        robot.type(KeyCode.ENTER);
        waitFor(State.Open.class);
        assertTrue(HeapDump.count(Home.class, folder) > others);
        WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> planted.lend("one-time password", letters -> {
                    clipboard.copy(letters);
                    return letters.length;
                }));
        var whileOpen = HeapDump.found(planted, folder);
        assertTrue(whileOpen.contains("one-time password in UTF-16BE"), whileOpen::toString);
        assertFalse(whileOpen.stream().anyMatch(name -> name.contains("passphrase")), whileOpen::toString);

        leaveTheComputer();
        assertEquals(Set.of(), HeapDump.found(planted, folder));
        assertTrue(HeapDump.count(Home.class, folder) <= others);
    }

    @Test
    void whatWasTypedIsGoneToo() throws Exception {
        type("passphrase");
        leaveTheComputer();
        assertEquals(Set.of(), HeapDump.found(planted, folder));
    }

    private void leaveTheComputer() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> shells.getFirst().nobodyIsHere());
        waitFor(State.Locked.class);
        var closed = new CountDownLatch(1);
        thread.run(() -> "after all that was asked before", _ -> closed.countDown(), _ -> {});
        assertTrue(closed.await(PATIENCE, TimeUnit.SECONDS));
    }

    private void type(String name) throws TimeoutException {
        // What opens this home is asked of the file first.
        WaitForAsyncUtils.waitFor(
                PATIENCE,
                TimeUnit.SECONDS,
                () -> robot.lookup(PassphraseField.class::isInstance).tryQuery().isPresent());
        var field = robot.lookup(PassphraseField.class::isInstance).query();
        robot.clickOn(field);
        planted.lend(name, letters -> {
            for (char letter : letters) {
                robot.write(letter);
            }
            return letters.length;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void make(Path file) throws IOException {
        var homes = new Homes(clock, random, () -> Argon2Cost.MINIMUM);
        try (var passphrase = planted.lend("passphrase", Passphrase::new);
                var root = planted.lend("root passphrase", Passphrase::new)) {
            homes.create(
                            file,
                            new NewHome(new HomeName("Maple House"), List.of(new ZoneName("lighting"))),
                            homes.lockFor(passphrase),
                            new NewRoot.InFile(List.of(homes.lockFor(root))),
                            _ -> {})
                    .close();
        }
    }

    private Path file() {
        return folder.resolve("Maple.hearth");
    }

    private void waitFor(Class<? extends State> state) throws Exception {
        WaitForAsyncUtils.waitFor(
                PATIENCE,
                TimeUnit.SECONDS,
                () -> state.isInstance(model.stateProperty().get()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ShellViewModel model() {
        return new ShellViewModel(
                thread, new PreferencesFile(folder.resolve("preferences.properties")), Preferences.FIRST, clock);
    }

    private void show(Stage stage) {
        var shell = new Shell(
                model,
                thread,
                clock,
                random,
                () -> Argon2Cost.MINIMUM,
                clipboard,
                Contexts.NO_TOKENS,
                words,
                new Dates(clock, ZoneOffset.UTC, words));
        shells.add(shell);
        stage.setScene(shell.scene());
        stage.setWidth(Gallery.WIDTH);
        stage.setHeight(Gallery.HEIGHT);
        stage.show();
        stage.requestFocus();
    }
}
