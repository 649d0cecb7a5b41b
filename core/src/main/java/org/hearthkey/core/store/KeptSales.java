package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.sale.BuyerReceipt;
import org.hearthkey.core.sale.Received;
import org.hearthkey.core.sale.Sale;
import org.hearthkey.core.sale.SaleRecords;

/// The hand-over of a house, in the tables `sale` and `received`.
final class KeptSales implements SaleRecords {
    private final Rows rows;

    KeptSales(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Sale> sale() {
        return rows.first("SELECT * FROM sale", KeptSales::sale);
    }

    private static Sale sale(ResultSet row) throws SQLException {
        return new Sale(
                Instant.ofEpochSecond(row.getLong("made")),
                Fingerprint.ofDigest(row.getBytes("package")),
                Fingerprint.ofDigest(row.getBytes("proof")),
                row.getLong("devices"),
                row.getLong("codes"),
                ending(row));
    }

    private static Optional<Sale.Ending> ending(ResultSet row) throws SQLException {
        var at = instant(row, "ending");
        return at.isPresent()
                ? Optional.of(new Sale.Ending(
                        at.get(),
                        Optional.ofNullable(row.getBytes("receipt")).map(KeptSales::receipt),
                        instant(row, "closed")))
                : Optional.empty();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        var second = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
    }

    private static BuyerReceipt receipt(byte[] signed) {
        return BuyerReceipt.read(signed).orElseThrow(() -> new IllegalStateException("A kept receipt"));
    }

    @Override
    public void begin(Sale sale) {
        cancel();
        rows.insert(
                "INSERT INTO sale(id, made, package, proof, devices, codes) VALUES (1, ?, ?, ?, ?, ?)",
                sale.made().getEpochSecond(),
                sale.packageHash().bytes(),
                sale.proofHash().bytes(),
                sale.devices(),
                sale.codes());
    }

    @Override
    public void cancel() {
        rows.change("DELETE FROM sale WHERE id = 1");
    }

    @Override
    public void ending(Instant at, Optional<BuyerReceipt> receipt) {
        rows.change(
                "UPDATE sale SET ending = ?, receipt = ? WHERE id = 1",
                at.getEpochSecond(),
                receipt.map(given -> given.signed().bytes()));
    }

    @Override
    public void close(Instant at) {
        rows.change("UPDATE sale SET closed = ? WHERE id = 1", at.getEpochSecond());
    }

    @Override
    public Optional<Received> received() {
        return rows.first(
                "SELECT * FROM received",
                row -> new Received(
                        Fingerprint.ofDigest(row.getBytes("sellers_root")), receipt(row.getBytes("receipt"))));
    }

    @Override
    public void received(Received received) {
        rows.insert(
                "INSERT INTO received(id, sellers_root, receipt) VALUES (1, ?, ?)",
                received.sellersRoot().bytes(),
                received.receipt().signed().bytes());
    }
}
