package org.hearthkey.app.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final int MANY = 100_000;

    private final List<Long> asked = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    private final Pages.Listener listener = new Pages.Listener() {
        @Override
        public void arrived(int from, int to) {
            heard.add(from + " to " + to);
        }

        @Override
        public void failed(Exception cause) {
            heard.add(String.valueOf(cause.getMessage()));
        }
    };

    private List<Long> read(long offset, int limit) {
        asked.add(offset);
        return LongStream.range(offset, Math.min(MANY, offset + limit)).boxed().toList();
    }

    @Test
    void readsOnlyThePageThatIsLookedAt() {
        var pages = new Pages<>(MANY, this::read, new AtOnce(), listener);
        assertEquals(Optional.empty(), pages.at(50_123));
        assertEquals(Optional.of(50_123L), pages.at(50_123));
        assertEquals(Optional.of(50_000L), pages.at(50_000));
        assertEquals(List.of(50_000L), asked);
        assertEquals(List.of("50000 to 50200"), heard);
    }

    @Test
    void asksNobodyForTheFirstRowsIfItHasThem() {
        var pages = new Pages<>(MANY, read(0, Pages.PAGE), this::read, new AtOnce(), listener);
        assertEquals(Optional.of(7L), pages.at(7));
        assertEquals(List.of(0L), asked);
    }

    @Test
    void readsAPageAgainThatItHadToForget() {
        var pages = new Pages<>(MANY, this::read, new AtOnce(), listener);
        for (int index = 0; index < MANY; index += Pages.PAGE) {
            pages.at(index);
        }
        asked.clear();
        pages.at(0);
        assertEquals(Optional.of(0L), pages.at(0));
        assertEquals(List.of(0L), asked);
    }

    @Test
    void asksOnceForAPageThatFails() {
        Pages.Source<Long> broken = (offset, limit) -> {
            asked.add(offset);
            throw new IllegalStateException("no such table");
        };
        var pages = new Pages<>(MANY, broken, new AtOnce(), listener);
        pages.at(1);
        pages.at(2);
        assertEquals(List.of(0L), asked);
        assertEquals(List.of("no such table"), heard);
    }

    @Test
    void hasNoRowBehindAListThatBecameShorter() {
        var pages = new Pages<>(10, (offset, limit) -> List.of(1L, 2L), new AtOnce(), listener);
        pages.at(5);
        assertEquals(Optional.empty(), pages.at(5));
        assertEquals(Optional.of(2L), pages.at(1));
    }
}
