package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Writes acts down and reads them back. An entry is canonical JSON (RFC 8785) of `v`, `n`, `at`, `act` and `facts`.
/// Where there are details it has `details`, the hex SHA-256 of a 32-byte salt and the details' canonical JSON; where an
/// earlier entry has a later time, `latest`, that time. Its leaf hash enters the RFC 6962 tree.
public final class Journal {
    private static final int SALT_BYTES = 32;
    private static final long VERSION = 1;

    private final JournalBook book;
    private final InstantSource clock;
    private final SecureRandom random;
    private final JournalPages pages;
    private final JournalCheck check;

    public Journal(JournalBook book, InstantSource clock, SecureRandom random) {
        this.book = book;
        this.clock = clock;
        this.random = random;
        pages = new JournalPages(book);
        check = new JournalCheck(book);
    }

    /// Adds one entry. Only inside the commit of the act that it tells of.
    public void append(Note note) {
        append(note, latest());
    }

    /// Adds an entry from which on the clock is believed again, however far the entries before it were ahead.
    public void appendWithNewClock(Note note) {
        append(note, Optional.empty());
    }

    private void append(Note note, Optional<Instant> latest) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var entry = new TreeMap<String, Object>();
        entry.put("v", VERSION);
        entry.put("n", book.size());
        entry.put("at", now.toString());
        latest.filter(now::isBefore).ifPresent(time -> entry.put("latest", time.toString()));
        entry.put("act", note.act());
        entry.put("facts", note.facts());
        var salt = new byte[0];
        var details = new byte[0];
        if (!note.details().isEmpty()) {
            salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            details = Jcs.write(note.details());
            entry.put("details", JournalEntry.saltedHash(salt, details));
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
            entries.add(JournalEntry.read(kept)
                    .orElseThrow(() -> new IllegalStateException("Journal entry " + kept.number())));
        }
        Collections.reverse(entries);
        return entries;
    }

    /// The latest time that the journal knows: of its last entry, or of an earlier one if the clock was set back since.
    public Optional<Instant> latest() {
        var last = book.size() - 1;
        return last < 0
                ? Optional.empty()
                : book.read(last, 1).stream().findFirst().flatMap(JournalEntry::latest);
    }

    /// Shows every entry of one act, the oldest first.
    public void each(String act, Consumer<JournalEntry> receiver) {
        // Canonical JSON begins with the act: the other entries need not be parsed.
        var beginning = ("{\"act\":\"" + act + "\",").getBytes(UTF_8);
        pages.visit(0, book.size(), kept -> {
            if (JournalPages.beginsWith(kept.entry(), beginning)) {
                JournalEntry.read(kept).ifPresent(receiver);
            }
            return true;
        });
    }

    /// Forgets the details of every entry whose details fit. The entries, their hashes and every proof stay. Only inside a
    /// commit.
    ///
    /// @return how many
    public long forget(Predicate<Map<String, Object>> fits) {
        var numbers = new ArrayList<Long>();
        pages.visit(0, book.size(), kept -> {
            if (Jcs.parse(kept.details()).filter(fits).isPresent()) {
                numbers.add(kept.number());
            }
            return true;
        });
        numbers.forEach(book::forget);
        return numbers.size();
    }

    /// Recomputes every hash. Takes time in proportion to the journal.
    public JournalVerdict verify() {
        return check.all();
    }

    /// Recomputes the hashes of what was added since this or [#verify] was last asked of this open home, and the root of
    /// all. What lies in this program's memory changes only through the journal; what lies in the file was checked whole
    /// when it was opened.
    public JournalVerdict verifyNew() {
        return check.added();
    }
}
