package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.seal.TokenPoint;

/// Notes on slots, in the table `slot_note`. A home from before there were such has none on its first slot.
public final class SlotNotes {
    private final Rows rows;

    SlotNotes(Rows rows) {
        this.rows = rows;
    }

    public Optional<SlotNote> find(long slotId) {
        return rows.first(
                "SELECT name, added, token_point, token_uri FROM slot_note WHERE id = ?", SlotNotes::read, slotId);
    }

    private static SlotNote read(ResultSet row) throws SQLException {
        return new SlotNote(
                Optional.ofNullable(row.getString(1)).map(SlotName::new),
                Instant.ofEpochSecond(row.getLong(2)),
                Optional.ofNullable(row.getBytes(3)).map(TokenPoint::of),
                Optional.ofNullable(row.getString(4)));
    }

    /// Writes the note on a slot, in place of the one before. Only inside a commit.
    public void write(long slotId, SlotNote note) {
        remove(slotId);
        rows.change(
                "INSERT INTO slot_note(id, name, added, token_point, token_uri) VALUES (?, ?, ?, ?, ?)",
                slotId,
                note.name().map(SlotName::text),
                note.added().getEpochSecond(),
                note.token().map(TokenPoint::uncompressed),
                note.tokenUri());
    }

    /// Forgets the note on a slot. Only inside a commit.
    public void remove(long slotId) {
        rows.change("DELETE FROM slot_note WHERE id = ?", slotId);
    }
}
