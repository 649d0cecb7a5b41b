package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearthkey.core.approve.Alarm;
import org.hearthkey.core.approve.AlarmRecords;
import org.hearthkey.core.device.DeviceId;

/// Alarms in the table `alarm`.
final class KeptAlarms implements AlarmRecords {
    private final Rows rows;

    KeptAlarms(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<Alarm> unseen() {
        return rows.all(
                "SELECT raised, code, device, facts FROM alarm WHERE seen IS NULL ORDER BY id DESC", KeptAlarms::alarm);
    }

    @Override
    public void add(Alarm alarm) {
        rows.insert(
                "INSERT INTO alarm(raised, code, device, facts) VALUES (?, ?, ?, ?)",
                alarm.raised().getEpochSecond(),
                alarm.code(),
                device(alarm),
                String.join("\n", alarm.facts()));
    }

    @Override
    public void look(Alarm alarm, Instant at) {
        rows.change(
                "UPDATE alarm SET seen = ? WHERE seen IS NULL AND raised = ? AND code = ? AND device = ?",
                at.getEpochSecond(),
                alarm.raised().getEpochSecond(),
                alarm.code(),
                device(alarm));
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        var device = row.getString(3);
        var facts = row.getString(4);
        return new Alarm(
                Instant.ofEpochSecond(row.getLong(1)),
                row.getString(2),
                device.isEmpty() ? Optional.empty() : Optional.of(new DeviceId(UUID.fromString(device))),
                facts.isEmpty() ? List.of() : List.of(facts.split("\n", -1)));
    }

    private static String device(Alarm alarm) {
        return alarm.device().map(DeviceId::toString).orElse("");
    }
}
