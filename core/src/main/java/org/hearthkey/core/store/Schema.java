package org.hearthkey.core.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tables of the application in memory, and which of them are sealed. Tables that are no kind (indexes for
/// searching, caches) live in memory only; a script or trigger fills them. A trigger must not write to a kind's table:
/// it would run again when the home is opened.
///
/// @param number how many migrations there have been; 1 or more
/// @param migrationScripts SQL that leads from each number to the next, the first from nothing
/// @param journal the kind that is only ever appended to and whose first column is the bytes of an entry
public record Schema(int number, List<String> migrationScripts, List<Kind> kinds, Optional<Kind> journal) {
    public Schema {
        migrationScripts = List.copyOf(migrationScripts);
        kinds = List.copyOf(kinds);
        if (number < 1 || migrationScripts.size() != number) {
            throw new IllegalArgumentException("Schema " + number + " with " + migrationScripts.size() + " scripts");
        }
        Set<Object> seen = new HashSet<>();
        for (Kind kind : kinds) {
            if (!seen.add(kind.number()) || !seen.add(kind.table()) || kind.version() > number) {
                throw new IllegalArgumentException("Kind " + kind.number() + " is there twice or from the future");
            }
        }
        if (journal.isPresent() && !kinds.contains(journal.get())) {
            throw new IllegalArgumentException("The journal is not among the kinds");
        }
    }

    Optional<Kind> kind(int kindNumber) {
        return kinds.stream().filter(kind -> kind.number() == kindNumber).findAny();
    }

    boolean isJournal(int kindNumber) {
        return journal.filter(kind -> kind.number() == kindNumber).isPresent();
    }
}
