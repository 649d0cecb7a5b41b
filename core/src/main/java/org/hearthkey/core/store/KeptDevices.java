package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hearthkey.core.attest.AttestationNote;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceRecords;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;

/// The inventory in the tables `device` and `certificate`.
final class KeptDevices implements DeviceRecords {
    private static final int LONGEST_PAGE = 10_000;
    private static final String JOINED = """
        SELECT d.uuid, d.name, d.address, d.zone, d.type, d.owner, d.location, d.added, d.findings, c.*
        FROM device d JOIN certificate c ON c.id = d.certificate
        """;

    private final Rows rows;
    private final KeptCertificates certificates;
    private final KeptAttestations attestations;

    KeptDevices(Rows rows, KeptCertificates certificates, KeptAttestations attestations) {
        this.rows = rows;
        this.certificates = certificates;
        this.attestations = attestations;
    }

    @Override
    public List<Device> page(DeviceQuery query, long offset, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("A page holds 1 to " + LONGEST_PAGE + " devices");
        }
        var wanted = Wanted.of(query);
        var values = new ArrayList<>(wanted.values());
        values.add(limit);
        values.add(offset);
        var sql = JOINED + wanted.where() + " ORDER BY " + order(query.order()) + " LIMIT ? OFFSET ?";
        return rows.all(sql, KeptDevices::device, values.toArray());
    }

    @Override
    public long count(DeviceQuery query) {
        var wanted = Wanted.of(query);
        return rows.number(
                "SELECT count(*) FROM device d JOIN certificate c ON c.id = d.certificate" + wanted.where(),
                wanted.values().toArray());
    }

    @Override
    public Optional<Device> find(DeviceName name) {
        return rows.first(JOINED + " WHERE d.name_key = ?", KeptDevices::device, nameKey(name));
    }

    @Override
    public Optional<Device> findByAddress(DnsName address) {
        return rows.first(JOINED + " WHERE d.address = ?", KeptDevices::device, address.text());
    }

    @Override
    public Optional<KeyHolder> findByKey(Fingerprint key) {
        return rows.first(
                """
                SELECT coalesce(d.name, c.label), c.reason FROM certificate c
                LEFT JOIN device d ON c.holder = 'device' AND d.uuid = c.label
                WHERE c.spki = ? ORDER BY c.revoked IS NULL, c.id DESC LIMIT 1
                """, row -> new KeyHolder(row.getString(1), KeptCertificates.reason(row.getString(2))), key.hex());
    }

    @Override
    public List<Credential.Certified> history(DeviceId device) {
        return rows.all(
                "SELECT * FROM certificate c WHERE holder = 'device' AND label = ? ORDER BY id DESC",
                KeptCertificates::credential,
                device.toString());
    }

    @Override
    public Optional<Certificate> certificate(SerialNumber serial) {
        return certificates.find(serial);
    }

    @Override
    public List<Listed> listed(ZoneName zone, Instant at) {
        return rows.all(
                """
                SELECT serial, revoked, reason FROM certificate
                WHERE issuer = ? AND revoked IS NOT NULL AND not_after > ? ORDER BY revoked, id
                """,
                row -> new Listed(
                        KeptCertificates.serial(row.getString(1)),
                        new Credential.Revoked(
                                Instant.ofEpochSecond(row.getLong(2)),
                                KeptCertificates.reason(row.getString(3)).orElseThrow())),
                new Role.Zone(zone).code(),
                at.getEpochSecond());
    }

    @Override
    public void add(Device device, Certificate certificate) {
        var certificateId = insert(device.id(), device.zone(), device.credential(), certificate);
        rows.insert(
                """
                INSERT INTO device(uuid, name, name_key, address, zone, type, owner, location, search, added, findings,
                    certificate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                device.id().toString(),
                device.name().text(),
                nameKey(device.name()),
                device.address().text(),
                device.zone().text(),
                device.particulars().type(),
                device.particulars().owner(),
                device.particulars().location(),
                search(device, device.particulars()),
                device.added().getEpochSecond(),
                String.join(" ", device.findings()),
                certificateId);
    }

    @Override
    public void renew(DeviceId device, Credential.Certified credential, Certificate certificate) {
        var kept = rows.first(JOINED + " WHERE d.uuid = ?", KeptDevices::device, device.toString())
                .orElseThrow(() -> new IllegalArgumentException("No such device"));
        var certificateId = insert(device, kept.zone(), credential, certificate);
        rows.change("UPDATE device SET certificate = ? WHERE uuid = ?", certificateId, device.toString());
    }

    @Override
    public Optional<AttestationNote> attestation(DeviceId device) {
        return attestations.find(device);
    }

    @Override
    public void noteAttestation(DeviceId device, AttestationNote note) {
        attestations.write(device, note);
    }

    @Override
    public void revoke(SerialNumber serial, Credential.Revoked revoked) {
        rows.change(
                "UPDATE certificate SET revoked = ?, reason = ? WHERE serial = ?",
                revoked.at().getEpochSecond(),
                revoked.reason().text(),
                serial.hex());
    }

    @Override
    public long forgetOwner(String owner) {
        var wanted = owner.toLowerCase(Locale.ROOT);
        var owned = rows.all(JOINED + " WHERE d.owner <> ''", KeptDevices::device).stream()
                .filter(device ->
                        device.particulars().owner().toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
        for (var device : owned) {
            var told = device.particulars();
            rows.change(
                    "UPDATE device SET owner = '', search = ? WHERE uuid = ?",
                    search(device, new Particulars(told.type(), "", told.location())),
                    device.id().toString());
        }
        return owned.size();
    }

    private long insert(DeviceId device, ZoneName zone, Credential.Certified credential, Certificate certificate) {
        return certificates.add(
                "device", device.toString(), new Role.Zone(zone), certificate, credential.effectiveNotAfter());
    }

    private static Device device(ResultSet row) throws SQLException {
        var findings = row.getString("findings");
        return new Device(
                new DeviceId(UUID.fromString(row.getString("uuid"))),
                new DeviceName(row.getString("name")),
                new DnsName(row.getString("address")),
                new ZoneName(row.getString("zone")),
                new Particulars(row.getString("type"), row.getString("owner"), row.getString("location")),
                Instant.ofEpochSecond(row.getLong("added")),
                findings.isEmpty() ? List.of() : List.of(findings.split(" ", -1)),
                KeptCertificates.credential(row));
    }

    private static String nameKey(DeviceName name) {
        return name.text().toLowerCase(Locale.ROOT);
    }

    private static String search(Device device, Particulars told) {
        return String.join(
                        "\n",
                        device.name().text(),
                        device.zone().text(),
                        told.type(),
                        told.owner(),
                        told.location(),
                        device.id().toString(),
                        device.credential().serial().hex())
                .toLowerCase(Locale.ROOT);
    }

    private static String order(DeviceQuery.Order order) {
        return switch (order) {
            case NAME -> "d.name_key";
            case ZONE -> "d.zone, d.name_key";
            case TYPE -> "d.type, d.name_key";
            case OWNER -> "d.owner, d.name_key";
            case LOCATION -> "d.location, d.name_key";
            case END -> "c.ends, d.name_key";
        };
    }

    /// A query as SQL. Everything that was typed is bound, never pasted.
    private record Wanted(String where, List<Object> values) {
        private static final long SOON = Lifetimes.SOON.toSeconds();

        static Wanted of(DeviceQuery query) {
            var conditions = new ArrayList<String>();
            var values = new ArrayList<Object>();
            if (!query.text().isBlank()) {
                conditions.add("instr(d.search, ?) > 0");
                values.add(query.text().strip().toLowerCase(Locale.ROOT));
            }
            query.zone().ifPresent(zone -> {
                conditions.add("d.zone = ?");
                values.add(zone.text());
            });
            var at = query.at().getEpochSecond();
            query.endsBefore().ifPresent(end -> {
                conditions.add("c.revoked IS NULL AND c.ends < ?");
                values.add(end.getEpochSecond());
            });
            query.state().ifPresent(state -> {
                switch (state) {
                    case REVOKED -> conditions.add("c.revoked IS NOT NULL");
                    case ENDED -> {
                        conditions.add("c.revoked IS NULL AND c.ends <= ?");
                        values.add(at);
                    }
                    case ENDS_SOON -> {
                        conditions.add("c.revoked IS NULL AND c.ends > ? AND (c.renew_from <= ? OR c.ends < ?)");
                        values.addAll(List.of(at, at, at + SOON));
                    }
                    case TRUSTED -> {
                        conditions.add("c.revoked IS NULL AND c.renew_from > ? AND c.ends >= ?");
                        values.addAll(List.of(at, at + SOON));
                    }
                }
            });
            var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
            return new Wanted(where, values);
        }
    }
}
