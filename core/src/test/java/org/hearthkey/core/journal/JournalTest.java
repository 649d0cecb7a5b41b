package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final InMemory book = new InMemory();
    private final Journal journal =
            new Journal(book, InstantSource.fixed(Instant.parse("2026-11-22T12:00:00.5Z")), new SecureRandom());

    @BeforeEach
    void writesThreeEntries() {
        journal.append(Note.of("home.create"));
        journal.append(Note.of("device.approve").fact("serial", "0a").detail("name", "Garage camera"));
        journal.append(Note.of("crl.sign").fact("entries", 0L));
        book.bind();
    }

    @Test
    void anEntryIsCanonicalJsonThatAnybodyCanRead() {
        assertEquals(
                "{\"act\":\"crl.sign\",\"at\":\"2026-11-22T12:00:00Z\",\"facts\":{\"entries\":0},\"n\":2,\"v\":1}",
                new String(book.kept.get(2).entry(), UTF_8));
    }

    @Test
    void namesStayOutOfTheEntry() {
        assertFalse(new String(book.kept.get(1).entry(), UTF_8).contains("Garage"));
        assertEquals(
                Map.of("name", "Garage camera"), journal.newest(2, 1).getFirst().details());
    }

    @Test
    void theNewestComeFirst() {
        assertEquals(
                List.of("crl.sign", "device.approve"),
                journal.newest(3, 2).stream().map(JournalEntry::act).toList());
    }

    @Test
    void recomputesTheRoot() {
        assertInstanceOf(JournalVerdict.Intact.class, journal.verify());
    }

    @Test
    void aForgottenDetailKeepsTheProof() {
        var kept = book.kept.get(1);
        book.kept.set(1, new JournalBook.Kept(1, kept.entry(), new byte[0], new byte[0]));
        assertInstanceOf(JournalVerdict.Intact.class, journal.verify());
    }

    @Test
    void aChangedDetailIsNoticed() {
        var kept = book.kept.get(1);
        var details = Jcs.write(Map.of("name", "Garden camera"));
        book.kept.set(1, new JournalBook.Kept(1, kept.entry(), kept.salt(), details));
        assertEquals(new JournalVerdict.Broken(3, 1), journal.verify());
    }

    @Test
    void aChangedEntryIsNoticed() {
        var text = new String(book.kept.get(2).entry(), UTF_8).replace("\"entries\":0", "\"entries\":1");
        book.kept.set(2, new JournalBook.Kept(2, text.getBytes(UTF_8), new byte[0], new byte[0]));
        assertEquals(new JournalVerdict.Broken(3, 3), journal.verify());
    }

    @Test
    void aCutTailIsNoticed() {
        book.kept.removeLast();
        assertEquals(new JournalVerdict.Broken(2, 2), journal.verify());
    }

    @Test
    void swappedEntriesAreNoticed() {
        var first = book.kept.get(0);
        var third = book.kept.get(2);
        book.kept.set(0, new JournalBook.Kept(0, third.entry(), third.salt(), third.details()));
        book.kept.set(2, new JournalBook.Kept(2, first.entry(), first.salt(), first.details()));
        assertEquals(new JournalVerdict.Broken(3, 0), journal.verify());
    }

    private static final class InMemory implements JournalBook {
        private final List<Kept> kept = new ArrayList<>();
        private byte[] root = new byte[0];

        @Override
        public void append(byte[] entry, byte[] salt, byte[] details) {
            kept.add(new Kept(kept.size(), entry, salt, details));
        }

        @Override
        public void forget(long number) {
            kept.set((int) number, new Kept(number, kept.get((int) number).entry(), new byte[0], new byte[0]));
        }

        void bind() {
            var tree = new MerkleTree();
            kept.forEach(one -> tree.append(MerkleTree.leafHash(one.entry())));
            root = tree.root();
        }

        @Override
        public long size() {
            return kept.size();
        }

        @Override
        public byte[] keptRoot() {
            return root.clone();
        }

        @Override
        public List<Kept> read(long from, int limit) {
            return List.copyOf(kept.subList((int) from, (int) Math.min(kept.size(), from + limit)));
        }
    }
}
