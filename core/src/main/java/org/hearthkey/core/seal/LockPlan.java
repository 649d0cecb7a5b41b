package org.hearthkey.core.seal;

import java.util.Optional;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;

/// What a new lock will open to. A token need not be at hand: its public point is enough. Closing secrets stays with
/// whoever made them.
public sealed interface LockPlan {
    Factors factors();

    /// What one guess at its passphrase will cost; nothing if it has none.
    default Optional<Argon2Cost> guessCost() {
        return switch (this) {
            case Remembered(var _, var cost) -> Optional.of(cost);
            case RememberedAndHeld(var _, var cost, var _) -> Optional.of(cost);
            case Held _, Recovered _ -> Optional.empty();
        };
    }

    /// The public half of its token's key; nothing if it has none.
    default Optional<TokenPoint> tokenPoint() {
        return switch (this) {
            case Held(var token) -> Optional.of(token);
            case RememberedAndHeld(var _, var _, var token) -> Optional.of(token);
            case Remembered _, Recovered _ -> Optional.empty();
        };
    }

    /// A lock that opens to the very same as `secret`.
    ///
    /// @param cost what one guess will cost if it has a passphrase
    static LockPlan like(LockSecret secret, Argon2Cost cost) {
        return switch (secret) {
            case LockSecret.Remembered(var passphrase) -> new Remembered(passphrase, cost);
            case LockSecret.RememberedAndHeld(var passphrase, var token) ->
                new RememberedAndHeld(passphrase, cost, token.point());
            case LockSecret.Held(var token) -> new Held(token.point());
            case LockSecret.Recovered(var recovered) -> new Recovered(recovered);
        };
    }

    /// A passphrase, at `cost` a guess.
    record Remembered(Passphrase passphrase, Argon2Cost cost) implements LockPlan {
        @Override
        public Factors factors() {
            return Factors.PASSPHRASE;
        }
    }

    /// A token.
    record Held(TokenPoint token) implements LockPlan {
        @Override
        public Factors factors() {
            return Factors.TOKEN;
        }
    }

    /// A passphrase and a token, both.
    record RememberedAndHeld(Passphrase passphrase, Argon2Cost cost, TokenPoint token) implements LockPlan {
        @Override
        public Factors factors() {
            return Factors.PASSPHRASE_AND_TOKEN;
        }
    }

    /// A recovery secret of 32 bytes, which needs no slowing down: nobody guesses it.
    record Recovered(SecretBytes secret) implements LockPlan {
        public Recovered {
            LockSecret.requireRecoverySecret(secret);
        }

        @Override
        public Factors factors() {
            return Factors.RECOVERY_SECRET;
        }
    }
}
