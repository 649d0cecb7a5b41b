package org.hearthkey.core.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockUse;
import org.hearthkey.core.seal.Locksmith;
import org.hearthkey.core.seal.VaultKeys;
import org.hearthkey.core.secret.SecretBytes;

/// A slot that its secret has opened: the vault key, for as long as keys are derived or other locks are made.
public final class OpenSlot implements AutoCloseable {
    private final long id;
    private final byte[] vault;
    private final SecretBytes vaultKey;
    private final Optional<Trial> trial;
    private final Argon2id argon2;
    private final SecureRandom random;

    OpenSlot(long id, byte[] vault, SecretBytes vaultKey, Optional<Trial> trial, Argon2id argon2, SecureRandom random) {
        this.trial = trial;
        this.id = id;
        this.vault = vault;
        this.vaultKey = vaultKey;
        this.argon2 = argon2;
        this.random = random;
    }

    /// How long one guess at a passphrase has taken.
    ///
    /// @param cost what it costs
    /// @param took on this computer, just now
    public record Trial(Argon2Cost cost, Duration took) {}

    /// What opening this slot has taken; nothing if it has no passphrase.
    public Optional<Trial> trial() {
        return trial;
    }

    /// The number of the slot that was opened.
    public long id() {
        return id;
    }

    /// Makes a lock on the vault key with a salt of its own. Takes about a second if it has a passphrase.
    ///
    /// @param slotId the slot that it will be, which enters the lock
    public Lock lock(long slotId, LockPlan plan) {
        return new Locksmith(vault, argon2, random).make(LockUse.vault(slotId), vaultKey, plan);
    }

    VaultKeys keys() {
        return new VaultKeys(vault, vaultKey, random);
    }

    @Override
    public void close() {
        vaultKey.close();
    }
}
