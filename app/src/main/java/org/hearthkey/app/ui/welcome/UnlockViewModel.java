package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.Unlocked;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.secret.Passphrase;

/// A home that is locked, and the passphrase that opens it.
public final class UnlockViewModel {
    /// What the screen can be in.
    public sealed interface State {
        record Waiting() implements State {}

        /// Argon2id is at work; it takes about a second and cannot be hurried.
        record Opening() implements State {}

        record Refused(Refusal refusal) implements State {}

        /// Too many wrong ones came before: the passphrase was not tried.
        record MustWait(Duration left) implements State {}

        record Failed(Exception cause) implements State {}
    }

    private final Path file;
    private final Homes homes;
    private final Background background;
    private final Entrance entrance;
    private final TypedSecret passphrase = new TypedSecret();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Waiting());

    public UnlockViewModel(Path file, Homes homes, Background background, Entrance entrance) {
        this.file = file;
        this.homes = homes;
        this.background = background;
        this.entrance = entrance;
    }

    public Path file() {
        return file;
    }

    public TypedSecret passphrase() {
        return passphrase;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Tries the passphrase. What was typed is wiped whatever becomes of it.
    public void unlock() {
        if (passphrase.isEmpty() || state.get() instanceof State.Opening) {
            return;
        }
        var typed = passphrase.use(Passphrase::parse);
        passphrase.wipe();
        if (typed.isEmpty()) {
            state.set(new State.Refused(Refusal.WRONG_SECRET));
            return;
        }
        state.set(new State.Opening());
        background.run(
                () -> {
                    try (var secret = typed.get()) {
                        return homes.open(file, new LockSecret.Remembered(secret));
                    }
                },
                this::answered,
                cause -> state.set(new State.Failed(cause)));
    }

    /// To another home, or to none.
    public void leave() {
        wipe();
        entrance.welcome();
    }

    public void wipe() {
        passphrase.wipe();
    }

    private void answered(Unlocked unlocked) {
        switch (unlocked) {
            case Unlocked.Open(var home, var _) -> entrance.enter(home, file);
            case Unlocked.Wait(var left) -> state.set(new State.MustWait(left));
            case Unlocked.Refused(var refusal, var _) -> state.set(new State.Refused(refusal));
        }
    }
}
