package org.hearthkey.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.CeremonyBook;
import org.hearthkey.core.ceremony.Done;
import org.hearthkey.core.ceremony.KeptText;
import org.hearthkey.core.ceremony.Transcript;

/// Ceremonies, in the tables `ceremony`, `ceremony_step` and `transcript`.
final class KeptCeremonies implements CeremonyBook {
    private static final String OPEN = "open";

    private final Rows rows;

    KeptCeremonies(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Ceremony> open() {
        return rows.first("SELECT * FROM ceremony WHERE state = ? ORDER BY id DESC", this::ceremony, OPEN);
    }

    private Ceremony ceremony(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var done = rows.all(
                "SELECT step FROM ceremony_step WHERE ceremony = ? ORDER BY number",
                step -> KeptText.done(step.getString(1).getBytes(UTF_8)),
                id);
        return KeptText.ceremony(
                id,
                row.getString("script").getBytes(UTF_8),
                row.getString("setting").getBytes(UTF_8),
                done);
    }

    @Override
    public long begin(Ceremony ceremony) {
        long id = rows.insert(
                "INSERT INTO ceremony(script, setting, state) VALUES (?, ?, ?)",
                ceremony.script().text(),
                new String(KeptText.of(ceremony.setting()), UTF_8),
                OPEN);
        ceremony.done().forEach(step -> add(id, step));
        return id;
    }

    @Override
    public void add(long ceremony, Done step) {
        rows.insert(
                "INSERT INTO ceremony_step(ceremony, number, step) VALUES (?, ?, ?)",
                ceremony,
                step.number(),
                new String(KeptText.of(step), UTF_8));
    }

    @Override
    public void replace(Ceremony ceremony) {
        rows.change(
                "UPDATE ceremony SET setting = ? WHERE id = ?",
                new String(KeptText.of(ceremony.setting()), UTF_8),
                ceremony.id());
        // The store wants to be told row by row what goes.
        rows.all(
                        "SELECT id FROM ceremony_step WHERE ceremony = ? AND number > ?",
                        row -> row.getLong(1),
                        ceremony.id(),
                        ceremony.done().size())
                .forEach(id -> rows.change("DELETE FROM ceremony_step WHERE id = ?", id));
    }

    @Override
    public void stop(long ceremony) {
        rows.change("UPDATE ceremony SET state = 'stopped' WHERE id = ?", ceremony);
    }

    @Override
    public void end(Transcript transcript) {
        rows.change("UPDATE ceremony SET state = 'held' WHERE id = ?", transcript.ceremony());
        rows.insert(
                "INSERT INTO transcript(id, document, signature) VALUES (?, ?, ?)",
                transcript.ceremony(),
                transcript.document(),
                transcript.signature());
    }

    @Override
    public List<Transcript> transcripts() {
        return rows.all(
                "SELECT id, document, signature FROM transcript ORDER BY id DESC",
                row -> new Transcript(row.getLong(1), row.getBytes(2), row.getBytes(3)));
    }
}
