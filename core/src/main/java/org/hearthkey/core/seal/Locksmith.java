package org.hearthkey.core.seal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;

/// Makes locks for one vault and tries secrets on them.
public final class Locksmith {
    private static final byte[] NOTHING = {};

    private final byte[] vault;
    private final SecretBytes ahead;
    private final Argon2id argon2;
    private final SecureRandom random;

    /// For locks on the vault key.
    public Locksmith(byte[] vault, Argon2id argon2, SecureRandom random) {
        this(vault, SecretBytes.owning(NOTHING), argon2, random);
    }

    /// @param ahead a key that goes ahead of every secret, so that a lock opens to nobody without it
    Locksmith(byte[] vault, SecretBytes ahead, Argon2id argon2, SecureRandom random) {
        this.vault = vault.clone();
        this.ahead = ahead;
        this.argon2 = argon2;
        this.random = random;
    }

    /// Wraps `key` as planned. A token is not asked: its public point is enough.
    public Lock make(LockUse use, SecretBytes key, LockPlan plan) {
        byte[] salt = new byte[Lock.SALT_BYTES];
        random.nextBytes(salt);
        return switch (plan) {
            case LockPlan.Remembered(var passphrase, var cost) -> {
                LockTerms terms = new LockTerms(vault, plan.factors(), salt, cost, null);
                yield lock(terms, use, key, keys(terms, use, passphrase, NOTHING));
            }
            case LockPlan.Held(var token) -> {
                try (TokenPoint.Agreed agreed = token.agreeOnce(random)) {
                    LockTerms terms =
                            new LockTerms(vault, plan.factors(), salt, null, TokenPart.of(token, agreed.ephemeral()));
                    yield lock(terms, use, key, keys(terms, use, agreed.secret()));
                }
            }
            case LockPlan.RememberedAndHeld(var passphrase, var cost, var token) -> {
                try (TokenPoint.Agreed agreed = token.agreeOnce(random)) {
                    LockTerms terms =
                            new LockTerms(vault, plan.factors(), salt, cost, TokenPart.of(token, agreed.ephemeral()));
                    yield lock(terms, use, key, agreed.secret().use(shared -> keys(terms, use, passphrase, shared)));
                }
            }
            case LockPlan.Recovered(var secret) -> {
                LockTerms terms = new LockTerms(vault, plan.factors(), salt, null, null);
                yield lock(terms, use, key, keys(terms, use, secret));
            }
        };
    }

    private Lock lock(LockTerms terms, LockUse use, SecretBytes key, LockKeys made) {
        try (LockKeys keys = made) {
            try (SealingKey wrapping = keys.wrapping(random)) {
                byte[] sealed = key.use(bytes -> wrapping.seal(terms.info(use), bytes));
                return new Lock(terms, keys.check(), sealed);
            }
        }
    }

    /// Tries `secret` on `lock`; answers nothing if it is not the right one. A token is asked only if the lock names it.
    ///
    /// @throws RefusedException damaged, if the secret is right but what the lock holds has changed
    /// @throws IOException if the token does not answer
    public Optional<SecretBytes> open(Lock lock, LockUse use, LockSecret secret) throws RefusedException, IOException {
        if (!lock.fits(secret)) {
            return Optional.empty();
        }
        LockTerms terms = lock.terms();
        try (LockKeys keys = keys(terms, use, secret)) {
            if (!MessageDigest.isEqual(keys.check(), lock.check())) {
                return Optional.empty();
            }
            try (SealingKey wrapping = keys.wrapping(random)) {
                return Optional.of(SecretBytes.owning(wrapping.open(terms.info(use), lock.sealed())));
            }
        } catch (AEADBadTagException changed) {
            throw new RefusedException(Refusal.DAMAGED, "the key in a lock", changed);
        }
    }

    private LockKeys keys(LockTerms terms, LockUse use, LockSecret secret) throws RefusedException, IOException {
        return switch (secret) {
            case LockSecret.Remembered(var passphrase) -> keys(terms, use, passphrase, NOTHING);
            case LockSecret.Recovered(var recovered) -> keys(terms, use, recovered);
            case LockSecret.Held(var token) -> {
                try (SecretBytes agreed = agreed(terms, token)) {
                    yield keys(terms, use, agreed);
                }
            }
            case LockSecret.RememberedAndHeld(var passphrase, var token) -> {
                try (SecretBytes agreed = agreed(terms, token)) {
                    yield agreed.use(shared -> keys(terms, use, passphrase, shared));
                }
            }
        };
    }

    private static SecretBytes agreed(LockTerms terms, TokenKey token) throws RefusedException, IOException {
        return token.agree(terms.token().orElseThrow().ephemeral());
    }

    private LockKeys keys(LockTerms terms, LockUse use, Passphrase passphrase, byte[] shared) {
        return passphrase.use(utf8 -> {
            byte[] slow = argon2.derive(utf8, terms.salt(), terms.cost().orElseThrow());
            try {
                return ahead.use(first -> LockKeys.derive(terms, use, first, slow, shared));
            } finally {
                Arrays.fill(slow, (byte) 0);
            }
        });
    }

    private LockKeys keys(LockTerms terms, LockUse use, SecretBytes secret) {
        return ahead.use(first -> secret.use(bytes -> LockKeys.derive(terms, use, first, bytes)));
    }
}
