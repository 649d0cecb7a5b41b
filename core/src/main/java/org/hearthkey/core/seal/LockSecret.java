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

    /// The 32 bytes that recovery shares rebuild.
    record Recovered(SecretBytes secret) implements LockSecret {
        public Recovered {
            if (secret.length() != 32) {
                throw new IllegalArgumentException("A recovery secret is 32 bytes");
            }
        }

        @Override
        public Factors factors() {
            return Factors.RECOVERY_SECRET;
        }
    }
}
