package org.hearthkey.core.store;

import static org.hearthkey.core.store.Homes.change;
import static org.hearthkey.core.store.Homes.put;
import static org.hearthkey.core.store.Homes.refuses;
import static org.hearthkey.core.store.Homes.sealed;
import static org.hearthkey.core.store.Homes.slot;
import static org.hearthkey.core.store.Homes.tamper;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
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

    /// Every byte of a file, one bit each: refused, or of no effect.
    @Test
    void noByteCanBeChangedToAnyEffect() throws Exception {
        Path whole = Vectors.unpack(directory);
        byte[] bytes = Files.readAllBytes(whole);
        Path changed = directory.resolve("Changed.hearth");
        int refused = 0;
        for (int i = 0; i < bytes.length; i++) {
            // Between the rows are thousands of zeros that no reader looks at; some of them will do.
            if (i % 16 != 0 && isGap(bytes, i)) {
                continue;
            }
            bytes[i] ^= (byte) (1 << i % 8);
            Files.write(changed, bytes);
            bytes[i] ^= (byte) (1 << i % 8);
            refused += isRefused(changed, i) ? 1 : 0;
        }
        // Seven boxes of 296 bytes, one of 1064, the slot and what leads to them.
        assertTrue(refused > 2800, refused + " refused");
    }

    private static boolean isGap(byte[] bytes, int at) {
        return at >= 3 && at + 3 < bytes.length && bytes[at - 3] == 0 && bytes[at] == 0 && bytes[at + 3] == 0;
    }

    private static boolean isRefused(Path changed, int offset) throws IOException, SQLException {
        try (Store store = Homes.open(changed, Vectors.SCHEMA, Vectors.PASSPHRASE)) {
            assertEquals(
                    "porch lamp quarantine,Türschloss locks",
                    Homes.select(store, "SELECT name||' '||zone FROM device ORDER BY id"),
                    "byte " + offset);
            assertEquals(2, store.head().commit());
            return false;
        } catch (RefusedException refused) {
            return true;
        }
    }
}
