package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.hearthkey.core.attest.AnchorUse;
import org.hearthkey.core.attest.TrustAnchor;
import org.hearthkey.core.attest.TrustRecords;
import org.hearthkey.core.key.Fingerprint;

/// The trust list in the table `trust_anchor`.
final class KeptTrust implements TrustRecords {
    private final Rows rows;

    KeptTrust(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<TrustAnchor> all() {
        return rows.all("SELECT use, added, der FROM trust_anchor ORDER BY id", KeptTrust::anchor);
    }

    @Override
    public void add(TrustAnchor anchor) {
        rows.insert(
                "INSERT INTO trust_anchor(use, fingerprint, added, der) VALUES (?, ?, ?, ?)",
                anchor.use().code(),
                anchor.certificate().fingerprint().hex(),
                anchor.added().getEpochSecond(),
                anchor.certificate().der().bytes());
    }

    @Override
    public int remove(Fingerprint certificate) {
        return rows.change("DELETE FROM trust_anchor WHERE fingerprint = ?", certificate.hex());
    }

    private static TrustAnchor anchor(ResultSet row) throws SQLException {
        var use = AnchorUse.parse(row.getString(1))
                .orElseThrow(() -> new IllegalStateException("A use of a later release on the trust list"));
        return new TrustAnchor(use, KeptCertificates.read(row.getBytes(3)), Instant.ofEpochSecond(row.getLong(2)));
    }
}
