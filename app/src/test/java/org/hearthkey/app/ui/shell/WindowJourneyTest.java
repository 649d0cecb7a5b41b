package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.control.FakeClipboard;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.shell.ShellViewModel.State;
import org.hearthkey.app.ui.task.HomeThread;
import org.hearthkey.core.seal.Argon2Cost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Drives the real window with keys and mouse: from nothing to a home, locked, refused and opened again.
class WindowJourneyTest {
    private static final String PASSPHRASE = "orchard bicycle thunder seven";
    private static final String ROOT = "harvest window cobalt eleven";

    private static final Instant START = Instant.parse("2026-11-22T08:12:00Z");

    private final AtomicLong minutes = new AtomicLong();
    private final InstantSource clock = () -> START.plus(Duration.ofMinutes(minutes.get()));
    private final Words words = Words.in(Locale.ENGLISH);
    private final FxRobot robot = new FxRobot();
    private final HomeThread thread = new HomeThread();

    @TempDir
    private Path folder = Path.of(".");

    private ShellViewModel model = model();

    @BeforeEach
    void openTheWindow() throws Exception {
        System.setProperty("user.home", folder.toString());
        model = model();
        var stage = FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> show(stage));
    }

    @AfterEach
    void closeTheWindow() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, model::lock);
        thread.close();
    }

    @Test
    void createsLocksRefusesAndUnlocks() throws Exception {
        assertFalse(robot.lookup(RehearsalBand.class::isInstance).query().isVisible());
        press(words.text("welcome.create.button"));
        assertTrue(only(TextField.class).isFocused());
        robot.write("Maple House");
        press(words.text("create.next.button"));
        type("create.home.accessible", PASSPHRASE);
        type("create.home.again", PASSPHRASE);
        type("create.root.accessible", ROOT);
        type("create.root.again", ROOT);
        press(words.text("create.next.button"));
        press(words.text("create.make.button"));
        waitFor(State.Creating.class);
        waitUntilThereIs(words.text("create.sheets.button"));
        press(words.text("create.sheets.button"));
        waitFor(State.Open.class);
        waitUntilThereIs(words.text("recovery.print.next"));

        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        waitFor(State.Locked.class);
        type("unlock.passphrase.accessible", "orchard bicycle thunder eight");
        robot.type(KeyCode.ENTER);
        waitForTrouble();
        assertInstanceOf(State.Locked.class, model.stateProperty().get());

        type("unlock.passphrase.accessible", PASSPHRASE);
        robot.type(KeyCode.ENTER);
        waitFor(State.Open.class);
        assertEquals(1, model.preferencesProperty().get().recent().size());

        minutes.set(11);
        waitFor(State.Locked.class);
    }

    @Test
    void drawsAPassphraseOnlyWhenAsked() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.unlock(folder.resolve("Maple House.hearth")));
        waitForTrouble();
        type("unlock.passphrase.accessible", "five");
        var field = field("unlock.passphrase.accessible");
        assertFalse(drawn(field).contains("five"));
        robot.clickOn(named(Button.class, words.text("control.passphrase.show")));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(drawn(field).contains("five"));
        assertEquals("••••", field.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private static String drawn(PassphraseField field) {
        var letters = new StringBuilder();
        field.lookupAll(".hk-letter").stream()
                .filter(node -> node instanceof Text)
                .forEach(node -> letters.append(((Text) node).getText()));
        return letters.toString();
    }

    private void waitForTrouble() throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> robot.lookup(TroubleNote.class::isInstance).tryQuery().isPresent());
    }

    private void type(String nameKey, String text) {
        robot.clickOn(field(nameKey)).write(text);
    }

    private PassphraseField field(String nameKey) {
        return named(PassphraseField.class, words.text(nameKey));
    }

    private void press(String button) {
        waitUntilThereIs(button);
        robot.clickOn(button(button));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void waitUntilThereIs(String button) {
        try {
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> robot.lookup(is(button)).tryQuery().isPresent());
        } catch (TimeoutException e) {
            throw new AssertionError("There is no button " + button, e);
        }
    }

    private Node button(String text) {
        return robot.lookup(is(text)).query();
    }

    private static Predicate<Node> is(String text) {
        return node -> node instanceof Button button
                && button.isVisible()
                && !button.isDisabled()
                && (text.equals(button.getText())
                        || String.valueOf(button.getAccessibleText()).startsWith(text));
    }

    private <T extends Node> T only(Class<T> type) {
        return robot.lookup(type::isInstance).queryAs(type);
    }

    private <T extends Node> T named(Class<T> type, String accessible) {
        Predicate<Node> isIt = node -> type.isInstance(node) && accessible.equals(node.getAccessibleText());
        return robot.lookup(isIt).queryAs(type);
    }

    private void waitFor(Class<? extends State> state) throws Exception {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> state.isInstance(model.stateProperty().get()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ShellViewModel model() {
        return new ShellViewModel(
                thread,
                new PreferencesFile(folder.resolve("preferences.properties")),
                Preferences.FIRST.rehearsedAt(START),
                clock);
    }

    private void show(Stage stage) {
        var shell = new Shell(
                model,
                thread,
                clock,
                new SecureRandom(),
                () -> Argon2Cost.MINIMUM,
                new FakeClipboard().keeper(),
                Contexts.NO_TOKENS,
                words,
                new Dates(clock, ZoneOffset.UTC, words));
        stage.setScene(shell.scene());
        stage.setWidth(Gallery.WIDTH);
        stage.setHeight(Gallery.HEIGHT);
        stage.show();
        stage.requestFocus();
    }
}
