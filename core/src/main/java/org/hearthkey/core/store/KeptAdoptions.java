package org.hearthkey.core.store;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.adopt.Adopted;
import org.hearthkey.core.adopt.AdoptionRecords;
import org.hearthkey.core.adopt.FoundCertificate;
import org.hearthkey.core.adopt.Source;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.name.ZoneName;

/// What was taken over from other programs, in the tables `adopted` and `adopted_certificate`.
final class KeptAdoptions implements AdoptionRecords {
    private final Rows rows;

    KeptAdoptions(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<Adopted> all() {
        return rows.all("SELECT * FROM adopted ORDER BY id", KeptAdoptions::adopted);
    }

    private static Adopted adopted(ResultSet row) throws SQLException {
        var issuer = row.getString("issuer");
        return new Adopted(
                issuer.equals(new Role.Root().code()) ? new Role.Root() : new Role.Zone(new ZoneName(issuer)),
                Source.parse(row.getString("source"))
                        .orElseThrow(() -> new IllegalStateException("A program of a later release")),
                Instant.ofEpochSecond(row.getLong("at")),
                Optional.ofNullable(row.getString("last_number")).map(BigInteger::new),
                KeptCertificates.read(row.getBytes("certificate")));
    }

    @Override
    public List<FoundCertificate> issued(Role issuer) {
        return rows.all(
                "SELECT * FROM adopted_certificate WHERE issuer = ? ORDER BY id", KeptAdoptions::issued, issuer.code());
    }

    private static FoundCertificate issued(ResultSet row) throws SQLException {
        var revokedAt = row.getLong("revoked");
        return new FoundCertificate(
                KeptCertificates.serial(row.getString("serial")),
                row.getString("subject"),
                Instant.ofEpochSecond(row.getLong("ends")),
                KeptCertificates.reason(row.getString("reason"))
                        .map(reason -> new Credential.Revoked(Instant.ofEpochSecond(revokedAt), reason)));
    }

    @Override
    public void add(Adopted adopted, List<FoundCertificate> issued) {
        rows.insert(
                "INSERT INTO adopted(issuer, source, at, last_number, certificate) VALUES (?, ?, ?, ?, ?)",
                adopted.issuer().code(),
                adopted.source().code(),
                adopted.at().getEpochSecond(),
                adopted.lastNumber().map(BigInteger::toString),
                adopted.certificate().der().bytes());
        issued.forEach(each -> rows.insert(
                """
                INSERT INTO adopted_certificate(issuer, serial, subject, ends, revoked, reason)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                adopted.issuer().code(),
                each.serial().hex(),
                each.subject(),
                each.ends().getEpochSecond(),
                each.revoked().map(revoked -> revoked.at().getEpochSecond()),
                each.revoked().map(revoked -> revoked.reason().text())));
    }

    @Override
    public void revoke(Role issuer, SerialNumber serial, Credential.Revoked revoked) {
        rows.change(
                "UPDATE adopted_certificate SET revoked = ?, reason = ? WHERE issuer = ? AND serial = ?",
                revoked.at().getEpochSecond(),
                revoked.reason().text(),
                issuer.code(),
                serial.hex());
    }
}
