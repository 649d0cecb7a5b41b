package org.hearthkey.core.seal;

import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;

/// A secret at hand that may open a lock. Closing it stays with whoever made it.
public sealed interface LockSecret {
    /// The factors of the locks it can open.
    Factors factors();

    /// What somebody remembers.
    record Remembered(Passphrase passphrase) implements LockSecret {
        @Override
        public Factors factors() {
            return Factors.PASSPHRASE;
        }
    }

    /// What somebody holds: a token that is plugged in and has accepted its PIN.
    record Held(TokenKey token) implements LockSecret {
        @Override
        public Factors factors() {
            return Factors.TOKEN;
        }
    }

    /// Both together.
    record RememberedAndHeld(Passphrase passphrase, TokenKey token) implements LockSecret {
        @Override
        public Factors factors() {
            return Factors.PASSPHRASE_AND_TOKEN;
        }
    }

    /// The 32 bytes that recovery shares rebuild.
    record Recovered(SecretBytes secret) implements LockSecret {
        public Recovered {
            requireRecoverySecret(secret);
        }

        @Override
        public Factors factors() {
            return Factors.RECOVERY_SECRET;
        }
    }

    /// Holds a recovery secret to its 32 bytes.
    ///
    /// @throws IllegalArgumentException if it has another length
    static void requireRecoverySecret(SecretBytes secret) {
        if (secret.length() != 32) {
            throw new IllegalArgumentException("A recovery secret is 32 bytes");
        }
    }
}
