package org.hearthkey.core.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One act in the journal.
///
/// @param number counts from 0
/// @param details names of persons, rooms and devices; empty when they were forgotten
public record JournalEntry(
        long number, Instant at, String act, Map<String, Object> facts, Map<String, Object> details) {
    public JournalEntry {
        facts = Map.copyOf(facts);
        details = Map.copyOf(details);
    }

    /// Reads an entry back, if it is one and its details have the hash that it names.
    static Optional<JournalEntry> read(JournalBook.Kept kept) {
        return Jcs.parse(kept.entry()).flatMap(entry -> {
            var forgotten = kept.details().length == 0;
            var fits = forgotten || saltedHash(kept.salt(), kept.details()).equals(entry.get("details"));
            if (!fits
                    || !Long.valueOf(kept.number()).equals(entry.get("n"))
                    || !(entry.get("act") instanceof String act)
                    || !(entry.get("facts") instanceof Map<?, ?> facts)) {
                return Optional.empty();
            }
            var details = forgotten ? Optional.of(Map.<String, Object>of()) : Jcs.parse(kept.details());
            return details.flatMap(told -> instant(entry.get("at"))
                    .map(time -> new JournalEntry(kept.number(), time, act, named(facts), told)));
        });
    }

    /// The latest time that this entry knows.
    static Optional<Instant> latest(JournalBook.Kept kept) {
        return Jcs.parse(kept.entry())
                .flatMap(entry -> instant(entry.containsKey("latest") ? entry.get("latest") : entry.get("at")));
    }

    /// Hides details behind their salt.
    static String saltedHash(byte[] salt, byte[] details) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return HexFormat.of().formatHex(sha256.digest(details));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Optional<Instant> instant(@Nullable Object text) {
        try {
            return text instanceof String time ? Optional.of(Instant.parse(time)) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> named(Map<?, ?> facts) {
        var named = new TreeMap<String, Object>();
        facts.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }
}
