package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;

/// A process whose every write is recorded: it makes a home, changes it in every way a commit can, and says after each
/// commit what the home holds now.
final class RecordedProgram {
    private static final List<String> CHANGES = List.of(
            "INSERT INTO device(name,note) VALUES('d2',zeroblob(3000))",
            "INSERT INTO device(name,note) VALUES('d3',zeroblob(30000))",
            "UPDATE device SET name='porch' WHERE id=1",
            "DELETE FROM device WHERE name='d3'",
            "INSERT INTO journal VALUES(2,x'02',2)",
            "UPDATE device SET note=zeroblob(9000)",
            "DELETE FROM owner");

    private RecordedProgram() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path file = Path.of(arguments[0]);
        try (Store store = Homes.create(file)) {
            tell(store);
            for (String change : CHANGES) {
                Homes.change(store, change);
                tell(store);
            }
            raise(store);
            tell(store);
            renew(store);
        } catch (StoreException failed) {
            System.out.println("failed: " + failed.kind());
            return;
        }
        try (Store store = Homes.open(file)) {
            tell(store);
            Homes.change(store, "INSERT INTO device(name,note) VALUES('d4',zeroblob(3000))");
            tell(store);
        } catch (RefusedException refused) {
            throw new IOException(refused);
        }
    }

    /// Gives the home a new vault key.
    private static void renew(Store store) throws IOException, SQLException {
        try (Passphrase words = new Passphrase(Homes.WORDS.toCharArray())) {
            LockPlan way = new LockPlan.Remembered(words, Argon2Cost.MINIMUM);
            store.<SQLException>renew(
                    new TreeMap<>(Map.of(1L, way)),
                    new LockSecret.Remembered(words),
                    (tables, keys) -> Homes.run(tables, "INSERT INTO journal VALUES(3,x'03',3)"),
                    new SecureRandom());
        } catch (RefusedException refused) {
            throw new IOException(refused);
        }
    }

    /// The slot as unlocking makes it anew: it opens to the same words, at another cost.
    private static void raise(Store store) throws IOException {
        try (Passphrase words = new Passphrase(Homes.WORDS.toCharArray());
                OpenSlot slot = store.slots().open(new LockSecret.Remembered(words))) {
            Lock lock = slot.lock(slot.id(), new LockPlan.Remembered(words, new Argon2Cost(65_536, 4, 4)));
            store.<Long, RuntimeException>inTransaction(tables -> {
                store.slots().put(slot.id(), lock);
                return slot.id();
            });
        } catch (RefusedException refused) {
            throw new IOException(refused);
        }
    }

    private static void tell(Store store) throws SQLException {
        System.out.println(contents(store));
    }

    /// The number of the last commit, the devices and the size of the journal.
    static String contents(Store store) throws SQLException {
        return store.head().commit() + " " + Homes.select(store, "SELECT name||length(note) FROM device ORDER BY id")
                + " " + store.head().journalSize();
    }
}
