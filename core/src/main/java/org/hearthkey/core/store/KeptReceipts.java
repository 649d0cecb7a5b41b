package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.AttachedCms;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.deliver.Receipt;
import org.hearthkey.core.deliver.ReceiptBook;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.HubName;

/// Receipts in the table `receipt`, and what they are compared with. A kept receipt was judged before it was kept.
final class KeptReceipts implements ReceiptBook {
    private static final String HUB = "hub";

    private final Rows rows;
    private final KeptCertificates certificates;

    KeptReceipts(Rows rows, KeptCertificates certificates) {
        this.rows = rows;
        this.certificates = certificates;
    }

    @Override
    public List<Certificate> given(HubName hub) {
        return certificates.notRevoked(HUB, KeptHubs.isOf(hub));
    }

    @Override
    public List<Certificate> revoked() {
        return certificates.revoked(HUB);
    }

    @Override
    public Optional<Fingerprint> manifest(long bundle) {
        return rows.first("SELECT sha256 FROM signed_manifest WHERE id = ?", row -> row.getString(1), bundle)
                .flatMap(Fingerprint::parse);
    }

    @Override
    public List<Kept> receipts(HubName hub) {
        return rows.all("SELECT * FROM receipt WHERE hub = ? ORDER BY id DESC", KeptReceipts::kept, hub.text()).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Nothing, of one in a form of before: its hub says the same anew at its next run.
    private static Optional<Kept> kept(ResultSet row) throws SQLException {
        var signed = new Der(row.getBytes("signed"));
        var read = Instant.ofEpochSecond(row.getLong("read"));
        var place = row.getString("place");
        return AttachedCms.unproven(signed.bytes())
                .flatMap(content -> Receipt.parse(content.bytes()))
                .map(receipt -> new Kept(receipt, read, place, signed));
    }

    @Override
    public void keep(HubName hub, Kept receipt) {
        rows.insert(
                "INSERT INTO receipt(hub, read, place, signed) VALUES (?, ?, ?, ?)",
                hub.text(),
                receipt.read().getEpochSecond(),
                receipt.place(),
                receipt.signed().bytes());
    }

    @Override
    public Optional<PublicKeyInfo> probeKey(HubName hub) {
        return rows.first("SELECT spki FROM probe_key WHERE hub = ?", row -> row.getBytes(1), hub.text())
                .flatMap(PublicKeyInfo::parse);
    }

    @Override
    public void probeKey(HubName hub, PublicKeyInfo key) {
        rows.change("DELETE FROM probe_key WHERE hub = ?", hub.text());
        rows.insert("INSERT INTO probe_key(hub, spki) VALUES (?, ?)", hub.text(), key.der());
    }

    @Override
    public List<ProbeKey> probeKeys() {
        return rows.all(
                "SELECT hub, spki FROM probe_key ORDER BY hub",
                row -> new ProbeKey(
                        new HubName(row.getString(1)),
                        PublicKeyInfo.parse(row.getBytes(2)).orElseThrow()));
    }

    @Override
    public void forgetProbeKey(HubName hub) {
        rows.change("DELETE FROM probe_key WHERE hub = ?", hub.text());
    }

    @Override
    public void forget(HubName hub) {
        rows.change("DELETE FROM receipt WHERE hub = ?", hub.text());
        forgetProbeKey(hub);
    }
}
