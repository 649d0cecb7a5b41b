package org.hearthkey.app.ui.task;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A long list of which only the pages that are looked at are read, and only the last ones looked at are kept. Lives on
/// the JavaFX thread.
///
/// @param <T> what a row is
public final class Pages<T> {
    /// How many rows are read at once.
    public static final int PAGE = 200;

    private static final int KEPT = 50;

    private final int size;
    private final Source<T> source;
    private final Background background;
    private final Listener listener;
    private final Set<Integer> asked = new HashSet<>();
    private final Map<Integer, List<T>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<T>> eldest) {
            return size() > KEPT;
        }
    };

    /// @param size how many rows there are
    public Pages(int size, Source<T> source, Background background, Listener listener) {
        this(size, List.of(), source, background, listener);
    }

    /// @param first the first rows, up to [#PAGE] of them, where they were read already
    public Pages(int size, List<T> first, Source<T> source, Background background, Listener listener) {
        this.size = size;
        this.source = source;
        this.background = background;
        this.listener = listener;
        if (!first.isEmpty()) {
            pages.put(0, first);
        }
    }

    /// Reads rows `offset`, `offset + 1`, …, at most `limit` of them. Called on the home's thread.
    @FunctionalInterface
    public interface Source<T> {
        List<T> read(long offset, int limit);
    }

    /// Is told how reading goes, on the JavaFX thread.
    public interface Listener {
        /// The rows from `from` up to but without `to` are there now.
        void arrived(int from, int to);

        void failed(Exception cause);
    }

    public int size() {
        return size;
    }

    /// The row at `index`, if it was read. If not, its page is asked for.
    public Optional<T> at(int index) {
        var page = Optional.ofNullable(pages.get(index / PAGE));
        if (page.isEmpty()) {
            ask(index / PAGE);
        }
        return page.filter(rows -> index % PAGE < rows.size()).map(rows -> rows.get(index % PAGE));
    }

    /// A page that failed is not asked for again: whoever shows it says so, and offers to read the list anew.
    private void ask(int number) {
        if (asked.add(number)) {
            Consumer<List<T>> arrived = rows -> {
                asked.remove(number);
                pages.put(number, rows);
                listener.arrived(number * PAGE, number * PAGE + rows.size());
            };
            background.run(() -> source.read((long) number * PAGE, PAGE), arrived, listener::failed);
        }
    }
}
