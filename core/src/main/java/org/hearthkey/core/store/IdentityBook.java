package org.hearthkey.core.store;

import java.time.Instant;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HomeName;

/// Who the home is: the one row of the table `home`.
public final class IdentityBook {
    private final Rows rows;

    IdentityBook(Rows rows) {
        this.rows = rows;
    }

    public void write(HomeName name, HomeId id, Instant created) {
        rows.insert(
                "INSERT INTO home(id, name, home_id, created) VALUES (1, ?, ?, ?)",
                name.text(),
                id.text(),
                created.getEpochSecond());
    }

    public HomeName name() {
        return rows.first("SELECT name FROM home", row -> new HomeName(row.getString(1)))
                .orElseThrow();
    }

    public HomeId id() {
        return rows.first("SELECT home_id FROM home", row -> new HomeId(row.getString(1)))
                .orElseThrow();
    }

    public Instant created() {
        return Instant.ofEpochSecond(rows.number("SELECT created FROM home"));
    }
}
