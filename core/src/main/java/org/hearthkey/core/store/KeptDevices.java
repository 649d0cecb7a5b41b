package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hearthkey.core.attest.AttestationNote;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceRecords;
import org.hearthkey.core.device.Leaving;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.device.Sighting;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;

/// The inventory in the tables `device`, `certificate` and `pairing`.
final class KeptDevices implements DeviceRecords {
    private static final int LONGEST_PAGE = 10_000;

    /// In place of a row of `certificate`. A missing number reads as it, too.
    private static final long NO_CERTIFICATE = 0;

    /// `pairing` has a name of its own for each column, for `c.*` takes the plain ones.
    private static final String JOINED = """
        SELECT d.uuid, d.name, d.address, d.zone, d.type, d.owner, d.location, d.added, d.findings, d.seen, d.seen_by,
            p.kind, p.since, p.kept_at, p.taken_back, p.taken_back_for, r.begun AS leaves, r.ended AS left_at, c.*
        """ + WantedDevices.FROM;

    /// Goes through as many rows as were revoked: SQLite must not sort for it, since it would hold all of them at once.
    static final String LISTED = """
        SELECT serial, revoked, reason FROM certificate
        WHERE issuer = ? AND revoked IS NOT NULL AND not_after > ? AND not_after <= ? ORDER BY revoked, id
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
        var wanted = WantedDevices.of(query);
        var values = new ArrayList<>(wanted.values());
        values.add(limit);
        values.add(offset);
        var sql = JOINED + wanted.where() + " ORDER BY " + WantedDevices.order(query.order()) + " LIMIT ? OFFSET ?";
        return rows.all(sql, KeptDevices::device, values.toArray());
    }

    @Override
    public long count(DeviceQuery query) {
        var wanted = WantedDevices.of(query);
        return rows.number(
                "SELECT count(*) " + WantedDevices.FROM + wanted.where(),
                wanted.values().toArray());
    }

    @Override
    public long countAddedSince(Instant since) {
        return rows.number("SELECT count(*) FROM device WHERE added >= ?", since.getEpochSecond());
    }

    @Override
    public Optional<Device> find(DeviceName name) {
        return rows.first(JOINED + " WHERE d.name_key = ?", KeptDevices::device, nameKey(name));
    }

    @Override
    public Optional<Device> find(DeviceId id) {
        return rows.first(JOINED + " WHERE d.uuid = ?", KeptDevices::device, id.toString());
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
    public void eachListed(ZoneName zone, Instant from, Instant until, Consumer<Listed> taker) {
        rows.each(
                LISTED,
                row -> taker.accept(listed(row)),
                new Role.Zone(zone).code(),
                from.getEpochSecond(),
                until.getEpochSecond());
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                KeptCertificates.serial(row.getString(1)),
                new Credential.Revoked(
                        Instant.ofEpochSecond(row.getLong(2)),
                        KeptCertificates.reason(row.getString(3)).orElseThrow()));
    }

    @Override
    public void add(Device device, ZoneName issuer, Certificate certificate) {
        add(device, insert(device.id(), issuer, device.certified().orElseThrow(), certificate));
    }

    @Override
    public void addPaired(Device device, Credential.Paired pairing) {
        rows.insert(
                "INSERT INTO pairing(device, kind, since, kept_at) VALUES (?, ?, ?, ?)",
                device.id().toString(),
                pairing.kind(),
                pairing.since().getEpochSecond(),
                pairing.keptAt());
        add(device, NO_CERTIFICATE);
    }

    private void add(Device device, long certificateId) {
        rows.insert(
                """
                INSERT INTO device(uuid, name, name_key, address, zone, type, owner, location, search, added, findings,
                    certificate, seen, seen_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                certificateId,
                device.seen().map(seen -> seen.at().getEpochSecond()),
                device.seen().map(seen -> seen.source().code()));
    }

    @Override
    public void renew(DeviceId device, ZoneName issuer, Credential.Certified credential, Certificate certificate) {
        var certificateId = insert(device, issuer, credential, certificate);
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
        certificates.revoke(serial, revoked);
    }

    @Override
    public void unpair(DeviceId device, Credential.Revoked revoked) {
        rows.change(
                "UPDATE pairing SET taken_back = ?, taken_back_for = ? WHERE device = ?",
                revoked.at().getEpochSecond(),
                revoked.reason().text(),
                device.toString());
    }

    @Override
    public void saw(DeviceId device, Sighting sighting) {
        rows.change(
                "UPDATE device SET seen = ?, seen_by = ? WHERE uuid = ? AND seen IS NULL",
                sighting.at().getEpochSecond(),
                sighting.source().code(),
                device.toString());
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
                row.getLong("id") == NO_CERTIFICATE ? paired(row) : KeptCertificates.credential(row),
                seen(row),
                leaving(row));
    }

    private static Optional<Leaving> leaving(ResultSet row) throws SQLException {
        var begun = row.getLong("leaves");
        var ended = row.getLong("left_at");
        return begun == 0
                ? Optional.empty()
                : Optional.of(new Leaving(
                        Instant.ofEpochSecond(begun),
                        ended == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(ended))));
    }

    private static Credential.Paired paired(ResultSet row) throws SQLException {
        var takenBack = row.getLong("taken_back");
        return new Credential.Paired(
                row.getString("kind"),
                Instant.ofEpochSecond(row.getLong("since")),
                row.getString("kept_at"),
                KeptCertificates.reason(row.getString("taken_back_for"))
                        .map(reason -> new Credential.Revoked(Instant.ofEpochSecond(takenBack), reason)));
    }

    private static Optional<Sighting> seen(ResultSet row) throws SQLException {
        var at = row.getLong("seen");
        return Optional.ofNullable(row.getString("seen_by"))
                .flatMap(Sighting.Source::parse)
                .map(source -> new Sighting(Instant.ofEpochSecond(at), source));
    }

    static String nameKey(DeviceName name) {
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
                        device.certified()
                                .map(certified -> certified.serial().hex())
                                .orElse(""))
                .toLowerCase(Locale.ROOT);
    }
}
