package org.hearthkey.core.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.Forecast.Names;
import org.hearthkey.core.deliver.ForecastBook;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;

/// Counts in the tables `certificate` and `device`, without reading every row of them into memory.
final class KeptForecasts implements ForecastBook {
    private static final String REFUSED = """
         FROM certificate c JOIN device d ON d.uuid = c.label
        WHERE c.holder = 'device' AND c.issuer = ? AND c.not_after > ? AND
        """;

    private static final String LET_IN = """
         FROM device d JOIN certificate c ON c.id = d.certificate
        WHERE c.issuer = ? AND c.revoked IS NULL AND c.ends > ?
        """;

    private final Rows rows;

    KeptForecasts(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Names refused(ZoneName zone, Unknown unknown, Instant at, int limit) {
        var values = new ArrayList<Object>(List.of(new Role.Zone(zone).code(), at.getEpochSecond()));
        var which = which(unknown, values);
        var count = rows.number("SELECT count(DISTINCT d.uuid)" + REFUSED + which, values.toArray());
        values.add(limit);
        var names = rows.all(
                "SELECT d.name" + REFUSED + which + " GROUP BY d.uuid ORDER BY max(c.revoked) DESC, d.name_key LIMIT ?",
                row -> row.getString(1),
                values.toArray());
        return new Names(names, count);
    }

    /// Serial numbers are bound, never pasted.
    private static String which(Unknown unknown, List<Object> values) {
        if (unknown.after().isEmpty()) {
            return "c.revoked IS NOT NULL";
        }
        values.add(unknown.after().get().getEpochSecond());
        unknown.also().forEach(serial -> values.add(serial.hex()));
        var gaps = String.join(", ", unknown.also().stream().map(_ -> "?").toList());
        return "(c.revoked > ? OR c.serial IN (" + gaps + "))";
    }

    @Override
    public Names goingOn(ZoneName zone, Instant at, int limit) {
        var issuer = new Role.Zone(zone).code();
        return new Names(
                rows.all(
                        "SELECT d.name" + LET_IN + " ORDER BY d.name_key LIMIT ?",
                        row -> row.getString(1),
                        issuer,
                        at.getEpochSecond(),
                        limit),
                rows.number("SELECT count(*)" + LET_IN, issuer, at.getEpochSecond()));
    }

    @Override
    public List<SerialNumber> revokedAt(Instant second) {
        return rows.all(
                "SELECT serial FROM certificate WHERE revoked = ?",
                row -> KeptCertificates.serial(row.getString(1)),
                second.getEpochSecond());
    }

    @Override
    public List<HubCertificate> hubs() {
        var newest = new TreeMap<String, HubCertificate>();
        rows.all(
                        "SELECT label, der FROM certificate WHERE holder = 'hub' ORDER BY id",
                        row -> new HubCertificate(row.getString(1), KeptCertificates.read(row.getBytes(2))))
                .forEach(hub -> newest.put(new DeviceName(hub.hub()).label(), hub));
        return List.copyOf(newest.values());
    }
}
