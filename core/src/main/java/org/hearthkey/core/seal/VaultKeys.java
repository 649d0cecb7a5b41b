package org.hearthkey.core.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.hearthkey.core.secret.SecretBytes;

/// The keys of one vault, derived from its vault key, which nobody needs afterwards.
public final class VaultKeys implements AutoCloseable {
    private static final String RECORD = "hearth/1 record";
    private static final String SET = "hearth/1 set";
    private static final String PRIVATE = "hearth/1 private";

    private final byte[] vault;
    private final SealingKey record;
    private final Hmac set;
    private final SecretBytes privateKey;
    private final SecureRandom random;

    /// Derives the keys.
    ///
    /// @param vault the 16 bytes that name the vault
    public VaultKeys(byte[] vault, SecretBytes vaultKey, SecureRandom random) {
        this.vault = vault.clone();
        this.random = random;
        byte[] pseudoRandomKey = vaultKey.use(key -> Hkdf.extract(vault, key));
        try (SecretBytes recordKey = derived(pseudoRandomKey, RECORD);
                SecretBytes setKey = derived(pseudoRandomKey, SET)) {
            record = recordKey.use(key -> new SealingKey(key, random));
            set = setKey.use(Hmac::new);
            privateKey = derived(pseudoRandomKey, PRIVATE);
        } finally {
            Arrays.fill(pseudoRandomKey, (byte) 0);
        }
    }

    static SecretBytes derived(byte[] pseudoRandomKey, String label) {
        byte[] info = label.getBytes(StandardCharsets.US_ASCII);
        return SecretBytes.owning(Hkdf.expand(pseudoRandomKey, info, 32));
    }

    public byte[] vault() {
        return vault.clone();
    }

    /// Seals records and the head.
    public SealingKey record() {
        return record;
    }

    /// Makes the elements of the set digest.
    public Hmac set() {
        return set;
    }

    /// Seals private keys; usable until this is closed.
    public PrivateKeyVault privateKeys(Argon2id argon2) {
        return new PrivateKeyVault(vault, privateKey, argon2, random);
    }

    /// Forgets all three: nothing is sealed or opened with them any more.
    @Override
    public void close() {
        record.close();
        set.close();
        privateKey.close();
    }
}
