package org.hearthkey.core.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a home file holds, after every check has passed.
///
/// @param rows how many rows each table has
public record HomeFacts(Head head, Map<String, Long> rows) {
    public HomeFacts {
        rows = Map.copyOf(rows);
    }

    static HomeFacts of(List<Kind> kinds, Committed committed) {
        Map<Integer, Long> counts = new HashMap<>();
        for (long place : committed.set().places()) {
            counts.merge(Place.kind(place), 1L, Long::sum);
        }
        Map<String, Long> rows = new HashMap<>();
        for (Kind kind : kinds) {
            rows.put(kind.table(), counts.getOrDefault(kind.number(), 0L));
        }
        return new HomeFacts(committed.head(), rows);
    }
}
