package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.DeliveryBook;
import org.hearthkey.core.deliver.ShownBundle;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.MlDsaKey;

/// Deliveries in the table `delivery`. A row's id is its bundle number.
final class KeptDeliveries implements DeliveryBook {
    private static final String MANIFEST = "manifest";
    /// No zone can be called so: it holds a space.
    private static final String SECOND_SIGNER = "manifest signer " + MlDsaKey.ALGORITHM;

    private final Rows rows;
    private final KeptCertificates certificates;
    private final SealedKeys keys;

    KeptDeliveries(Rows rows, KeptCertificates certificates, SealedKeys keys) {
        this.rows = rows;
        this.certificates = certificates;
        this.keys = keys;
    }

    @Override
    public long begin(Instant at, String target) {
        var last = rows.number("SELECT coalesce(max(id), 0) FROM delivery");
        return rows.insert(
                "INSERT INTO delivery(id, begun, target, delivered) VALUES (?, ?, ?, NULL)",
                Math.max(last + 1, at.getEpochSecond()),
                at.getEpochSecond(),
                target);
    }

    @Override
    public void shown(ShownBundle bundle) {
        rows.insert(
                "INSERT OR IGNORE INTO delivery(id, begun, target, delivered) VALUES (?, ?, ?, ?)",
                bundle.number(),
                bundle.created().getEpochSecond(),
                bundle.target(),
                bundle.created().getEpochSecond());
    }

    @Override
    public void signed(long number, Fingerprint manifest) {
        rows.insert("INSERT INTO signed_manifest(id, sha256) VALUES (?, ?)", number, manifest.hex());
    }

    @Override
    public void delivered(long number, Instant at) {
        rows.change("UPDATE delivery SET delivered = ? WHERE id = ?", at.getEpochSecond(), number);
    }

    @Override
    public List<Delivery> newest(int limit) {
        return rows.all("SELECT * FROM delivery ORDER BY id DESC LIMIT ?", KeptDeliveries::delivery, limit);
    }

    @Override
    public Optional<Certificate> signer() {
        return certificates.newest(MANIFEST, "");
    }

    @Override
    public void signer(Certificate certificate) {
        certificates.add(MANIFEST, "", new Role.Services(), certificate, certificate.notAfter());
    }

    @Override
    public Optional<MlDsaKey> openSecondSigner() {
        if (!keys.has(SECOND_SIGNER)) {
            return Optional.empty();
        }
        try (var pkcs8 = keys.open(SECOND_SIGNER)) {
            return Optional.of(MlDsaKey.open(pkcs8));
        }
    }

    @Override
    public void keepSecondSigner(MlDsaKey key) {
        try (var pkcs8 = key.pkcs8()) {
            keys.keep(SECOND_SIGNER, MlDsaKey.ALGORITHM, pkcs8);
        }
    }

    @Override
    public void hub(String name, Certificate certificate) {
        certificates.add("hub", name, new Role.Services(), certificate, certificate.notAfter());
    }

    @Override
    public void revokeHub(SerialNumber serial, Credential.Revoked revoked) {
        certificates.revoke(serial, revoked);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var delivered = row.getLong("delivered");
        return new Delivery(
                row.getLong("id"),
                Instant.ofEpochSecond(row.getLong("begun")),
                row.getString("target"),
                delivered == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(delivered)));
    }
}
