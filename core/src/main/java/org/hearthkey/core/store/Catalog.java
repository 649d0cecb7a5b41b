package org.hearthkey.core.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.jspecify.annotations.Nullable;

/// What the file itself says of the kinds in it, so that a reader who has never seen the program can name every value.
final class Catalog {
    private final Map<Integer, Kind> kinds = new TreeMap<>();

    static List<Object> columns(Kind kind) {
        return List.of(kind.table(), kind.version(), kind.columns());
    }

    /// Takes in one entry.
    ///
    /// @param values as a record has them, the commit first
    Kind read(long place, List<? extends @Nullable Object> values) throws RefusedException {
        if (values.size() == 4
                && values.get(1) instanceof String table
                && values.get(2) instanceof Long version
                && values.get(3) instanceof List<?> columns
                && Place.id(place) <= Short.MAX_VALUE) {
            int number = (int) Place.id(place);
            try {
                Kind kind = new Kind(number, table, texts(columns), Math.toIntExact(version));
                kinds.put(number, kind);
                return kind;
            } catch (IllegalArgumentException | ArithmeticException notAKind) {
                throw new RefusedException(Refusal.DAMAGED, Place.name(place), notAKind);
            }
        }
        throw new RefusedException(Refusal.DAMAGED, Place.name(place));
    }

    private static List<String> texts(List<?> columns) {
        List<String> texts = new ArrayList<>(columns.size());
        for (Object column : columns) {
            if (!(column instanceof String text)) {
                throw new IllegalArgumentException("A column without a name");
            }
            texts.add(text);
        }
        return texts;
    }

    Optional<Kind> kind(int number) {
        return Optional.ofNullable(kinds.get(number));
    }

    List<Kind> kinds() {
        return List.copyOf(kinds.values());
    }
}
