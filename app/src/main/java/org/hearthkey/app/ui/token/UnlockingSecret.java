package org.hearthkey.app.ui.token;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.Token;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.token.TokenUri;

/// What somebody gives to open a home: a passphrase, a token and its PIN, or all of it.
public final class UnlockingSecret {
    /// Which of them.
    public enum Kind {
        PASSPHRASE,
        TOKEN,
        BOTH;

        /// Whether it is asked for a passphrase.
        public boolean hasPassphrase() {
            return this != TOKEN;
        }

        /// Whether it is asked for a token and its PIN.
        public boolean hasToken() {
            return this != PASSPHRASE;
        }
    }

    /// What is still missing.
    public enum Lack {
        PASSPHRASE,
        TOKEN,
        PIN
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.PASSPHRASE);
    private final TypedSecret passphrase = new TypedSecret();
    private final TypedSecret pin = new TypedSecret();
    private final TokenList tokens;
    private final ObservableValue<Optional<Lack>> lack;

    public UnlockingSecret(TokenDesk desk, Background background) {
        tokens = new TokenList(desk, background);
        lack = Bindings.createObjectBinding(
                this::lacking, kind, passphrase.revisionProperty(), pin.revisionProperty(), tokens.chosenProperty());
        kind.subscribe((_, wanted) -> {
            if (wanted.hasToken()) {
                tokens.look();
            }
        });
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public TypedSecret passphrase() {
        return passphrase;
    }

    public TypedSecret pin() {
        return pin;
    }

    public TokenList tokens() {
        return tokens;
    }

    /// What keeps it from being tried; nothing when it is all there.
    public ObservableValue<Optional<Lack>> lack() {
        return lack;
    }

    private Optional<Lack> lacking() {
        if (kind.get().hasToken() && tokens.chosenProperty().get().isEmpty()) {
            return Optional.of(Lack.TOKEN);
        }
        if (kind.get().hasToken() && pin.isEmpty()) {
            return Optional.of(Lack.PIN);
        }
        return kind.get().hasPassphrase() && passphrase.isEmpty() ? Optional.of(Lack.PASSPHRASE) : Optional.empty();
    }

    /// What was given, for its one use. A PIN is wiped, since a wrong one must not be shown to a token twice; a passphrase
    /// stays until it is.
    ///
    /// @throws IllegalStateException if something is lacking
    public Given take() {
        if (lack.getValue().isPresent()) {
            throw new IllegalStateException("What unlocks the home is not all there");
        }
        var given = new Given(
                kind.get(),
                passphrase.use(Passphrase::parse),
                pin.use(Passphrase::parse),
                tokens.chosenProperty().get().map(Token::uri));
        pin.wipe();
        return given;
    }

    /// Overwrites what was typed.
    public void wipe() {
        passphrase.wipe();
        pin.wipe();
    }

    /// What was given, on its way to the home's thread. Closing overwrites it.
    public static final class Given implements AutoCloseable {
        private final Kind kind;
        private final Optional<Passphrase> passphrase;
        private final Optional<Passphrase> pin;
        private final Optional<TokenUri> token;

        private Given(Kind kind, Optional<Passphrase> passphrase, Optional<Passphrase> pin, Optional<TokenUri> token) {
            this.kind = kind;
            this.passphrase = passphrase;
            this.pin = pin;
            this.token = token;
        }

        public Kind kind() {
            return kind;
        }

        /// The secret that opens a lock, for as long as neither this nor the visit is closed.
        ///
        /// @throws RefusedException wrong-secret, if what was typed cannot be one
        public LockSecret secret(TokenVisit visit) throws TokenException, RefusedException {
            return switch (kind) {
                case PASSPHRASE -> new LockSecret.Remembered(typed(passphrase));
                case TOKEN -> new LockSecret.Held(visit.unlocking(token.orElseThrow(), typed(pin)));
                case BOTH ->
                    new LockSecret.RememberedAndHeld(
                            typed(passphrase), visit.unlocking(token.orElseThrow(), typed(pin)));
            };
        }

        private static Passphrase typed(Optional<Passphrase> secret) throws RefusedException {
            return secret.orElseThrow(() -> new RefusedException(Refusal.WRONG_SECRET));
        }

        @Override
        public void close() {
            passphrase.ifPresent(Passphrase::close);
            pin.ifPresent(Passphrase::close);
        }
    }
}
