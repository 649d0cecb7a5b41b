package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.HubBook;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;

/// Hubs in the table `hub`, and what opens there in the table `private_key`.
final class KeptHubs implements HubBook {
    private static final String HOME = "home";
    private static final String HUB = "hub";

    private final Rows rows;
    private final KeptCertificates certificates;
    private final KeptKeys keys;

    KeptHubs(Rows rows, KeptCertificates certificates, KeptKeys keys) {
        this.rows = rows;
        this.certificates = certificates;
        this.keys = keys;
    }

    /// Whether a certificate was given to this hub, by the name in its row.
    static Predicate<String> isOf(HubName hub) {
        return label -> new DeviceName(label).label().equals(hub.text());
    }

    @Override
    public Optional<Certificate> home() {
        return certificates.newest(HOME, "");
    }

    @Override
    public void home(Certificate certificate, SoftwareKey key) {
        certificates.add(HOME, "", new Role.Services(), certificate, certificate.notAfter());
        keys.keepHomeKey(key);
    }

    @Override
    public SoftwareKey openHomeKey() {
        return keys.openHomeKey();
    }

    @Override
    public List<Hub> hubs() {
        return rows.all("SELECT * FROM hub ORDER BY name", KeptHubs::hub);
    }

    @Override
    public Optional<Hub> find(HubName name) {
        return rows.first("SELECT * FROM hub WHERE name = ?", KeptHubs::hub, name.text());
    }

    private static Hub hub(ResultSet row) throws SQLException {
        return new Hub(
                new HubName(row.getString("name")),
                HubAddress.parse(row.getString("address")).orElseThrow(),
                Hub.Access.parse(row.getString("access")).orElseThrow(),
                Instant.ofEpochSecond(row.getLong("added")),
                Optional.ofNullable(row.getString("host_key")).flatMap(HostKey::parse));
    }

    @Override
    public void add(Hub hub) {
        rows.insert(
                "INSERT INTO hub(name, address, access, added, host_key) VALUES (?, ?, ?, ?, ?)",
                hub.name().text(),
                hub.address().uri(),
                hub.access().code(),
                hub.added().getEpochSecond(),
                hub.hostKey().map(HostKey::openSsh));
    }

    @Override
    public void add(Hub hub, SoftwareKey key) {
        add(hub);
        keys.keepHubKey(hub.name(), key);
    }

    @Override
    public void add(Hub hub, SecretBytes password) {
        add(hub);
        keys.keepHubPassword(hub.name(), password);
    }

    @Override
    public void pin(HubName name, HostKey key) {
        rows.change("UPDATE hub SET host_key = ? WHERE name = ?", key.openSsh(), name.text());
    }

    @Override
    public void rename(HubName from, HubName to) {
        rows.change("UPDATE hub SET name = ? WHERE name = ?", to.text(), from.text());
        for (var table : List.of("receipt", "probe_key", "listener", "broker_admin")) {
            rows.change("UPDATE " + table + " SET hub = ? WHERE hub = ?", to.text(), from.text());
        }
        rows.change("UPDATE probe_certificate SET prober = ? WHERE prober = ?", to.text(), from.text());
        rows.change("UPDATE delivery SET target = ? WHERE target = ?", Hub.target(to), Hub.target(from));
        certificates.relabel(HUB, isOf(from), to.text());
        keys.renameHub(from, to);
    }

    @Override
    public void remove(HubName name) {
        keys.removeHub(name);
        rows.change("DELETE FROM hub WHERE name = ?", name.text());
    }

    @Override
    public SoftwareKey openKey(HubName name) {
        return keys.openHubKey(name);
    }

    @Override
    public SecretBytes openPassword(HubName name) {
        return keys.openHubPassword(name);
    }
}
