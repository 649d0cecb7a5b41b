package org.hearthkey.core.store;

import java.util.List;
import java.util.function.Supplier;
import org.hearthkey.core.journal.JournalBook;

/// The journal in the tables `journal` and `journal_detail`. Entry n is row n + 1.
final class KeptJournal implements JournalBook {
    private final Rows rows;
    private final Supplier<byte[]> keptRoot;

    KeptJournal(Rows rows, Supplier<byte[]> keptRoot) {
        this.rows = rows;
        this.keptRoot = keptRoot;
    }

    @Override
    public void append(byte[] entry, byte[] salt, byte[] details) {
        var id = rows.insert("INSERT INTO journal(id, entry) VALUES (?, ?)", size() + 1, entry);
        if (details.length > 0) {
            rows.insert("INSERT INTO journal_detail(id, salt, details) VALUES (?, ?, ?)", id, salt, details);
        }
    }

    @Override
    public void forget(long number) {
        rows.change("DELETE FROM journal_detail WHERE id = ?", number + 1);
    }

    @Override
    public long size() {
        return rows.number("SELECT coalesce(max(id), 0) FROM journal");
    }

    @Override
    public byte[] keptRoot() {
        return keptRoot.get();
    }

    @Override
    public List<Kept> read(long from, int limit) {
        return rows.all(
                """
                SELECT j.id, j.entry, coalesce(d.salt, x''), coalesce(d.details, x'') FROM journal j
                LEFT JOIN journal_detail d ON d.id = j.id WHERE j.id > ? ORDER BY j.id LIMIT ?
                """,
                row -> new Kept(row.getLong(1) - 1, row.getBytes(2), row.getBytes(3), row.getBytes(4)),
                from,
                limit);
    }
}
