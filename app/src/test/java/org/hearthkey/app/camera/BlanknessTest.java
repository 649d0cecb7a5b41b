package org.hearthkey.app.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlanknessTest {
    private final Blankness blankness = new Blankness();
    private final Random random = new Random(4);

    private Frame frame(int shade, int noise) {
        var argb = new int[64 * 48];
        Arrays.setAll(argb, _ -> 0xFF000000 | 0x010101 * (shade + random.nextInt(noise + 1)));
        return new Frame(64, 48, argb);
    }

    private long until(int shade, int noise) {
        long seen = 1;
        while (!blankness.lasts(frame(shade, noise))) {
            seen++;
            assertTrue(seen < 1000);
        }
        return seen;
    }

    @Test
    void aCoveredLensIsSaidAfterAWhile() {
        assertEquals(Blankness.ENOUGH, until(0, 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 130, 255})
    void aProgramThatSendsOneColorShowsNothing(int shade) {
        assertEquals(Blankness.ENOUGH, until(shade, 0));
    }

    @Test
    void oneGoodPictureEndsIt() {
        until(0, 10);
        assertFalse(blankness.lasts(frame(60, 100)));
        assertEquals(Blankness.ENOUGH, until(0, 10));
    }

    @Test
    void aWallIsSomething() {
        for (int i = 0; i < 3 * Blankness.ENOUGH; i++) {
            assertFalse(blankness.lasts(frame(200, 12)));
        }
    }
}
