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

/// Prints what a commit of one device costs, and what opening costs, as the home grows. Run by hand; Argon2id apart.
final class StoreBenchmark {
    private static final int COMMITS = 300;

    private StoreBenchmark() {}

    /// Measures the disk of the directory that is named.
    public static void main(String[] arguments) throws IOException, SQLException, RefusedException {
        Path directory = Path.of(arguments[0]);
        measure(directory, 100);
        double smallest = measure(directory, 100);
        for (int rows : new int[] {10_000, 100_000}) {
            System.out.printf(Locale.ROOT, "  commit against 100 rows: %.2f%n", measure(directory, rows) / smallest);
        }
    }

    /// The median of a commit, in milliseconds.
    private static double measure(Path directory, int rows) throws IOException, SQLException, RefusedException {
        Path file = directory.resolve("benchmark-" + rows + ".hearth");
        try {
            create(file, rows);
            long start = System.nanoTime();
            try (Store store = Homes.open(file)) {
                double opening = millisSince(start);
                double[] commits = new double[COMMITS];
                for (int i = 0; i < COMMITS; i++) {
                    long before = System.nanoTime();
                    Homes.change(
                            store,
                            "INSERT INTO device(name,owner,note) VALUES('new " + i + "',1,'hall');"
                                    + "INSERT INTO journal(entry,at) VALUES(x'00ff'," + i + ")");
                    commits[i] = millisSince(before);
                }
                Arrays.sort(commits);
                System.out.printf(
                        Locale.ROOT,
                        "%,d rows: opens in %.0f ms, %d KiB; a commit takes %.2f ms (median), %.2f ms (99%%)%n",
                        rows,
                        opening,
                        Files.size(file) / 1024,
                        commits[COMMITS / 2],
                        commits[COMMITS * 99 / 100]);
                return commits[COMMITS / 2];
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void create(Path file, int rows) throws IOException, SQLException {
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
            Store.create(
                            file,
                            Homes.SCHEMA,
                            new LockPlan.Remembered(words, Argon2Cost.MINIMUM),
                            new ScriptedRandom(),
                            first,
                            Homes.ARGON2)
                    .close();
        }
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
