package org.hearthkey.core.store;

import java.security.cert.CertificateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;
import org.jspecify.annotations.Nullable;

/// Every leaf certificate that the home ever signed.
final class KeptCertificates {
    private final Rows rows;

    KeptCertificates(Rows rows) {
        this.rows = rows;
    }

    Optional<Certificate> find(SerialNumber serial) {
        return rows.first("SELECT der FROM certificate WHERE serial = ?", row -> read(row.getBytes(1)), serial.hex());
    }

    /// The newest certificate of that holder.
    Optional<Certificate> newest(String holder, String label) {
        return rows.first(
                "SELECT der FROM certificate WHERE holder = ? AND label = ? ORDER BY id DESC LIMIT 1",
                row -> read(row.getBytes(1)),
                holder,
                label);
    }

    /// The certificates of those holders of one kind whose label fits, without what was revoked.
    List<Certificate> notRevoked(String holder, Predicate<String> label) {
        return rows
                .all(
                        "SELECT label, der FROM certificate WHERE holder = ? AND revoked IS NULL ORDER BY id",
                        row -> Map.entry(row.getString(1), row.getBytes(2)),
                        holder)
                .stream()
                .filter(kept -> label.test(kept.getKey()))
                .map(kept -> read(kept.getValue()))
                .toList();
    }

    /// What was revoked of the certificates of those holders.
    List<Certificate> revoked(String holder) {
        return rows.all(
                "SELECT der FROM certificate WHERE holder = ? AND revoked IS NOT NULL ORDER BY id",
                row -> read(row.getBytes(1)),
                holder);
    }

    void revoke(SerialNumber serial, Credential.Revoked revoked) {
        rows.change(
                "UPDATE certificate SET revoked = ?, reason = ? WHERE serial = ?",
                revoked.at().getEpochSecond(),
                revoked.reason().text(),
                serial.hex());
    }

    /// Hands the certificates of those holders of one kind whose label fits to another label.
    void relabel(String holder, Predicate<String> label, String to) {
        rows
                .all(
                        "SELECT id, label FROM certificate WHERE holder = ?",
                        row -> Map.entry(row.getLong(1), row.getString(2)),
                        holder)
                .stream()
                .filter(kept -> label.test(kept.getValue()))
                .forEach(kept -> rows.change("UPDATE certificate SET label = ? WHERE id = ?", to, kept.getKey()));
    }

    long add(String holder, String label, Role issuer, Certificate certificate, Instant ends) {
        return rows.insert(
                """
                INSERT INTO certificate(holder, label, issuer, serial, fingerprint, spki, not_before, not_after, ends,
                    renew_from, revoked, reason, der) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?)
                """,
                holder,
                label,
                issuer.code(),
                certificate.serial().hex(),
                certificate.fingerprint().hex(),
                certificate.publicKey().hash().hex(),
                certificate.notBefore().getEpochSecond(),
                certificate.notAfter().getEpochSecond(),
                ends.getEpochSecond(),
                Lifetimes.renewFrom(certificate.notBefore(), ends).getEpochSecond(),
                certificate.der().bytes());
    }

    static Credential.Certified credential(ResultSet row) throws SQLException {
        var revokedAt = row.getLong("revoked");
        var revoked = reason(row.getString("reason"))
                .map(reason -> new Credential.Revoked(Instant.ofEpochSecond(revokedAt), reason));
        return new Credential.Certified(
                new ZoneName(row.getString("issuer")),
                serial(row.getString("serial")),
                fingerprint(row.getString("fingerprint")),
                fingerprint(row.getString("spki")),
                Instant.ofEpochSecond(row.getLong("not_before")),
                Instant.ofEpochSecond(row.getLong("not_after")),
                Instant.ofEpochSecond(row.getLong("ends")),
                revoked);
    }

    static SerialNumber serial(String hex) {
        return SerialNumber.parse(hex).orElseThrow(() -> new IllegalStateException("A kept serial number"));
    }

    private static Fingerprint fingerprint(String hex) {
        return Fingerprint.parse(hex).orElseThrow(() -> new IllegalStateException("A kept fingerprint"));
    }

    static Optional<Reason> reason(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(Reason::parse);
    }

    /// Kept certificates were read once before they were kept: one that is unreadable now is our mistake.
    static Certificate read(byte[] der) {
        try {
            return Certificate.read(der);
        } catch (CertificateException unreadable) {
            throw new IllegalStateException("A kept certificate", unreadable);
        }
    }
}
