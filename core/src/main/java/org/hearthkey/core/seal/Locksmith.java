package org.hearthkey.core.seal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.jspecify.annotations.Nullable;

/// Makes locks for one vault and tries secrets on them.
public final class Locksmith {
    private final byte[] vault;
    private final byte[] ahead;
    private final Argon2id argon2;
    private final SecureRandom random;

    /// For locks on the vault key.
    public Locksmith(byte[] vault, Argon2id argon2, SecureRandom random) {
        this(vault, new byte[0], argon2, random);
    }

    /// @param ahead a key that goes ahead of every secret, so that a lock opens to nobody without it
    Locksmith(byte[] vault, byte[] ahead, Argon2id argon2, SecureRandom random) {
        this.vault = vault.clone();
        this.ahead = ahead;
        this.argon2 = argon2;
        this.random = random;
    }

    /// Wraps `key` under a passphrase, at `cost` a guess.
    public Lock make(LockUse use, SecretBytes key, Passphrase passphrase, Argon2Cost cost) {
        return make(use, key, new LockSecret.Remembered(passphrase), cost);
    }

    /// Wraps `key` under a recovery secret, which needs no slowing down: nobody guesses 32 random bytes.
    public Lock make(LockUse use, SecretBytes key, LockSecret.Recovered secret) {
        return make(use, key, secret, null);
    }

    private Lock make(LockUse use, SecretBytes key, LockSecret secret, @Nullable Argon2Cost cost) {
        byte[] salt = new byte[Lock.SALT_BYTES];
        random.nextBytes(salt);
        LockTerms terms = new LockTerms(vault, secret.factors(), salt, cost, null);
        try (LockKeys keys = keys(terms, use, secret)) {
            byte[] sealed = key.use(bytes -> keys.wrapping(random).seal(terms.info(use), bytes));
            return new Lock(terms, keys.check(), sealed);
        }
    }

    /// Tries `secret` on `lock`; answers nothing if it is not the right one.
    ///
    /// @throws RefusedException damaged, if the secret is right but what the lock holds has changed
    public Optional<SecretBytes> open(Lock lock, LockUse use, LockSecret secret) throws RefusedException {
        if (lock.factors() != secret.factors()) {
            return Optional.empty();
        }
        LockTerms terms = lock.terms();
        try (LockKeys keys = keys(terms, use, secret)) {
            if (!MessageDigest.isEqual(keys.check(), lock.check())) {
                return Optional.empty();
            }
            byte[] key = keys.wrapping(random).open(terms.info(use), lock.sealed());
            return Optional.of(SecretBytes.owning(key));
        } catch (AEADBadTagException changed) {
            throw new RefusedException(Refusal.DAMAGED, "the key in a lock", changed);
        }
    }

    private LockKeys keys(LockTerms terms, LockUse use, LockSecret secret) {
        return switch (secret) {
            case LockSecret.Remembered(var passphrase) ->
                passphrase.use(utf8 -> {
                    byte[] slow = argon2.derive(utf8, terms.salt(), terms.cost().orElseThrow());
                    try {
                        return LockKeys.derive(terms, use, ahead, slow);
                    } finally {
                        Arrays.fill(slow, (byte) 0);
                    }
                });
            case LockSecret.Recovered(var recovered) ->
                recovered.use(bytes -> LockKeys.derive(terms, use, ahead, bytes));
        };
    }
}
