package org.hearthkey.core.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which records the file holds besides the head, with the element of each and their sum. Kept in memory, so that a
/// commit costs what it changes.
final class SealedSet {
    private final Map<Long, byte[]> elements = new HashMap<>();
    private SetSum sum = new SetSum();

    void add(long place, byte[] element) {
        elements.put(place, element);
        sum.add(element);
    }

    boolean holds(long place) {
        return elements.containsKey(place);
    }

    long count() {
        return elements.size();
    }

    Set<Long> places() {
        return elements.keySet();
    }

    byte[] digest() {
        return sum.toBytes();
    }

    /// The sum as it will be after `changes`.
    SetSum sumAfter(List<Change> changes) {
        SetSum after = sum.copy();
        for (Change change : changes) {
            byte[] old = elements.get(change.place());
            if (old != null) {
                after.subtract(old);
            }
            change.element().ifPresent(after::add);
        }
        return after;
    }

    void accept(List<Change> changes, SetSum after) {
        for (Change change : changes) {
            change.element()
                    .ifPresentOrElse(
                            element -> elements.put(change.place(), element), () -> elements.remove(change.place()));
        }
        sum = after;
    }

    /// A record written or taken away.
    static final class Change {
        private final long place;
        private final Optional<byte[]> element;

        private Change(long place, Optional<byte[]> element) {
            this.place = place;
            this.element = element;
        }

        static Change written(long place, byte[] element) {
            return new Change(place, Optional.of(element));
        }

        static Change removed(long place) {
            return new Change(place, Optional.empty());
        }

        long place() {
            return place;
        }

        Optional<byte[]> element() {
            return element;
        }
    }
}
