package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearthkey.core.recovery.IssuedSheets;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.recovery.ShareSeat;
import org.hearthkey.core.recovery.SheetRecords;

/// What is known of the recovery sheets, in the tables `recovery_set` and `recovery_sheet`.
final class KeptSheets implements SheetRecords {
    private final Rows rows;

    KeptSheets(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<IssuedSheets> issued() {
        return rows.first("SELECT * FROM recovery_set", this::set);
    }

    private IssuedSheets set(ResultSet row) throws SQLException {
        var drilled = row.getLong("drilled");
        return new IssuedSheets(
                Instant.ofEpochSecond(row.getLong("issued")),
                row.getInt("set_identifier"),
                new SharePlan(row.getInt("group_threshold"), groups(row.getString("groups"))),
                row.getLong("slot"),
                drilled == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(drilled)),
                rows.all("SELECT * FROM recovery_sheet ORDER BY share_group, share_member", KeptSheets::sheet));
    }

    private static IssuedSheets.Sheet sheet(ResultSet row) throws SQLException {
        var seat = new ShareSeat(row.getInt("share_group"), row.getInt("share_member"), row.getInt("share_threshold"));
        return new IssuedSheets.Sheet(seat, row.getString("kept_at"));
    }

    @Override
    public void replace(IssuedSheets sheets) {
        rows.all("SELECT id FROM recovery_sheet", row -> row.getLong(1))
                .forEach(id -> rows.change("DELETE FROM recovery_sheet WHERE id = ?", id));
        rows.change("DELETE FROM recovery_set WHERE id = 1");
        rows.insert(
                "INSERT INTO recovery_set(id, issued, set_identifier, group_threshold, groups, slot)"
                        + " VALUES (1, ?, ?, ?, ?, ?)",
                sheets.issued().getEpochSecond(),
                sheets.setIdentifier(),
                sheets.plan().groupThreshold(),
                text(sheets.plan().groups()),
                sheets.slot());
        for (var sheet : sheets.sheets()) {
            rows.insert(
                    "INSERT INTO recovery_sheet(share_group, share_member, share_threshold, kept_at)"
                            + " VALUES (?, ?, ?, ?)",
                    sheet.seat().group(),
                    sheet.seat().member(),
                    sheet.seat().threshold(),
                    sheet.keptAt());
        }
    }

    @Override
    public void drilled(Instant at) {
        rows.change("UPDATE recovery_set SET drilled = ? WHERE id = 1", at.getEpochSecond());
    }

    @Override
    public void keptAt(ShareSeat seat, String place) {
        rows.change(
                "UPDATE recovery_sheet SET kept_at = ? WHERE share_group = ? AND share_member = ?",
                place,
                seat.group(),
                seat.member());
    }

    /// One a line, such as `The family=2/3`.
    private static String text(List<SharePlan.Group> groups) {
        return groups.stream().map(SharePlan.Group::text).collect(Collectors.joining("\n"));
    }

    private static List<SharePlan.Group> groups(String text) {
        return text.lines()
                .map(group -> SharePlan.Group.parse(group).orElseThrow())
                .toList();
    }
}
