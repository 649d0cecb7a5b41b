package org.hearthkey.core.journal;

import java.time.Instant;
import java.util.Map;

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
}
