package org.hearthkey.app.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.app.preference.RememberedTries;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.token.UnlockingSecret.Kind;
import org.hearthkey.app.ui.welcome.UnlockViewModel.State;
import org.hearthkey.core.home.Attempts;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.home.NewRoot;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.witness.Anchors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockViewModelTest {
    private static final String PASSPHRASE = "orchard bicycle thunder seven";

    private Instant now = Instant.parse("2026-11-22T08:12:00Z");
    private final InstantSource clock = () -> now;
    private final Visits visits = new Visits();

    @TempDir
    private Path folder = Path.of(".");

    private Homes homes = new Homes(clock, new SecureRandom(), () -> Argon2Cost.MINIMUM);

    @BeforeEach
    void countsWrongTries() {
        var preferences = new PreferencesFile(folder.resolve("config").resolve("preferences.properties"));
        var attempts = new Attempts(RememberedTries.beside(preferences), clock);
        homes = new Homes(clock, new SecureRandom(), () -> Argon2Cost.MINIMUM, Anchors.NONE, attempts);
    }

    @AfterEach
    void closeHomes() {
        visits.close();
    }

    @Test
    void opensWithTheRightPassphrase() throws IOException {
        var model = locked();
        model.secret().passphrase().set(PASSPHRASE.toCharArray());
        model.unlock();
        assertEquals(List.of("enter Maple.hearth"), visits.places);
        assertTrue(model.secret().passphrase().isEmpty());
    }

    @Test
    void refusesAWrongPassphraseAndWipesIt() throws IOException {
        var model = locked();
        model.secret().passphrase().set("orchard bicycle thunder eight".toCharArray());
        model.unlock();
        assertEquals(
                new State.Refused(Refusal.WRONG_SECRET, Kind.PASSPHRASE),
                model.stateProperty().get());
        assertTrue(model.secret().passphrase().isEmpty());
        assertEquals(List.of(), visits.places);
    }

    @Test
    void mustWaitAfterTooManyWrongOnesAndMayThenTryAgain() throws IOException {
        var model = locked();
        for (int time = 0; time < 4; time++) {
            model.secret().passphrase().set("orchard bicycle thunder eight".toCharArray());
            model.unlock();
        }
        model.secret().passphrase().set(PASSPHRASE.toCharArray());
        model.unlock();
        assertEquals(
                new State.MustWait(Duration.ofSeconds(1)), model.stateProperty().get());
        assertTrue(model.secret().passphrase().isEmpty());
        now = now.plusSeconds(1);
        model.secret().passphrase().set(PASSPHRASE.toCharArray());
        model.unlock();
        assertEquals(List.of("enter Maple.hearth"), visits.places);
        assertEquals(List.of(4), visits.tries);
    }

    @Test
    void asksNothingOfAnEmptyField() throws IOException {
        var model = locked();
        model.unlock();
        assertEquals(new State.Waiting(), model.stateProperty().get());
    }

    @Test
    void tellsAForeignFileApart() throws IOException {
        var file = Files.writeString(folder.resolve("letter.hearth"), "Dear owner");
        var model = new UnlockViewModel(file, homes, Contexts.NO_TOKENS, new AtOnce(), visits);
        model.secret().passphrase().set(PASSPHRASE.toCharArray());
        model.unlock();
        assertEquals(
                new State.Refused(Refusal.NOT_A_HOME, Kind.PASSPHRASE),
                model.stateProperty().get());
    }

    @Test
    void tellsThatTheFileIsGoneBeforeAnythingIsTyped() {
        var model = new UnlockViewModel(folder.resolve("gone.hearth"), homes, Contexts.NO_TOKENS, new AtOnce(), visits);
        assertInstanceOf(State.Failed.class, model.stateProperty().get());
        model.secret().passphrase().set(PASSPHRASE.toCharArray());
        model.unlock();
        assertInstanceOf(State.Failed.class, model.stateProperty().get());
    }

    @Test
    void wipesWhatWasTypedWhenLeft() throws IOException {
        var model = locked();
        model.secret().passphrase().set(PASSPHRASE.toCharArray());
        model.leave();
        assertTrue(model.secret().passphrase().isEmpty());
        assertEquals(List.of("welcome"), visits.places);
    }

    private UnlockViewModel locked() throws IOException {
        var file = folder.resolve("Maple.hearth");
        var plan = new NewHome(new HomeName("Maple House"), List.of(new ZoneName("doors")));
        try (var passphrase = new Passphrase(PASSPHRASE.toCharArray());
                var root = new Passphrase("harvest window cobalt eleven".toCharArray())) {
            homes.create(
                            file,
                            plan,
                            homes.lockFor(passphrase),
                            new NewRoot.InFile(List.of(homes.lockFor(root))),
                            _ -> {})
                    .close();
        }
        return new UnlockViewModel(file, homes, Contexts.NO_TOKENS, new AtOnce(), visits);
    }
}
