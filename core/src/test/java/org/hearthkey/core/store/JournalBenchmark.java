package org.hearthkey.core.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.journal.MerkleTree;
import org.hearthkey.core.journal.Note;

/// Prints what verifying a long journal costs, as a ratio to SHA-256 of the same bytes. Run by hand.
final class JournalBenchmark {
    private static final int ROUNDS = 3;
    private static final int PAGE = 1_000;

    private JournalBenchmark() {}

    /// Measures a journal of as many entries as are named; a million without.
    public static void main(String[] arguments) throws SQLException, NoSuchAlgorithmException {
        int entries = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        try (Sqlite sqlite = Sqlite.inMemory()) {
            new MemoryTables(sqlite, HomeSchema.newest())
                    .migrate(0, HomeSchema.newest().number());
            MerkleTree tree = new MerkleTree();
            KeptJournal book = new KeptJournal(new Rows(sqlite.connection()), tree::root);
            InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
            Journal journal = new Journal(book, clock, new SecureRandom());
            sqlite.run("BEGIN");
            for (int i = 0; i < entries; i++) {
                journal.append(note(i));
            }
            sqlite.run("COMMIT");
            long bytes = 0;
            for (long from = 0; from < entries; from += PAGE) {
                for (var kept : book.read(from, PAGE)) {
                    tree.append(MerkleTree.leafHash(kept.entry()));
                    bytes += kept.entry().length;
                }
            }
            for (int round = 0; round < ROUNDS; round++) {
                measure(journal, bytes);
            }
        }
    }

    private static void measure(Journal journal, long bytes) throws NoSuchAlgorithmException {
        long start = System.nanoTime();
        JournalVerdict verdict = journal.verify();
        double verifying = secondsSince(start);
        start = System.nanoTime();
        JournalVerdict again = journal.verifyNew();
        double added = secondsSince(start);
        double hashing = hashing(bytes);
        System.out.printf(
                Locale.ROOT,
                "%s%n  %.2f s; SHA-256 of the same %,d bytes %.2f s; ratio %.1f; again %.4f s %s%n",
                verdict,
                verifying,
                bytes,
                hashing,
                verifying / hashing,
                added,
                again.equals(verdict));
    }

    private static double hashing(long bytes) throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] piece = new byte[1 << 20];
        long start = System.nanoTime();
        for (long left = bytes; left > 0; left -= piece.length) {
            sha256.update(piece, 0, (int) Math.min(left, piece.length));
        }
        sha256.digest();
        return secondsSince(start);
    }

    private static Note note(int number) {
        return Note.of("device.approve")
                .fact(
                        "device",
                        "5f1c7c1e-0d0c-4b3e-9d53-0b6f3a5e" + String.format(Locale.ROOT, "%04x", number & 0xffff))
                .fact("serial", "0a1b2c3d4e5f60718293a4b5c6d7e8f9")
                .fact("fingerprint", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                .fact("notAfter", "2027-02-20T12:00:00Z")
                .detail("name", "Lamp " + number)
                .detail("zone", "lighting");
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
