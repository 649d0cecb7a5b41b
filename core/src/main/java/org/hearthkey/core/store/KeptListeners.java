package org.hearthkey.core.store;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.Listener;
import org.hearthkey.core.deliver.ListenerBook;
import org.hearthkey.core.deliver.ProbeResult;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.probe.Verdict;
import org.hearthkey.core.secret.SecretBytes;

/// Listeners in the table `listener`, what became of trying them in `probe`, and secrets in `private_key`.
final class KeptListeners implements ListenerBook {
    private static final String ID = "(SELECT id FROM listener WHERE hub = ? AND zone = ? AND address = ?)";

    private final Rows rows;
    private final KeptKeys keys;

    KeptListeners(Rows rows, KeptKeys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    @Override
    public List<Listener> listeners() {
        return rows.all("SELECT * FROM listener ORDER BY hub, zone, address", KeptListeners::listener);
    }

    private static Listener listener(ResultSet row) throws SQLException {
        return new Listener(
                new HubName(row.getString("hub")),
                new ZoneName(row.getString("zone")),
                ListenerAddress.parse(row.getString("address")).orElseThrow(),
                Instant.ofEpochSecond(row.getLong("added")));
    }

    @Override
    public void add(Listener listener) {
        rows.insert(
                "INSERT INTO listener(hub, zone, address, added) VALUES (?, ?, ?, ?)",
                listener.hub().text(),
                listener.zone().text(),
                listener.address().text(),
                listener.added().getEpochSecond());
    }

    @Override
    public void add(Listener listener, SecretBytes shared) {
        add(listener);
        keys.keepListenerSecret(listener, shared);
    }

    @Override
    public void remove(Listener listener) {
        keys.removeListener(listener);
        rows.change("DELETE FROM probe WHERE listener = " + ID, key(listener));
        rows.change("DELETE FROM listener WHERE hub = ? AND zone = ? AND address = ?", key(listener));
    }

    private static Object[] key(Listener listener) {
        return new Object[] {
            listener.hub().text(), listener.zone().text(), listener.address().text()
        };
    }

    @Override
    public SecretBytes openSecret(Listener listener) {
        return keys.openListenerSecret(listener);
    }

    @Override
    public void add(ProbeResult result) {
        rows.insert(
                "INSERT INTO probe(listener, at, list, canary_serial, canary, control_serial, control) SELECT id,"
                        + " ?, ?, ?, ?, ?, ? FROM listener WHERE hub = ? AND zone = ? AND address = ?",
                result.at().getEpochSecond(),
                result.list().toString(),
                result.canarySerial().hex(),
                result.canary().code(),
                result.controlSerial().hex(),
                result.control().code(),
                result.listener().hub().text(),
                result.listener().zone().text(),
                result.listener().address().text());
    }

    @Override
    public List<ProbeResult> results(Listener listener) {
        return rows.all(
                "SELECT * FROM probe WHERE listener = " + ID + " ORDER BY id DESC",
                row -> result(row, listener),
                key(listener));
    }

    private static ProbeResult result(ResultSet row, Listener listener) throws SQLException {
        return new ProbeResult(
                listener,
                Instant.ofEpochSecond(row.getLong("at")),
                new BigInteger(row.getString("list")),
                serial(row.getString("canary_serial")),
                Verdict.of(row.getString("canary")),
                serial(row.getString("control_serial")),
                Verdict.of(row.getString("control")));
    }

    private static SerialNumber serial(String hex) {
        return SerialNumber.parse(hex).orElseThrow();
    }
}
