package org.hearthkey.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearthkey.core.device.DeviceListing;
import org.hearthkey.core.device.DeviceListing.Elsewhere;
import org.hearthkey.core.device.WaitingCode;
import org.hearthkey.core.device.WaitingDevice;
import org.hearthkey.core.device.WaitingRecords;
import org.hearthkey.core.name.AccountName;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.KeyLabel;
import org.hearthkey.core.seal.PrivateKeyVault;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.SecretBytes;

/// Devices that wait to be set up again, in the tables `waiting` and `waiting_photo`. Their codes are sealed again inside
/// their records, as those of devices are.
public final class KeptWaiting implements WaitingRecords {
    private static final String CODE = "waiting code";
    private static final String PHOTO = "waiting photo";
    private static final String SELECT = """
        SELECT waiting.id, name, type, location, zone, address, ends, accounts, since, kind, p.id IS NOT NULL AS pictured
        FROM waiting LEFT JOIN waiting_photo p ON p.id = waiting.id
        """;

    private final Rows rows;
    private final PrivateKeyVault vault;

    KeptWaiting(Rows rows, PrivateKeyVault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    @Override
    public List<WaitingDevice> all() {
        return rows.all(SELECT + " ORDER BY name_key", KeptWaiting::device);
    }

    @Override
    public Optional<WaitingDevice> find(DeviceName name) {
        return rows.first(SELECT + " WHERE name_key = ?", KeptWaiting::device, KeptDevices.nameKey(name));
    }

    @Override
    public Optional<WaitingDevice> findByCode(String code) {
        try (var wanted = SecretBytes.owning(code.getBytes(UTF_8))) {
            return all().stream()
                    .filter(device -> device.kind().isPresent() && isCode(device, wanted))
                    .findFirst();
        }
    }

    private boolean isCode(WaitingDevice device, SecretBytes wanted) {
        try (var kept = openCode(device)) {
            return kept.use(ours -> wanted.use(theirs -> MessageDigest.isEqual(ours, theirs)));
        }
    }

    @Override
    public void add(DeviceListing listing, Instant since, Optional<WaitingCode> code) {
        var id = rows.insert(
                """
                INSERT INTO waiting(name, name_key, type, location, zone, address, ends, accounts, since, kind, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                listing.name().text(),
                KeptDevices.nameKey(listing.name()),
                listing.type(),
                listing.location(),
                listing.zone().text(),
                listing.address().text(),
                listing.ends().map(Instant::getEpochSecond),
                listing.accounts().stream().map(KeptWaiting::line).collect(Collectors.joining("\n")),
                since.getEpochSecond(),
                code.map(WaitingCode::kind),
                code.map(kept -> vault.seal(label(CODE, listing.name()), kept.text())));
        code.flatMap(WaitingCode::photo)
                .ifPresent(photo -> rows.change(
                        "INSERT INTO waiting_photo(id, sealed) VALUES (?, ?)",
                        id,
                        vault.seal(label(PHOTO, listing.name()), photo)));
    }

    @Override
    public SecretBytes openCode(WaitingDevice device) {
        return opened("SELECT sealed FROM waiting WHERE id = ? AND sealed IS NOT NULL", device)
                .orElseThrow(() -> new IllegalArgumentException("No code came with this device"));
    }

    @Override
    public Optional<SecretBytes> openPhoto(WaitingDevice device) {
        return opened("SELECT sealed FROM waiting_photo WHERE id = ?", device);
    }

    @Override
    public void remove(WaitingDevice device) {
        rows.change("DELETE FROM waiting_photo WHERE id = ?", device.number());
        rows.change("DELETE FROM waiting WHERE id = ?", device.number());
    }

    /// Seals every code and picture anew for another vault. Only while the home is written anew.
    public void moveTo(PrivateKeyVault other) {
        move("waiting", other);
        move("waiting_photo", other);
    }

    private void move(String table, PrivateKeyVault other) {
        var ids = rows.all(
                "SELECT id FROM %s WHERE sealed IS NOT NULL ORDER BY id".formatted(table), row -> row.getLong(1));
        for (var id : ids) {
            var before = rows.first("SELECT sealed FROM %s WHERE id = ?".formatted(table), row -> row.getBytes(1), id)
                    .orElseThrow();
            try (var opened = vault.open(before)) {
                var sealed = other.seal(PrivateKeyVault.label(before), opened);
                rows.change("UPDATE %s SET sealed = ? WHERE id = ?".formatted(table), sealed, id);
            } catch (RefusedException changed) {
                throw new IllegalStateException("A kept code", changed);
            }
        }
    }

    private Optional<SecretBytes> opened(String sql, WaitingDevice device) {
        var sealed = rows.first(sql, row -> row.getBytes(1), device.number());
        try {
            return sealed.isPresent() ? Optional.of(vault.open(sealed.get())) : Optional.empty();
        } catch (RefusedException changed) {
            throw new IllegalStateException("A kept code", changed);
        }
    }

    private static WaitingDevice device(ResultSet row) throws SQLException {
        var ends = row.getLong("ends");
        var hasEnd = !row.wasNull();
        var accounts = row.getString("accounts");
        return new WaitingDevice(
                row.getLong("id"),
                new DeviceListing(
                        new DeviceName(row.getString("name")),
                        row.getString("type"),
                        row.getString("location"),
                        new ZoneName(row.getString("zone")),
                        new DnsName(row.getString("address")),
                        hasEnd ? Optional.of(Instant.ofEpochSecond(ends)) : Optional.empty(),
                        accounts.lines().map(KeptWaiting::account).toList()),
                Optional.ofNullable(row.getString("kind")),
                row.getBoolean("pictured"),
                Instant.ofEpochSecond(row.getLong("since")));
    }

    private static String line(Elsewhere account) {
        return account.name().map(name -> account.sort() + " " + name.text()).orElse(account.sort());
    }

    private static Elsewhere account(String line) {
        int space = line.indexOf(' ');
        return space < 0
                ? new Elsewhere(line, Optional.empty())
                : new Elsewhere(line.substring(0, space), Optional.of(new AccountName(line.substring(space + 1))));
    }

    private static KeyLabel label(String what, DeviceName device) {
        return new KeyLabel(what, device.text());
    }
}
