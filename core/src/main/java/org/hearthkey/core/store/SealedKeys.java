package org.hearthkey.core.store;

import org.hearthkey.core.seal.KeyLabel;
import org.hearthkey.core.seal.PrivateKeyVault;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.SecretBytes;

/// Rows of the table `private_key`, each sealed again inside its record.
final class SealedKeys {
    private final Rows rows;
    private final PrivateKeyVault vault;

    SealedKeys(Rows rows, PrivateKeyVault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    void keep(String name, String algorithm, SecretBytes pkcs8) {
        rows.insert(
                "INSERT INTO private_key(name, sealed) VALUES (?, ?)",
                name,
                vault.seal(new KeyLabel(algorithm, name), pkcs8));
    }

    boolean has(String name) {
        return rows.number("SELECT count(*) FROM private_key WHERE name = ?", name) > 0;
    }

    /// A home was opened record by record before this: a key that does not open now is our mistake, not the file's.
    SecretBytes open(String name) {
        var sealed = rows.first("SELECT sealed FROM private_key WHERE name = ?", row -> row.getBytes(1), name)
                .orElseThrow(() -> new IllegalArgumentException("No key of " + name));
        try {
            return vault.open(sealed);
        } catch (RefusedException changed) {
            throw new IllegalStateException("The key of " + name, changed);
        }
    }
}
