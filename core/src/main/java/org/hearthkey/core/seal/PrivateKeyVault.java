package org.hearthkey.core.seal;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.AEADBadTagException;
import org.hearthkey.core.secret.SecretBytes;

/// Seals private keys once more inside an open home. Zone and service keys open with the home. A root key opens only
/// with the home and a secret of its own: either alone yields nothing, not even a guess that can be tested.
public final class PrivateKeyVault {
    private final byte[] vault;
    private final SecretBytes homeKey;
    private final Argon2id argon2;
    private final SecureRandom random;

    PrivateKeyVault(byte[] vault, SecretBytes homeKey, Argon2id argon2, SecureRandom random) {
        this.vault = vault;
        this.homeKey = homeKey;
        this.argon2 = argon2;
        this.random = random;
    }

    /// Seals a key that opens with the home.
    ///
    /// @return the value to keep in a row
    public byte[] seal(KeyLabel label, SecretBytes pkcs8) {
        byte[] keyId = newKeyId();
        byte[] box = homeKey.use(key -> box(key, keyId, label, pkcs8));
        return new PrivateKeyValue(keyId, label, List.of(), box).encode();
    }

    /// Opens a key that was sealed to open with the home.
    ///
    /// @throws RefusedException damaged
    public SecretBytes open(byte[] value) throws RefusedException {
        PrivateKeyValue parsed = PrivateKeyValue.parse(value);
        if (!parsed.locks().isEmpty()) {
            throw new IllegalArgumentException("This key has locks of its own");
        }
        return homeKey.<SecretBytes, RefusedException>use(key -> opened(key, parsed));
    }

    /// Seals a root key, which opens with the home and any one of what is planned.
    ///
    /// @param ways 1 to 8
    public byte[] sealRoot(KeyLabel label, SecretBytes pkcs8, List<LockPlan> ways) {
        if (ways.isEmpty() || ways.size() > PrivateKeyValue.MOST_LOCKS) {
            throw new IllegalArgumentException("A root key has 1 to 8 locks");
        }
        byte[] keyId = newKeyId();
        LockUse use = LockUse.privateKey(keyId);
        try (SecretBytes own = SecretBytes.random(Lock.KEY_BYTES, random)) {
            byte[] box = own.use(key -> box(key, keyId, label, pkcs8));
            Locksmith smith = new Locksmith(vault, homeKey, argon2, random);
            List<Lock> locks =
                    ways.stream().map(way -> smith.make(use, own, way)).toList();
            return new PrivateKeyValue(keyId, label, locks, box).encode();
        }
    }

    /// Opens a root key with any secret that has a lock on it.
    ///
    /// @throws RefusedException wrong-secret, out-of-bounds or damaged
    /// @throws IOException if a token does not answer
    public SecretBytes openRoot(byte[] value, LockSecret secret) throws RefusedException, IOException {
        PrivateKeyValue parsed = PrivateKeyValue.parse(value);
        if (parsed.locks().isEmpty()) {
            throw new IllegalArgumentException("This key has no locks of its own");
        }
        try (SecretBytes own = unlocked(parsed, secret)) {
            return own.<SecretBytes, RefusedException>use(key -> opened(key, parsed));
        }
    }

    /// Changes what opens a root key. Its box and the key of that stay as they are, and so do the locks that `stays`
    /// names: their secrets need not be at hand. Whatever else opened it does so no longer.
    ///
    /// @param ways new locks, at least one; with those that stay at most 8
    /// @return the value to keep in place of the one before
    /// @throws RefusedException wrong-secret, out-of-bounds or damaged
    /// @throws IOException if a token does not answer
    public byte[] relockRoot(byte[] value, LockSecret present, List<LockPlan> ways, Predicate<Lock> stays)
            throws RefusedException, IOException {
        PrivateKeyValue parsed = PrivateKeyValue.parse(value);
        List<Lock> locks = new ArrayList<>();
        try (SecretBytes own = unlocked(parsed, present)) {
            Locksmith smith = new Locksmith(vault, homeKey, argon2, random);
            LockUse use = LockUse.privateKey(parsed.keyId());
            ways.forEach(way -> locks.add(smith.make(use, own, way)));
        }
        parsed.locks().stream().filter(stays).forEach(locks::add);
        if (ways.isEmpty() || locks.size() > PrivateKeyValue.MOST_LOCKS) {
            throw new IllegalArgumentException("A root key has 1 to 8 locks");
        }
        return parsed.with(locks).encode();
    }

    /// A sealed root key with only those of its locks that `stays` names, as it leaves the home on paper.
    ///
    /// @throws RefusedException damaged
    public static byte[] pruned(byte[] value, Predicate<Lock> stays) throws RefusedException {
        PrivateKeyValue parsed = PrivateKeyValue.parse(value);
        return parsed.with(parsed.locks().stream().filter(stays).toList()).encode();
    }

    /// The locks on a root key; none if it opens with the home.
    public static List<Lock> locks(byte[] value) throws RefusedException {
        return PrivateKeyValue.parse(value).locks();
    }

    /// What a sealed key says of itself; true only if it also opens.
    public static KeyLabel label(byte[] value) throws RefusedException {
        return PrivateKeyValue.parse(value).label();
    }

    private SecretBytes unlocked(PrivateKeyValue value, LockSecret secret) throws RefusedException, IOException {
        List<Lock> fitting =
                value.locks().stream().filter(lock -> lock.fits(secret)).toList();
        if (fitting.stream()
                        .flatMap(lock -> lock.cost().stream())
                        .mapToLong(Argon2Cost::work)
                        .sum()
                > Argon2Cost.MOST_WORK) {
            throw new RefusedException(Refusal.OUT_OF_BOUNDS, "the locks of a private key together");
        }
        for (Lock lock : value.locks()) {
            if (!lock.isOfVault(vault)) {
                throw new RefusedException(Refusal.DAMAGED, "a private key's lock of another vault");
            }
        }
        LockUse use = LockUse.privateKey(value.keyId());
        Locksmith smith = new Locksmith(vault, homeKey, argon2, random);
        for (Lock lock : fitting) {
            Optional<SecretBytes> own = smith.open(lock, use, secret);
            if (own.isPresent()) {
                return own.get();
            }
        }
        throw new RefusedException(Refusal.WRONG_SECRET);
    }

    private byte[] box(byte[] key, byte[] keyId, KeyLabel label, SecretBytes pkcs8) {
        byte[] context = PrivateKeyValue.context(vault, keyId, label);
        try (SealingKey sealing = new SealingKey(key, random)) {
            return pkcs8.use(bytes -> sealing.seal(context, bytes));
        }
    }

    private SecretBytes opened(byte[] key, PrivateKeyValue value) throws RefusedException {
        try (SealingKey sealing = new SealingKey(key, random)) {
            return SecretBytes.owning(sealing.open(value.context(vault), value.box()));
        } catch (AEADBadTagException changed) {
            throw new RefusedException(Refusal.DAMAGED, "a private key", changed);
        }
    }

    private byte[] newKeyId() {
        byte[] keyId = new byte[PrivateKeyValue.ID_BYTES];
        random.nextBytes(keyId);
        return keyId;
    }
}
