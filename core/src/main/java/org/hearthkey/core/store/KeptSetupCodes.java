package org.hearthkey.core.store;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.device.SetupCodeRecords;
import org.hearthkey.core.seal.KeyLabel;
import org.hearthkey.core.seal.PrivateKeyVault;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.SecretBytes;

/// Codes from boxes in the table `setup_code`, sealed again inside their records as private keys are: what dumps the
/// tables of an open home finds none.
public final class KeptSetupCodes implements SetupCodeRecords {
    private static final String CODE = "setup code";
    private static final String PHOTO = "label photo";

    private final Rows rows;
    private final PrivateKeyVault vault;

    KeptSetupCodes(Rows rows, PrivateKeyVault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    @Override
    public Optional<Kept> find(DeviceId device) {
        return rows.first(
                "SELECT kind, kept, photo IS NOT NULL FROM setup_code WHERE device = ?",
                row -> new Kept(row.getString(1), Instant.ofEpochSecond(row.getLong(2)), row.getBoolean(3)),
                device.toString());
    }

    @Override
    public void keep(DeviceId device, String kind, SecretBytes code, Instant since) {
        destroy(device);
        rows.insert(
                "INSERT INTO setup_code(device, kind, kept, sealed) VALUES (?, ?, ?, ?)",
                device.toString(),
                kind,
                since.getEpochSecond(),
                vault.seal(label(CODE, device), code));
    }

    @Override
    public void keepPhoto(DeviceId device, SecretBytes picture) {
        var kept = rows.change(
                "UPDATE setup_code SET photo = ? WHERE device = ?",
                vault.seal(label(PHOTO, device), picture),
                device.toString());
        if (kept == 0) {
            throw new IllegalArgumentException("No code is kept for this device");
        }
    }

    @Override
    public SecretBytes open(DeviceId device) {
        return opened("SELECT sealed FROM setup_code WHERE device = ?", device)
                .orElseThrow(() -> new IllegalArgumentException("No code is kept for this device"));
    }

    @Override
    public Optional<SecretBytes> openPhoto(DeviceId device) {
        return opened("SELECT photo FROM setup_code WHERE device = ? AND photo IS NOT NULL", device);
    }

    @Override
    public void destroy(DeviceId device) {
        rows.change("DELETE FROM setup_code WHERE device = ?", device.toString());
    }

    /// Seals every code and photo anew for another vault. Only while the home is written anew.
    public void moveTo(PrivateKeyVault other) {
        for (var id : rows.all("SELECT id FROM setup_code ORDER BY id", row -> row.getLong(1))) {
            move("sealed", id, other);
            move("photo", id, other);
        }
    }

    private void move(String column, long id, PrivateKeyVault other) {
        var query = "SELECT %1$s FROM setup_code WHERE id = ? AND %1$s IS NOT NULL".formatted(column);
        var before = rows.first(query, row -> row.getBytes(1), id);
        if (before.isEmpty()) {
            return;
        }
        try (var opened = vault.open(before.get())) {
            var sealed = other.seal(PrivateKeyVault.label(before.get()), opened);
            rows.change("UPDATE setup_code SET %s = ? WHERE id = ?".formatted(column), sealed, id);
        } catch (RefusedException changed) {
            throw new IllegalStateException("A kept code", changed);
        }
    }

    private Optional<SecretBytes> opened(String sql, DeviceId device) {
        var sealed = rows.first(sql, row -> row.getBytes(1), device.toString());
        try {
            return sealed.isPresent() ? Optional.of(vault.open(sealed.get())) : Optional.empty();
        } catch (RefusedException changed) {
            throw new IllegalStateException("A kept code", changed);
        }
    }

    private static KeyLabel label(String what, DeviceId device) {
        return new KeyLabel(what, device.toString());
    }
}
