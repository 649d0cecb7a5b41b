package org.hearthkey.core.store;

import java.util.List;
import java.util.Optional;

/// What a later program makes of the tables of [Homes]: devices get a place, owners stay, rooms come, notes go.
final class Migrations {
    static final Kind DEVICE = new Kind(16, "device", List.of("name", "owner", "place"), 2);
    static final Kind ROOM = new Kind(19, "room", List.of("name"), 2);

    static final Schema TO_2 = new Schema(
            2,
            List.of(Homes.SCHEMA.migrationScripts().getFirst(), """
                ALTER TABLE device DROP COLUMN note;
                ALTER TABLE device ADD COLUMN place TEXT;
                UPDATE device SET place='hall';
                CREATE TABLE room(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
                INSERT INTO room VALUES(1,'hall');
                UPDATE owner SET name=upper(name) WHERE id=1;
                """),
            List.of(DEVICE, Homes.OWNER, Homes.JOURNAL, ROOM),
            Optional.of(Homes.JOURNAL));

    static final Schema TO_3 = new Schema(
            3,
            List.of(
                    TO_2.migrationScripts().get(0),
                    TO_2.migrationScripts().get(1),
                    "DROP TABLE room; ALTER TABLE device DROP COLUMN place"),
            List.of(new Kind(16, "device", List.of("name", "owner"), 3), Homes.OWNER, Homes.JOURNAL),
            Optional.of(Homes.JOURNAL));

    private Migrations() {}
}
