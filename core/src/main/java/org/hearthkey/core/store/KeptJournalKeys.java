package org.hearthkey.core.store;

import java.util.Optional;
import org.hearthkey.core.journal.JournalKeys;
import org.hearthkey.core.key.Ed25519Key;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.seal.KeyLabel;
import org.hearthkey.core.seal.PrivateKeyVault;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.SecretBytes;

/// The journal's keys in the table `private_key`, sealed again inside their records.
final class KeptJournalKeys implements JournalKeys {
    /// No zone can be called so: it holds a space.
    private static final String FIRST = "journal checkpoints";

    private static final String SECOND = "journal checkpoints " + MlDsaKey.ALGORITHM;

    private final Rows rows;
    private final PrivateKeyVault vault;

    KeptJournalKeys(Rows rows, PrivateKeyVault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    @Override
    public Ed25519Key openFirst() {
        try (var pkcs8 = open(FIRST)) {
            return Ed25519Key.open(pkcs8);
        }
    }

    @Override
    public Optional<MlDsaKey> openSecond() {
        if (!hasSecond()) {
            return Optional.empty();
        }
        try (var pkcs8 = open(SECOND)) {
            return Optional.of(MlDsaKey.open(pkcs8));
        }
    }

    @Override
    public void keepFirst(Ed25519Key key) {
        try (var pkcs8 = key.pkcs8()) {
            keep(FIRST, Ed25519Key.ALGORITHM, pkcs8);
        }
    }

    @Override
    public void keepSecond(MlDsaKey key) {
        try (var pkcs8 = key.pkcs8()) {
            keep(SECOND, MlDsaKey.ALGORITHM, pkcs8);
        }
    }

    @Override
    public boolean hasFirst() {
        return has(FIRST);
    }

    @Override
    public boolean hasSecond() {
        return has(SECOND);
    }

    private void keep(String name, String algorithm, SecretBytes pkcs8) {
        rows.insert(
                "INSERT INTO private_key(name, sealed) VALUES (?, ?)",
                name,
                vault.seal(new KeyLabel(algorithm, name), pkcs8));
    }

    private boolean has(String name) {
        return rows.number("SELECT count(*) FROM private_key WHERE name = ?", name) > 0;
    }

    /// A home was opened record by record before this: a key that does not open now is our mistake, not the file's.
    private SecretBytes open(String name) {
        var sealed = rows.first("SELECT sealed FROM private_key WHERE name = ?", row -> row.getBytes(1), name)
                .orElseThrow(() -> new IllegalArgumentException("No key of " + name));
        try {
            return vault.open(sealed);
        } catch (RefusedException changed) {
            throw new IllegalStateException("The key of " + name, changed);
        }
    }
}
