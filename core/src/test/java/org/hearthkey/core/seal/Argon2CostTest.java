package org.hearthkey.core.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2CostTest {
    @ParameterizedTest
    @CsvSource({
        "65536, 3, 4, true",
        "65535, 3, 4, false",
        "1048576, 8, 8, true",
        "1048576, 9, 8, false",
        "1048577, 3, 4, false",
        "524288, 16, 1, true",
        "524288, 17, 1, false",
        "65536, 2, 4, false",
        "65536, 3, 0, false",
        "65536, 3, 9, false",
        "9223372036854775807, 3, 4, false",
        "-1, 3, 4, false"
    })
    void keepsToTheFormatsBounds(long memory, long passes, long lanes, boolean allowed) {
        assertEquals(allowed, Argon2Cost.isAllowed(memory, passes, lanes));
    }

    @Test
    void refusesToBeOutOfBounds() {
        assertThrows(IllegalArgumentException.class, () -> new Argon2Cost(1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"30, 16", "300, 10", "600, 5", "1000, 3", "20000, 3"})
    void risesToAboutOneSecondAndNeverBelowTheFloor(long floorTookMillis, int passes) {
        assertEquals(new Argon2Cost(262_144, passes, 4), Argon2Cost.forOneSecond(Duration.ofMillis(floorTookMillis)));
    }

    @Test
    void measuresThisComputerOnce() {
        RememberingArgon2id argon2 = new RememberingArgon2id();
        assertEquals(Argon2Cost.FLOOR.memoryKib(), Argon2Cost.calibrated(argon2).memoryKib());
        assertEquals(1, argon2.askings());
    }
}
