package org.hearthkey.core.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes acts down and reads them back. An entry is canonical JSON (RFC 8785) of `v`, `n`, `at`, `act`, `facts` and,
/// where
/// there are details, `details`: the hex SHA-256 of a 32-byte salt and the details' canonical JSON. Its leaf hash
/// enters the
/// RFC 6962 tree.
public final class Journal {
    private static final int PAGE = 1_000;
    private static final int SALT_BYTES = 32;
    private static final long VERSION = 1;

    private final JournalBook book;
    private final InstantSource clock;
    private final SecureRandom random;

    public Journal(JournalBook book, InstantSource clock, SecureRandom random) {
        this.book = book;
        this.clock = clock;
        this.random = random;
    }

    /// Adds one entry. Only inside the commit of the act that it tells of.
    public void append(Note note) {
        var entry = new TreeMap<String, Object>();
        entry.put("v", VERSION);
        entry.put("n", book.size());
        entry.put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        entry.put("act", note.act());
        entry.put("facts", note.facts());
        var salt = new byte[0];
        var details = new byte[0];
        if (!note.details().isEmpty()) {
            salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            details = Jcs.write(note.details());
            entry.put("details", saltedHash(salt, details));
        }
        book.append(Jcs.write(entry), salt, details);
    }

    public long size() {
        return book.size();
    }

    /// Up to `limit` entries before number `before`, the newest first.
    public List<JournalEntry> newest(long before, int limit) {
        var to = Math.min(before, book.size());
        var from = Math.max(0, to - limit);
        var entries = new ArrayList<JournalEntry>();
        for (var kept : book.read(from, (int) (to - from))) {
            entries.add(parse(kept).orElseThrow(() -> new IllegalStateException("Journal entry " + kept.number())));
        }
        Collections.reverse(entries);
        return entries;
    }

    /// Recomputes every hash. Takes time in proportion to the journal.
    public JournalVerdict verify() {
        var size = book.size();
        var tree = new MerkleTree();
        for (long from = 0; from < size; from += PAGE) {
            var page = book.read(from, (int) Math.min(PAGE, size - from));
            for (var kept : page) {
                if (kept.number() != tree.size() || parse(kept).isEmpty()) {
                    return new JournalVerdict.Broken(size, tree.size());
                }
                tree.append(MerkleTree.leafHash(kept.entry()));
            }
        }
        var intact = tree.size() == size && MessageDigest.isEqual(tree.root(), book.keptRoot());
        return intact
                ? new JournalVerdict.Intact(size, HexFormat.of().formatHex(tree.root()))
                : new JournalVerdict.Broken(size, size);
    }

    private static Optional<JournalEntry> parse(JournalBook.Kept kept) {
        return Jcs.parse(kept.entry()).flatMap(entry -> {
            var forgotten = kept.details().length == 0;
            var fits = forgotten || saltedHash(kept.salt(), kept.details()).equals(entry.get("details"));
            if (!fits
                    || !Long.valueOf(kept.number()).equals(entry.get("n"))
                    || !(entry.get("act") instanceof String act)
                    || !(entry.get("at") instanceof String at)
                    || !(entry.get("facts") instanceof Map<?, ?> facts)) {
                return Optional.empty();
            }
            var details = forgotten ? Optional.of(Map.<String, Object>of()) : Jcs.parse(kept.details());
            return details.flatMap(
                    told -> instant(at).map(time -> new JournalEntry(kept.number(), time, act, named(facts), told)));
        });
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> named(Map<?, ?> facts) {
        var named = new TreeMap<String, Object>();
        facts.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    private static String saltedHash(byte[] salt, byte[] details) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return HexFormat.of().formatHex(sha256.digest(details));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
