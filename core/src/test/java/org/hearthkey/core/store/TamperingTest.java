package org.hearthkey.core.store;

import static org.hearthkey.core.store.Homes.change;
import static org.hearthkey.core.store.Homes.places;
import static org.hearthkey.core.store.Homes.put;
import static org.hearthkey.core.store.Homes.refuses;
import static org.hearthkey.core.store.Homes.sealed;
import static org.hearthkey.core.store.Homes.slot;
import static org.hearthkey.core.store.Homes.tamper;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.ScriptedRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody without any secret may do to the records of a file.
class TamperingTest {
    private static final String REPLACE = "INSERT OR REPLACE INTO record(place,sealed) VALUES(?,?)";
    private static final long LAMP = Place.of(16, 1);
    private static final long LOCK = Place.of(16, 2);

    @TempDir
    Path directory;

    private Path file;
    private byte[] oldLamp;
    private byte[] oldHead;

    @BeforeEach
    void createHomeWithAHistory() throws Exception {
        file = directory.resolve("Maple.hearth");
        try (Store store = Homes.create(file)) {
            change(store, "INSERT INTO device VALUES(2,'lock',1,NULL)");
        }
        oldLamp = sealed(file, LAMP);
        oldHead = sealed(file, Place.HEAD);
        try (Store store = Homes.open(file)) {
            change(store, "UPDATE device SET name='porch lamp' WHERE id=1");
        }
    }

    @Test
    void noticesARecordTakenOut() throws Exception {
        tamper(file, "DELETE FROM record WHERE place=" + LOCK);
        refuses(Refusal.SET_MISMATCH, file);
    }

    @Test
    void noticesARecordPutBack() throws Exception {
        put(file, REPLACE, LAMP, oldLamp);
        refuses(Refusal.SET_MISMATCH, file);
    }

    @Test
    void noticesAnOldHead() throws Exception {
        put(file, REPLACE, Place.HEAD, oldHead);
        refuses(Refusal.SET_MISMATCH, file);
    }

    @Test
    void noticesAMissingHead() throws Exception {
        tamper(file, "DELETE FROM record WHERE place=0");
        refuses(Refusal.SET_MISMATCH, file);
        tamper(file, "DELETE FROM record");
        refuses(Refusal.SET_MISMATCH, file);
    }

    @Test
    void noticesRecordsThatChangedPlaces() throws Exception {
        byte[] lamp = sealed(file, LAMP);
        put(file, REPLACE, LAMP, sealed(file, LOCK));
        put(file, REPLACE, LOCK, lamp);
        assertEquals(
                Optional.of("kind 16, id 1"), refuses(Refusal.DAMAGED, file).where());
    }

    @Test
    void noticesARecordCopiedElsewhere() throws Exception {
        put(file, REPLACE, Place.of(16, 3), oldLamp);
        assertEquals(
                Optional.of("kind 16, id 3"), refuses(Refusal.DAMAGED, file).where());
    }

    @Test
    void noticesANegativePlace() throws Exception {
        put(file, REPLACE, -5, oldLamp);
        refuses(Refusal.SET_MISMATCH, file);
    }

    @Test
    void noticesARecordOfAnotherLength() throws Exception {
        put(file, REPLACE, LOCK, new byte[295]);
        refuses(Refusal.DAMAGED, file);
        put(file, REPLACE, LOCK, new byte[1 << 20]);
        refuses(Refusal.DAMAGED, file);
        put(file, REPLACE, LOCK, new byte[0]);
        refuses(Refusal.DAMAGED, file);
    }

    @Test
    void noticesRowsOfAnotherHistory() throws Exception {
        Path copy = Files.copy(file, directory.resolve("Copy.hearth"));
        try (Store store = Homes.open(copy)) {
            change(store, "UPDATE device SET name='sun' WHERE id=1");
        }
        try (Store store = Homes.open(file)) {
            change(store, "UPDATE device SET name='moon' WHERE id=1");
        }
        put(file, REPLACE, LAMP, sealed(copy, LAMP));
        refuses(Refusal.SET_MISMATCH, file);
    }

    @Test
    void noticesASlotThatWasAdded() throws Exception {
        put(file, "INSERT INTO slot(id,lock) VALUES(?,?)", 2, slot(file, 1));
        refuses(Refusal.SLOTS_CHANGED, file);
    }

    @Test
    void noticesASlotThatMoved() throws Exception {
        tamper(file, "UPDATE slot SET id=2");
        refuses(Refusal.WRONG_SECRET, file);
    }

    @Test
    void noticesAMissingSlot() throws Exception {
        tamper(file, "DELETE FROM slot");
        refuses(Refusal.WRONG_SECRET, file);
    }

    @Test
    void noticesAnySingleRecordTakenOut() throws Exception {
        for (long place : places(file)) {
            Path copy = copy();
            tamper(copy, "DELETE FROM record WHERE place=" + place);
            // Without its entry in the catalog a row cannot be named.
            refuses(Place.kind(place) == Place.CATALOG ? Refusal.DAMAGED : Refusal.SET_MISMATCH, copy);
        }
    }

    @Test
    void noticesAnySingleRecordPutBackFromAnOlderCopy() throws Exception {
        Path older = Files.copy(file, directory.resolve("Older.hearth"));
        try (Store store = Homes.open(file)) {
            change(store, "UPDATE device SET note='moved'");
            change(store, "UPDATE owner SET name='Grace'");
            change(store, "INSERT INTO journal VALUES(2,x'02',2)");
        }
        int replayed = 0;
        for (long place : places(older)) {
            byte[] old = sealed(older, place);
            if (!Arrays.equals(old, sealed(file, place))) {
                Path copy = copy();
                put(copy, REPLACE, place, old);
                refuses(Refusal.SET_MISMATCH, copy);
                replayed++;
            }
        }
        assertEquals(4, replayed, "the head, two devices and an owner have changed");
    }

    @Test
    void noticesAnyTwoRecordsThatChangedPlaces() throws Exception {
        List<Long> places = places(file);
        for (long one : places) {
            for (long other : places) {
                if (one < other) {
                    Path copy = copy();
                    put(copy, REPLACE, one, sealed(file, other));
                    put(copy, REPLACE, other, sealed(file, one));
                    refuses(Refusal.DAMAGED, copy);
                }
            }
        }
    }

    @Test
    void noticesAnySingleRecordOfAnotherHome() throws Exception {
        Path neighbor = directory.resolve("Oak.hearth");
        Homes.create(neighbor, new ScriptedRandom("ff".repeat(16))).close();
        for (long place : places(neighbor)) {
            Path copy = copy();
            put(copy, REPLACE, place, sealed(neighbor, place));
            assertEquals(
                    Optional.of(Place.name(place)),
                    refuses(Refusal.DAMAGED, copy).where());
        }
        Path copy = copy();
        put(copy, "INSERT OR REPLACE INTO slot(id,lock) VALUES(?,?)", 1, slot(neighbor, 1));
        // The same passphrase opens the neighbor's slot, but not the records.
        refuses(Refusal.DAMAGED, copy);
    }

    private Path copy() throws IOException {
        return Files.copy(file, directory.resolve("Copy.hearth"), StandardCopyOption.REPLACE_EXISTING);
    }
}
