package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.deliver.BrokerAdmin;
import org.hearthkey.core.deliver.BrokerAdminBook;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.secret.SecretBytes;

/// Administrators of brokers in the table `broker_admin`, and their passwords in `private_key`.
final class KeptBrokerAdmins implements BrokerAdminBook {
    private final Rows rows;
    private final KeptKeys keys;

    KeptBrokerAdmins(Rows rows, KeptKeys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    @Override
    public Optional<BrokerAdmin> find(HubName hub) {
        return rows.first("SELECT * FROM broker_admin WHERE hub = ?", KeptBrokerAdmins::admin, hub.text());
    }

    private static BrokerAdmin admin(ResultSet row) throws SQLException {
        return new BrokerAdmin(
                new HubName(row.getString("hub")),
                ListenerAddress.parse(row.getString("address")).orElseThrow(),
                row.getString("user"),
                Instant.ofEpochSecond(row.getLong("added")));
    }

    @Override
    public void keep(BrokerAdmin admin, SecretBytes password) {
        remove(admin.hub());
        rows.insert(
                "INSERT INTO broker_admin(hub, address, user, added) VALUES (?, ?, ?, ?)",
                admin.hub().text(),
                admin.address().text(),
                admin.user(),
                admin.added().getEpochSecond());
        keys.keepBrokerPassword(admin.hub(), password);
    }

    @Override
    public void remove(HubName hub) {
        keys.removeBroker(hub);
        rows.change("DELETE FROM broker_admin WHERE hub = ?", hub.text());
    }

    @Override
    public SecretBytes openPassword(HubName hub) {
        return keys.openBrokerPassword(hub);
    }
}
