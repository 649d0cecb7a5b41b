package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.device.NamedProfile;
import org.hearthkey.core.device.ZoneRuleRecords;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.name.ZoneName;

/// What zones ask for, in the tables `zone_rules`, `key_profile` and `pairing_window`.
final class KeptZoneRules implements ZoneRuleRecords {
    private final Rows rows;

    KeptZoneRules(Rows rows) {
        this.rows = rows;
    }

    @Override
    public ZoneRules rules(ZoneName zone) {
        return rows.first(
                        "SELECT set_up, pairing, attestation FROM zone_rules WHERE zone = ?",
                        KeptZoneRules::rules,
                        zone.text())
                .orElse(ZoneRules.NONE);
    }

    private static ZoneRules rules(ResultSet row) throws SQLException {
        return new ZoneRules(
                ZoneRules.SetUp.parse(row.getString(1)).orElseThrow(),
                ZoneRules.Pairing.parse(row.getString(2)).orElseThrow(),
                Grade.parse(row.getString(3)).orElseThrow());
    }

    @Override
    public void keep(ZoneName zone, ZoneRules rules) {
        rows.change("DELETE FROM zone_rules WHERE zone = ?", zone.text());
        rows.insert(
                "INSERT INTO zone_rules(zone, set_up, pairing, attestation) VALUES (?, ?, ?, ?)",
                zone.text(),
                rules.setUp().code(),
                rules.pairing().code(),
                rules.attestation().code());
    }

    @Override
    public List<NamedProfile> profiles() {
        return NamedProfile.shipped().stream()
                .map(shipped -> rows.first(
                                "SELECT zones FROM key_profile WHERE name = ?",
                                row -> shipped.in(zones(row.getString(1))),
                                shipped.name())
                        .orElse(shipped))
                .toList();
    }

    private static List<ZoneName> zones(String text) {
        return text.lines().map(ZoneName::new).toList();
    }

    @Override
    public void keep(NamedProfile profile) {
        rows.change("DELETE FROM key_profile WHERE name = ?", profile.name());
        var zones = profile.zones().stream().map(ZoneName::text).collect(Collectors.joining("\n"));
        rows.insert("INSERT INTO key_profile(name, zones) VALUES (?, ?)", profile.name(), zones);
    }

    @Override
    public Optional<Instant> windowCloses() {
        return rows.first("SELECT closes FROM pairing_window", row -> Instant.ofEpochSecond(row.getLong(1)));
    }

    @Override
    public void openWindow(Instant closes) {
        rows.change("DELETE FROM pairing_window WHERE id = 1");
        rows.insert("INSERT INTO pairing_window(id, closes) VALUES (1, ?)", closes.getEpochSecond());
    }
}
