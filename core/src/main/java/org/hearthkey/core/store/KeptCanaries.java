package org.hearthkey.core.store;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.revoke.Canary;
import org.hearthkey.core.revoke.CanaryBook;

/// Canaries and controls in the table `probe_certificate`.
final class KeptCanaries implements CanaryBook {
    private final Rows rows;

    KeptCanaries(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<Canary> canaries(ZoneName zone, String prober) {
        return rows.all(
                "SELECT * FROM probe_certificate WHERE zone = ? AND prober = ? AND list IS NOT NULL ORDER BY id",
                KeptCanaries::canary,
                zone.text(),
                prober);
    }

    @Override
    public List<Canary> canaries(ZoneName zone, Instant at) {
        return rows.all(
                "SELECT * FROM probe_certificate WHERE zone = ? AND list IS NOT NULL AND ends > ? ORDER BY id",
                KeptCanaries::canary,
                zone.text(),
                at.getEpochSecond());
    }

    @Override
    public Optional<Certificate> control(ZoneName zone, String prober) {
        return rows.first(
                "SELECT der FROM probe_certificate WHERE zone = ? AND prober = ? AND list IS NULL",
                row -> KeptCertificates.read(row.getBytes(1)),
                zone.text(),
                prober);
    }

    @Override
    public void add(ZoneName zone, String prober, Canary canary) {
        insert(
                zone,
                prober,
                Optional.of(canary.list().toString()),
                Optional.of(canary.revoked().getEpochSecond()),
                canary.certificate());
    }

    @Override
    public void control(ZoneName zone, String prober, Certificate control) {
        rows.change(
                "DELETE FROM probe_certificate WHERE zone = ? AND prober = ? AND list IS NULL", zone.text(), prober);
        insert(zone, prober, Optional.empty(), Optional.empty(), control);
    }

    @Override
    public void drop(ZoneName zone, Instant at, List<BigInteger> lists) {
        rows.change(
                "DELETE FROM probe_certificate WHERE zone = ? AND list IS NOT NULL AND ends <= ?",
                zone.text(),
                at.getEpochSecond());
        for (var list : lists) {
            rows.change("DELETE FROM probe_certificate WHERE zone = ? AND list = ?", zone.text(), list.toString());
        }
    }

    private void insert(
            ZoneName zone, String prober, Optional<String> list, Optional<Long> revoked, Certificate certificate) {
        rows.insert(
                "INSERT INTO probe_certificate(zone, prober, list, revoked, ends, der) VALUES (?, ?, ?, ?, ?, ?)",
                zone.text(),
                prober,
                list,
                revoked,
                certificate.notAfter().getEpochSecond(),
                certificate.der().bytes());
    }

    private static Canary canary(ResultSet row) throws SQLException {
        return new Canary(
                new BigInteger(row.getString("list")),
                Instant.ofEpochSecond(row.getLong("revoked")),
                KeptCertificates.read(row.getBytes("der")));
    }
}
