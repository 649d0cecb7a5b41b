package org.hearthkey.core.store;

import static org.hearthkey.core.store.Homes.change;
import static org.hearthkey.core.store.Homes.devices;
import static org.hearthkey.core.store.Homes.run;
import static org.hearthkey.core.store.Homes.select;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.journal.MerkleTree;
import org.hearthkey.core.seal.KeyLabel;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    Path directory;

    private Path file;
    private Store store;

    @BeforeEach
    void createHome() throws Exception {
        file = directory.resolve("Maple.hearth");
        store = Homes.create(file);
    }

    @AfterEach
    void closeHome() {
        store.close();
    }

    private void reopen() throws Exception {
        store.close();
        store = Homes.open(file);
    }

    @Test
    void keepsWhatItsFirstWorkWrote() throws Exception {
        reopen();
        assertEquals("lamp", devices(store));
        assertEquals(1, store.head().commit());
        assertEquals(
                Map.of("device", 1L, "owner", 1L, "journal", 1L), store.facts().rows());
    }

    @Test
    void keepsEveryKindOfValueThroughInsertUpdateAndDelete() throws Exception {
        change(store, """
            INSERT INTO device VALUES(7,'camera',1,x'00ff'),(8,'lock',1,-9223372036854775808),(9,'door',NULL,'ü');
            UPDATE device SET name='garage camera' WHERE id=7;
            DELETE FROM device WHERE id=1
            """);
        reopen();
        assertEquals("garage camera,lock,door", devices(store));
        assertEquals(
                "blob 00FF,integer -9223372036854775808,text ü",
                select(store, "SELECT typeof(note)||' '||iif(typeof(note)='blob',hex(note),note) FROM device"));
        assertEquals(2, store.head().commit());
    }

    @Test
    void rollsBackWhenTheWorkThrows() throws Exception {
        IOException thrown = assertThrows(
                IOException.class,
                () -> store.inTransaction(tables -> {
                    run(tables, "DELETE FROM device");
                    throw new IOException("camera unplugged");
                }));
        assertEquals("camera unplugged", thrown.getMessage());
        assertEquals("lamp", devices(store));
        change(store, "INSERT INTO device VALUES(2,'after',1,NULL)");
        reopen();
        assertEquals("lamp,after", devices(store));
    }

    @Test
    void rollsBackWhenAStatementIsWrong() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> change(
                        store, "INSERT INTO device VALUES(2,'x',1,NULL); INSERT INTO device VALUES(3,'lamp',1,NULL)"));
        assertThrows(IllegalStateException.class, () -> change(store, "INSERT INTO device VALUES(4,'y',99,NULL)"));
        assertEquals("lamp", devices(store));
        assertEquals(1, store.head().commit());
    }

    @Test
    void writesNothingWhenNothingHasChanged() throws Exception {
        byte[] before = Homes.sealed(closed(), 0);
        store = Homes.open(file);
        change(store, "UPDATE device SET name=name, note=NULL");
        change(store, "INSERT INTO device VALUES(5,'gone',1,NULL); DELETE FROM device WHERE id=5");
        change(store, "INSERT INTO seen VALUES('lamp')");
        store.<String, RuntimeException>inTransaction(tables -> "nothing");
        assertEquals(1, store.head().commit());
        assertArrayEquals(before, Homes.sealed(closed(), 0));
    }

    private Path closed() {
        store.close();
        return file;
    }

    @Test
    void seesRowsThatAreDeletedAllAtOnce() throws Exception {
        change(store, "INSERT INTO device VALUES(2,'camera',1,NULL),(3,'lock',1,NULL)");
        change(store, "DELETE FROM device");
        reopen();
        assertEquals("", devices(store));
        assertEquals(0L, store.facts().rows().get("device"));
    }

    @Test
    void seesRowsThatMakeRoomForOthers() throws Exception {
        change(store, "INSERT INTO device VALUES(2,'camera',1,NULL),(3,'lock',1,NULL)");
        change(store, "REPLACE INTO device VALUES(9,'camera',1,'new'); REPLACE INTO device VALUES(3,'bolt',1,NULL)");
        change(store, "UPDATE OR REPLACE device SET name='lamp' WHERE id=9");
        reopen();
        assertEquals("3 bolt,9 lamp", select(store, "SELECT id||' '||name FROM device ORDER BY id"));
    }

    @Test
    void seesRowsThatFollowADeletedOwner() throws Exception {
        change(store, "DELETE FROM owner");
        reopen();
        assertEquals("", devices(store));
        assertEquals("", select(store, "SELECT name FROM owner"));
    }

    @Test
    void seesARowThatMovesToAnotherId() throws Exception {
        change(store, "UPDATE device SET id=281474976710655");
        reopen();
        assertEquals("281474976710655", select(store, "SELECT id FROM device"));
    }

    @Test
    void refusesIdsThatNoPlaceHas() throws Exception {
        for (String id : List.of("-1", "281474976710656", "9223372036854775807")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> change(store, "INSERT INTO device VALUES(" + id + ",'x',1,NULL)"));
        }
        reopen();
        assertEquals("lamp", devices(store));
    }

    @Test
    void keepsLargeRowsUpToItsCeiling() throws Exception {
        change(store, "UPDATE device SET note=zeroblob(65500)");
        assertThrows(IllegalArgumentException.class, () -> change(store, "UPDATE device SET note=zeroblob(65536)"));
        reopen();
        assertEquals("65500", select(store, "SELECT length(note) FROM device"));
    }

    @Test
    void refusesRealNumbers() {
        assertThrows(IllegalArgumentException.class, () -> change(store, "UPDATE device SET note=1.5"));
    }

    @Test
    void readsWithoutWriting() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> store.<Void, SQLException>read(tables -> run(tables, "DELETE FROM device")));
        assertEquals("lamp", devices(store));
        String within = store.inTransaction(tables -> {
            run(tables, "UPDATE device SET name='sun'");
            return devices(store);
        });
        assertEquals("sun", within);
    }

    @Test
    void takesOneTransactionAtATime() {
        assertThrows(
                IllegalStateException.class,
                () -> store.<String, SQLException>inTransaction(tables -> {
                    change(store, "DELETE FROM device");
                    return "done";
                }));
    }

    @Test
    void doesNotGoOnAfterWorkThatEndedItsTransaction() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> change(store, "UPDATE device SET name='lost'; ROLLBACK; UPDATE device SET name='unsealed'"));
        assertThrows(IllegalStateException.class, () -> devices(store));
        reopen();
        assertEquals("lamp", devices(store));
    }

    @Test
    void keepsTheJournalsRoot() throws Exception {
        MerkleTree expected = new MerkleTree();
        expected.append(MerkleTree.leafHash(new byte[] {1}));
        for (int i = 2; i < 40; i++) {
            change(store, "INSERT INTO journal VALUES(" + i + ",x'" + String.format("%02x", i) + "',0)");
            expected.append(MerkleTree.leafHash(new byte[] {(byte) i}));
            assertEquals(i, store.head().journalSize());
            assertArrayEquals(expected.root(), store.head().journalRoot());
        }
        reopen();
        assertArrayEquals(expected.root(), store.head().journalRoot());
        change(store, "INSERT INTO journal VALUES(99,x'63',0)");
        expected.append(MerkleTree.leafHash(new byte[] {0x63}));
        assertArrayEquals(expected.root(), store.head().journalRoot());
    }

    @Test
    void onlyEverAppendsToTheJournal() throws Exception {
        change(store, "INSERT INTO journal VALUES(5,x'05',0)");
        for (String sql : List.of(
                "UPDATE journal SET at=7 WHERE id=1",
                "DELETE FROM journal WHERE id=5",
                "DELETE FROM journal",
                "INSERT INTO journal VALUES(4,x'04',0)",
                "INSERT INTO journal VALUES(6,'text',0)")) {
            assertThrows(IllegalStateException.class, () -> change(store, sql), sql);
        }
        assertEquals(2, store.head().journalSize());
        reopen();
        assertEquals("1,5", select(store, "SELECT id FROM journal"));
    }

    @Test
    void nothingReadableReachesTheDisk() throws Exception {
        change(store, "INSERT INTO device VALUES(2,'telltale name',1,'telltale note')");
        change(store, "UPDATE device SET name='telltale rename' WHERE id=2");
        assertFalse(readable("telltale"), "in a file while open");
        store.close();
        assertFalse(readable("telltale"), "in a file once closed");
        assertFalse(readable("device"), "a table's name");
    }

    private boolean readable(String text) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path each : files.toList()) {
                // Reading the home itself would drop SQLite's locks; while it is open its journal is enough.
                if (!each.equals(file) || isClosed()) {
                    if (new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1).contains(text)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private boolean isClosed() {
        return !Files.exists(directory.resolve("Maple.hearth-journal"));
    }

    @Test
    void sealsPrivateKeysUntilItIsClosed() throws Exception {
        try (SecretBytes pkcs8 = SecretBytes.owning(new byte[] {1, 2, 3})) {
            byte[] value = store.keys().seal(new KeyLabel("EC P-256", "zone"), pkcs8);
            reopen();
            assertArrayEquals(new byte[] {1, 2, 3}, store.keys().open(value).use(byte[]::clone));
            store.close();
            assertThrows(IllegalStateException.class, () -> store.keys().open(value));
        }
    }

    @Test
    void leavesOneFileWhenClosed() throws Exception {
        change(store, "DELETE FROM device");
        store.close();
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList());
        }
        assertThrows(IllegalStateException.class, () -> devices(store));
        assertTrue(Files.size(file) % 4096 == 0);
    }

    @Test
    void countsRowsOfAClosedHomeWithoutWriting() throws Exception {
        store.close();
        byte[] before = Files.readAllBytes(file);
        try (var words = new Passphrase(Homes.WORDS.toCharArray())) {
            HomeFacts facts = Store.inspect(file, Homes.SCHEMA, new LockSecret.Remembered(words), new SecureRandom());
            assertEquals(1, facts.head().commit());
            assertEquals(1L, facts.rows().get("owner"));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
