package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hearthkey.app.preference.WindowPlace;
import org.junit.jupiter.api.Test;

class PlacingTest {
    private static final WindowPlace LAPTOP = new WindowPlace(0, 27, 1920, 1053);
    private static final WindowPlace BESIDE = new WindowPlace(1920, 0, 2560, 1440);
    private static final WindowPlace SMALL = new WindowPlace(0, 0, 1024, 700);

    private static WindowPlace place(WindowPlace before, WindowPlace... screens) {
        return new Placing(List.of(screens)).place(Optional.of(before));
    }

    @Test
    void opensInTheMiddleOfTheMainScreenAtFirst() {
        var placing = new Placing(List.of(LAPTOP, BESIDE));
        assertEquals(new WindowPlace(320, 153, 1280, 800), placing.place(Optional.empty()));
    }

    @Test
    void takesNoMoreThanASmallScreenHas() {
        assertEquals(SMALL, new Placing(List.of(SMALL)).place(Optional.empty()));
        assertEquals(SMALL, place(new WindowPlace(300, 200, 1280, 800), SMALL));
        assertEquals(new WindowPlace(0, 0, 800, 600), new Placing(List.of(new WindowPlace(0, 0, 800, 600))).smallest());
    }

    @Test
    void opensWhereItWas() {
        var before = new WindowPlace(2000, 100, 1400, 900);
        assertEquals(before, place(before, LAPTOP, BESIDE));
    }

    @Test
    void comesBackFromAScreenThatIsGone() {
        assertEquals(new WindowPlace(320, 153, 1280, 800), place(new WindowPlace(2000, 100, 1400, 900), LAPTOP));
    }

    @Test
    void comesInFromTheEdgeOfItsScreen() {
        assertEquals(new WindowPlace(640, 280, 1280, 800), place(new WindowPlace(1500, 900, 1280, 800), LAPTOP));
        assertEquals(new WindowPlace(0, 27, 1280, 800), place(new WindowPlace(-400, -20, 1280, 800), LAPTOP));
    }

    @Test
    void liesOnOneScreenWhateverWasRemembered() {
        var random = new Random(7);
        var screens = List.of(LAPTOP, BESIDE, SMALL);
        for (int i = 0; i < 2000; i++) {
            var before = new WindowPlace(
                    random.nextInt(-99_999, 99_999),
                    random.nextInt(-9999, 9999),
                    random.nextInt(99_999),
                    random.nextInt(99_999));
            var now = new Placing(screens).place(Optional.of(before));
            assertTrue(screens.stream().anyMatch(screen -> isWithin(now, screen)), before::toString);
        }
    }

    private static boolean isWithin(WindowPlace place, WindowPlace screen) {
        return place.x() >= screen.x()
                && place.y() >= screen.y()
                && place.x() + place.width() <= screen.x() + screen.width()
                && place.y() + place.height() <= screen.y() + screen.height();
    }

    @Test
    void wantsAScreen() {
        assertThrows(IllegalArgumentException.class, () -> new Placing(List.of()));
    }
}
