package org.hearthkey.app.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.app.ui.timeline.RowLayout.Spot;
import org.junit.jupiter.api.Test;

class RowLayoutTest {
    private final RowLayout rows = new RowLayout(List.of(2, 3, 0), Set.of());
    private final List<Spot> all = List.of(
            Spot.head(0),
            new Spot(0, 0),
            new Spot(0, 1),
            Spot.head(1),
            new Spot(1, 0),
            new Spot(1, 1),
            new Spot(1, 2),
            Spot.head(2));

    @Test
    void putsRowsBelowTheHeadOfTheirGroup() {
        assertEquals(3 * 28 + 5 * 24, rows.height());
        assertEquals(28 + 24, rows.y(new Spot(0, 1)));
        assertEquals(28 + 2 * 24 + 28, rows.y(new Spot(1, 0)));
    }

    @Test
    void findsEverySpotWhereItPutIt() {
        for (var spot : all) {
            assertEquals(Optional.of(spot), rows.at(rows.y(spot)));
            assertEquals(Optional.of(spot), rows.at(rows.y(spot) + spot.height() - 0.5));
        }
        assertEquals(Optional.empty(), rows.at(rows.height()));
        assertEquals(Optional.empty(), rows.at(-1));
    }

    @Test
    void walksDownAndUpThroughAllOfThem() {
        var down = new ArrayList<Spot>();
        for (var at = Optional.of(Spot.head(0)); at.isPresent(); at = rows.after(at.get())) {
            down.add(at.get());
        }
        assertEquals(all, down);
        var up = new ArrayList<Spot>();
        for (var at = rows.last(); at.isPresent(); at = rows.before(at.get())) {
            up.addFirst(at.get());
        }
        assertEquals(all, up);
    }

    @Test
    void numbersThemFromTheTop() {
        for (int i = 0; i < all.size(); i++) {
            assertEquals(i, rows.index(all.get(i)));
        }
    }

    @Test
    void hidesTheRowsOfAFoldedGroup() {
        var folded = rows.toggled(0);
        assertEquals(Optional.of(Spot.head(1)), folded.after(Spot.head(0)));
        assertEquals(Optional.of(Spot.head(0)), folded.before(Spot.head(1)));
        assertEquals(3 * 28 + 3 * 24, folded.height());
        assertEquals(rows, folded.toggled(0));
    }

    @Test
    void listsOnlyWhatCanBeSeenOfAHundredThousandRows() {
        var many = new RowLayout(List.of(16, 100_000), Set.of());
        var seen = many.between(1_200_000, 1_200_480);
        assertEquals(21, seen.size());
        assertEquals(many.at(1_200_000), Optional.of(seen.getFirst()));
    }
}
