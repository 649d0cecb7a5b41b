package org.hearthkey.app.ui.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.token.TokenDesk;
import org.hearthkey.app.ui.token.UnlockingSecret;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.Unlocked;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;

/// A home that is locked, and what opens it: its passphrase, a token, or both.
public final class UnlockViewModel {
    /// What the screen can be in.
    public sealed interface State {
        record Waiting() implements State {}

        /// Argon2id is at work; it takes about a second and cannot be hurried.
        record Opening() implements State {}

        record Refused(Refusal refusal, UnlockingSecret.Kind tried) implements State {}

        /// Too many wrong ones came before: the passphrase was not tried.
        record MustWait(Duration left) implements State {}

        record Failed(Exception cause) implements State {}
    }

    private final Path file;
    private final Homes homes;
    private final Background background;
    private final Entrance entrance;
    private final TokenDesk desk;
    private final UnlockingSecret secret;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Waiting());

    public UnlockViewModel(Path file, Homes homes, TokenDesk desk, Background background, Entrance entrance) {
        this.desk = desk;
        secret = new UnlockingSecret(desk, background);
        this.file = file;
        this.homes = homes;
        this.background = background;
        this.entrance = entrance;
        background.run(this::find, _ -> {}, this::failedBeforeATry);
    }

    // So that nobody types a passphrase for a file that is on a drive in the drawer.
    private Path find() throws NoSuchFileException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return file;
    }

    private void failedBeforeATry(Exception cause) {
        if (state.get() instanceof State.Waiting) {
            state.set(new State.Failed(cause));
        }
    }

    public Path file() {
        return file;
    }

    /// What is tried.
    public UnlockingSecret secret() {
        return secret;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether everything is there and nothing is being tried.
    public BooleanBinding ready() {
        return Bindings.createBooleanBinding(this::isReady, secret.lack(), state);
    }

    private boolean isReady() {
        return secret.lack().getValue().isEmpty() && !(state.get() instanceof State.Opening);
    }

    /// Tries what was given. What was typed is wiped whatever becomes of it.
    public void unlock() {
        if (!isReady()) {
            return;
        }
        var given = secret.take();
        secret.wipe();
        state.set(new State.Opening());
        background.run(
                () -> {
                    try (given) {
                        return open(given);
                    }
                },
                unlocked -> answered(unlocked, given.kind()),
                cause -> state.set(new State.Failed(cause)));
    }

    private Unlocked open(UnlockingSecret.Given given) throws IOException {
        try (var visit = desk.visit()) {
            return homes.open(file, given.secret(visit));
        } catch (RefusedException notASecret) {
            return new Unlocked.Refused(notASecret.refusal(), notASecret.where());
        }
    }

    /// To another home, or to none.
    public void leave() {
        wipe();
        entrance.welcome();
    }

    /// To the recovery sheets: the passphrase is lost.
    public void restore() {
        wipe();
        entrance.restore(file);
    }

    public void wipe() {
        secret.wipe();
    }

    private void answered(Unlocked unlocked, UnlockingSecret.Kind tried) {
        switch (unlocked) {
            case Unlocked.Open(var home, var tries) -> entrance.enter(home, file, tries);
            case Unlocked.Wait(var left) -> state.set(new State.MustWait(left));
            case Unlocked.Refused(var refusal, var _) -> state.set(new State.Refused(refusal, tried));
        }
    }
}
