package org.hearthkey.core.store;

import java.util.List;
import java.util.UUID;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.device.MarkRecords;
import org.hearthkey.core.scan.Mark;

/// Marks of devices in the table `mark`.
final class KeptMarks implements MarkRecords {
    private final Rows rows;

    KeptMarks(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<Holder> holders(Mark mark) {
        return rows.all(
                """
                SELECT d.uuid, d.name, coalesce(c.reason, p.taken_back_for) AS taken_back,
                    r.begun IS NOT NULL, r.repurposed IS NOT NULL
                FROM mark m JOIN device d ON d.uuid = m.device
                LEFT JOIN certificate c ON c.id = d.certificate LEFT JOIN pairing p ON p.device = d.uuid
                LEFT JOIN retirement r ON r.device = d.uuid
                WHERE m.value = ? AND m.sort = ? ORDER BY taken_back IS NOT NULL, d.id
                """,
                row -> new Holder(
                        new DeviceId(UUID.fromString(row.getString(1))),
                        row.getString(2),
                        KeptCertificates.reason(row.getString(3)),
                        left(row.getBoolean(4), row.getBoolean(5))),
                mark.value(),
                mark.sort().code());
    }

    private static Left left(boolean leaves, boolean repurposed) {
        if (!leaves) {
            return Left.NO;
        }
        return repurposed ? Left.REPURPOSED : Left.FOR_GOOD;
    }

    @Override
    public void add(DeviceId device, List<Mark> marks) {
        for (var mark : marks) {
            rows.insert(
                    "INSERT INTO mark(device, sort, value) VALUES (?, ?, ?)",
                    device.toString(),
                    mark.sort().code(),
                    mark.value());
        }
    }
}
