package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.RolloverRecords;
import org.hearthkey.core.device.DeviceId;

/// The change of the root in the table `rollover`, and the devices that know the new one in `knows_root`.
final class KeptRollovers implements RolloverRecords {
    private static final String IN_FORCE =
            " FROM device JOIN certificate ON certificate.id = device.certificate WHERE revoked IS NULL AND ends > ?";

    private static final String KNOWING = " AND device.uuid IN (SELECT device FROM knows_root)";

    private static final String NOT_KNOWING = " AND device.uuid NOT IN (SELECT device FROM knows_root)";

    private final Rows rows;

    KeptRollovers(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Rollover> rollover() {
        return rows.first("SELECT * FROM rollover", KeptRollovers::rollover);
    }

    private static Rollover rollover(ResultSet row) throws SQLException {
        var finished = row.getLong("finished");
        return new Rollover(
                Instant.ofEpochSecond(row.getLong("begun")),
                KeptCertificates.read(row.getBytes("old_root")),
                KeptCertificates.read(row.getBytes("new_root")),
                KeptCertificates.read(row.getBytes("new_with_old")),
                KeptCertificates.read(row.getBytes("old_with_new")),
                finished == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(finished)));
    }

    @Override
    public void begin(Rollover rollover, Optional<String> token) {
        cancel();
        rows.insert(
                """
                INSERT INTO rollover(id, begun, old_root, new_root, new_with_old, old_with_new, finished, next_token)
                VALUES (1, ?, ?, ?, ?, ?, NULL, ?)
                """,
                rollover.begun().getEpochSecond(),
                rollover.oldRoot().der().bytes(),
                rollover.newRoot().der().bytes(),
                rollover.newWithOld().der().bytes(),
                rollover.oldWithNew().der().bytes(),
                token);
    }

    @Override
    public Optional<String> nextToken() {
        return rows.first("SELECT next_token FROM rollover WHERE next_token IS NOT NULL", row -> row.getString(1));
    }

    @Override
    public void finish(Instant at) {
        rows.change("UPDATE rollover SET finished = ?", at.getEpochSecond());
    }

    @Override
    public void cancel() {
        rows.change("DELETE FROM rollover");
        rows.change("DELETE FROM knows_root");
        rows.change("DELETE FROM handed_root");
    }

    @Override
    public void knows(DeviceId device, Instant since) {
        rows.change(
                "INSERT OR IGNORE INTO knows_root(device, since) VALUES (?, ?)",
                device.toString(),
                since.getEpochSecond());
    }

    @Override
    public void handed(DeviceId device, Instant at) {
        rows.change("DELETE FROM handed_root WHERE device = ?", device.toString());
        rows.insert("INSERT INTO handed_root(device, at) VALUES (?, ?)", device.toString(), at.getEpochSecond());
    }

    @Override
    public List<Learner> learners(Instant at, int most) {
        return rows.all(
                "SELECT uuid, name, (SELECT at FROM handed_root WHERE handed_root.device = uuid) AS handed" + IN_FORCE
                        + NOT_KNOWING + " ORDER BY name_key LIMIT " + most,
                KeptRollovers::learner,
                at.getEpochSecond());
    }

    private static Learner learner(ResultSet row) throws SQLException {
        var handed = row.getLong("handed");
        return new Learner(
                new DeviceId(UUID.fromString(row.getString("uuid"))),
                row.getString("name"),
                handed == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(handed)));
    }

    @Override
    public Trust trust(Instant at) {
        long now = at.getEpochSecond();
        return new Trust(
                rows.number("SELECT count(*)" + IN_FORCE + KNOWING, now),
                rows.number(
                        "SELECT count(*)" + IN_FORCE + NOT_KNOWING
                                + " AND device.uuid IN (SELECT device FROM handed_root)",
                        now),
                rows.number("SELECT count(*)" + IN_FORCE, now));
    }
}
