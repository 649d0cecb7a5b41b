package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Intermediate;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.IssuerRecords;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.Superseded;
import org.hearthkey.core.authority.Withdrawn;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.name.ZoneName;

/// The issuers in the table `issuer`.
final class KeptIssuers implements IssuerRecords {
    private static final String ZONES = "SELECT * FROM issuer WHERE policy_number > 0";

    private final Rows rows;

    KeptIssuers(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Issuer root() {
        return single(new Role.Root());
    }

    @Override
    public Issuer services() {
        return single(new Role.Services());
    }

    @Override
    public List<Zone> zones() {
        return rows.all(ZONES + " ORDER BY policy_number", KeptIssuers::zone);
    }

    @Override
    public Optional<Zone> zone(ZoneName name) {
        return rows.first(ZONES + " AND role = ?", KeptIssuers::zone, new Role.Zone(name).code());
    }

    @Override
    public void add(Zone zone) {
        insert(zone.issuer(), zone.policyNumber(), zone.added());
    }

    @Override
    public void add(Issuer issuer, Instant at) {
        insert(issuer, 0, at);
    }

    private void insert(Issuer issuer, int policyNumber, Instant added) {
        rows.insert(
                "INSERT INTO issuer(role, policy_number, added, certificate, twin) VALUES (?, ?, ?, ?, ?)",
                issuer.role().code(),
                policyNumber,
                added.getEpochSecond(),
                issuer.certificate().der().bytes(),
                issuer.twin().map(twin -> twin.der().bytes()));
    }

    @Override
    public void replace(Issuer issuer) {
        rows.change(
                "UPDATE issuer SET certificate = ?, twin = ? WHERE role = ?",
                issuer.certificate().der().bytes(),
                issuer.twin().map(twin -> twin.der().bytes()),
                issuer.role().code());
    }

    @Override
    public void withdraw(Withdrawn withdrawn) {
        rows.insert(
                "INSERT INTO withdrawn(zone, at, reason, certificate) VALUES (?, ?, ?, ?)",
                withdrawn.zone().text(),
                withdrawn.at().getEpochSecond(),
                withdrawn.reason().text(),
                withdrawn.issuer().der().bytes());
    }

    @Override
    public List<Withdrawn> withdrawn() {
        return rows.all("SELECT * FROM withdrawn ORDER BY id", KeptIssuers::withdrawn);
    }

    private static Withdrawn withdrawn(ResultSet row) throws SQLException {
        return new Withdrawn(
                new ZoneName(row.getString("zone")),
                KeptCertificates.read(row.getBytes("certificate")),
                Instant.ofEpochSecond(row.getLong("at")),
                Reason.parse(row.getString("reason")).orElseThrow());
    }

    @Override
    public void add(Intermediate intermediate) {
        rows.insert(
                "INSERT INTO intermediate(name, added, certificate, revoked, reason) VALUES (?, ?, ?, NULL, NULL)",
                intermediate.name().text(),
                intermediate.added().getEpochSecond(),
                intermediate.certificate().der().bytes());
    }

    @Override
    public void replace(Intermediate intermediate) {
        rows.change(
                "UPDATE intermediate SET certificate = ? WHERE name = ?",
                intermediate.certificate().der().bytes(),
                intermediate.name().text());
    }

    @Override
    public void revoke(Intermediate intermediate, Credential.Revoked revoked) {
        rows.change(
                "UPDATE intermediate SET revoked = ?, reason = ? WHERE name = ?",
                revoked.at().getEpochSecond(),
                revoked.reason().text(),
                intermediate.name().text());
    }

    @Override
    public List<Intermediate> intermediates() {
        return rows.all("SELECT * FROM intermediate ORDER BY id", KeptIssuers::intermediate);
    }

    private static Intermediate intermediate(ResultSet row) throws SQLException {
        var revokedAt = row.getLong("revoked");
        return new Intermediate(
                new ZoneName(row.getString("name")),
                KeptCertificates.read(row.getBytes("certificate")),
                Instant.ofEpochSecond(row.getLong("added")),
                KeptCertificates.reason(row.getString("reason"))
                        .map(reason -> new Credential.Revoked(Instant.ofEpochSecond(revokedAt), reason)));
    }

    @Override
    public void recertified(String name, Certificate before) {
        rows.insert(
                "INSERT INTO recertified(issuer, serial, not_after) VALUES (?, ?, ?)",
                name,
                before.serial().hex(),
                before.notAfter().getEpochSecond());
    }

    @Override
    public void supersedeEarlier(String name, Credential.Revoked revoked) {
        rows.all("SELECT * FROM recertified WHERE issuer = ? ORDER BY id", row -> superseded(row, revoked), name)
                .forEach(this::supersede);
        rows.change("DELETE FROM recertified WHERE issuer = ?", name);
    }

    private static Superseded superseded(ResultSet row, Credential.Revoked revoked) throws SQLException {
        return new Superseded(
                KeptCertificates.serial(row.getString("serial")),
                Instant.ofEpochSecond(row.getLong("not_after")),
                revoked.at(),
                revoked.reason());
    }

    @Override
    public void supersede(Superseded superseded) {
        rows.insert(
                "INSERT INTO superseded(serial, not_after, at, reason) VALUES (?, ?, ?, ?)",
                superseded.serial().hex(),
                superseded.notAfter().getEpochSecond(),
                superseded.at().getEpochSecond(),
                superseded.reason().text());
    }

    @Override
    public List<Superseded> superseded() {
        return rows.all(
                "SELECT * FROM superseded ORDER BY id",
                row -> new Superseded(
                        KeptCertificates.serial(row.getString("serial")),
                        Instant.ofEpochSecond(row.getLong("not_after")),
                        Instant.ofEpochSecond(row.getLong("at")),
                        Reason.parse(row.getString("reason")).orElseThrow()));
    }

    @Override
    public Optional<Rollover> rollover() {
        return new KeptRollovers(rows).rollover();
    }

    private Issuer single(Role role) {
        return rows.first("SELECT * FROM issuer WHERE role = ?", row -> issuer(row, role), role.code())
                .orElseThrow(() -> new IllegalStateException("A home has every issuer from its first commit"));
    }

    private static Zone zone(ResultSet row) throws SQLException {
        var name = new ZoneName(row.getString("role"));
        return new Zone(
                name,
                row.getInt("policy_number"),
                Instant.ofEpochSecond(row.getLong("added")),
                issuer(row, new Role.Zone(name)));
    }

    private static Issuer issuer(ResultSet row, Role role) throws SQLException {
        Optional<Certificate> twin = Optional.ofNullable(row.getBytes("twin")).map(KeptCertificates::read);
        return new Issuer(role, KeptCertificates.read(row.getBytes("certificate")), twin);
    }
}
