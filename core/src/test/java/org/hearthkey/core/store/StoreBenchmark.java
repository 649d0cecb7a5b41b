package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.ScriptedRandom;
import org.hearthkey.core.secret.Passphrase;

/// Prints what a commit of one device and opening cost as the home grows, beside an ordinary SQLite file that is as
/// durable. Run by hand; Argon2id apart.
final class StoreBenchmark {
    private static final int COMMITS = 300;
    private static final int LOADS = 5;

    private final Path home;
    private final Path plain;
    private final int rows;

    private StoreBenchmark(Path directory, int rows) {
        home = directory.resolve("benchmark-" + rows + ".hearth");
        plain = directory.resolve("benchmark-" + rows + ".db");
        this.rows = rows;
    }

    /// One measured act.
    private interface Act {
        void run(int round) throws IOException, SQLException, RefusedException;
    }

    /// Measures the disk of the directory that is named.
    public static void main(String[] arguments) throws IOException, SQLException, RefusedException {
        Path directory = Path.of(arguments[0]);
        new StoreBenchmark(directory, 100).commit();
        double smallest = new StoreBenchmark(directory, 100).commit();
        for (int rows : new int[] {10_000, 100_000}) {
            System.out.printf(
                    Locale.ROOT,
                    "  commit against 100 rows: %.2f%n",
                    new StoreBenchmark(directory, rows).commit() / smallest);
        }
    }

    /// The median of a sealed commit, in milliseconds.
    private double commit() throws IOException, SQLException, RefusedException {
        try (PlainFile file = new PlainFile(plain, rows)) {
            create();
            double loading = median(LOADS, _ -> file.load());
            double opening = median(LOADS, _ -> Homes.open(home).close());
            double unsealed = median(COMMITS, round -> file.commit(device(round)));
            double sealed;
            try (Store store = Homes.open(home)) {
                sealed = median(COMMITS, round -> Homes.change(store, device(round)));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d rows: a commit takes %.2f ms, unsealed %.2f ms, ratio %.2f%n",
                    rows,
                    sealed,
                    unsealed,
                    sealed / unsealed);
            System.out.printf(
                    Locale.ROOT,
                    "  opening takes %.0f ms, loading unsealed %.0f ms, ratio %.2f%n",
                    opening,
                    loading,
                    opening / loading);
            return sealed;
        } finally {
            Files.deleteIfExists(home);
            Files.deleteIfExists(plain);
        }
    }

    private static String device(int round) {
        return "INSERT INTO device(name,owner,note) VALUES('new " + round + "',1,'hall');"
                + "INSERT INTO journal(entry,at) VALUES(x'00ff'," + round + ")";
    }

    private static double median(int times, Act act) throws IOException, SQLException, RefusedException {
        double[] took = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            act.run(i);
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        return took[times / 2];
    }

    private void create() throws IOException, SQLException {
        FirstWork<SQLException> first = (tables, keys) -> {
            Homes.run(tables, "INSERT INTO owner VALUES(1,'Ada')");
            try (PreparedStatement insert =
                    tables.prepareStatement("INSERT INTO device(name,owner,note) VALUES(?,1,'kitchen')")) {
                for (int i = 0; i < rows; i++) {
                    insert.setString(1, "device " + i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        };
        try (Passphrase words = new Passphrase(Homes.WORDS.toCharArray())) {
            LockPlan slot = new LockPlan.Remembered(words, Argon2Cost.MINIMUM);
            Store.create(home, Homes.SCHEMA, slot, new ScriptedRandom(), first, Homes.ARGON2)
                    .close();
        }
    }
}
