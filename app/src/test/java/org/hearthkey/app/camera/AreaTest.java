package org.hearthkey.app.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AreaTest {
    private static final Frame PICTURE = new Frame(200, 100, new int[20_000]);

    @Test
    void liesBetweenTwoCornersWithinThePicture() {
        assertEquals(Optional.of(new Area(10, 20, 40, 50)), Area.between(50, 70, 10, 20, PICTURE));
        assertEquals(Optional.of(new Area(0, 0, 200, 100)), Area.between(-9, -9, 999, 999, PICTURE));
        assertEquals(Optional.empty(), Area.between(10, 10, 12, 60, PICTURE));
    }

    @Test
    void movesAndGrowsNoFurtherThanThePicture() {
        var area = new Area(10, 20, 40, 50);
        assertEquals(new Area(0, 25, 40, 50), area.moved(-30, 5, PICTURE));
        assertEquals(new Area(160, 50, 40, 50), area.moved(999, 999, PICTURE));
        assertEquals(new Area(10, 20, 190, 80), area.grown(999, 999, PICTURE));
        assertEquals(new Area(10, 20, Area.SMALLEST, Area.SMALLEST), area.grown(-999, -999, PICTURE));
        assertEquals(new Area(83, 33, 33, 33), Area.inTheMiddleOf(PICTURE));
    }

    @Test
    void cutsItsPart() {
        var small = new Frame(3, 2, new int[] {1, 2, 3, 4, 5, 6});
        assertArrayEquals(
                new int[] {2, 3, 5, 6}, small.cut(new Area(1, 0, 2, 2)).argb());
    }
}
