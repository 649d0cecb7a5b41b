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

    /// A run at the floor is 3 passes over 256 MiB.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "262144 | 3 | 4 | 100 | m=262144,t=16,p=4",
                "262144 | 3 | 4 | 500 | m=262144,t=6,p=4",
                "262144 | 3 | 4 | 660 | ''",
                "262144 | 3 | 4 | 9000 | ''",
                "262144 | 10 | 4 | 1000 | ''",
                "262144 | 10 | 4 | 680 | ''",
                "262144 | 10 | 4 | 600 | m=262144,t=16,p=4",
                "262144 | 16 | 4 | 10 | ''",
                "1048576 | 3 | 4 | 300 | m=1048576,t=8,p=4",
                "1048576 | 8 | 8 | 10 | ''",
                "65536 | 3 | 4 | 5000 | m=262144,t=3,p=4",
                "65536 | 3 | 4 | 75 | m=262144,t=10,p=4",
                "65536 | 16 | 4 | 5000 | m=262144,t=16,p=4",
                "262144 | 3 | 1 | 5000 | m=262144,t=3,p=4"
            })
    void isRaisedOnlyWhereItIsWorthAnEntryOrBelowTheFloor(
            int memory, int passes, int lanes, long tookMillis, String raised) {
        var present = new Argon2Cost(memory, passes, lanes);
        assertEquals(
                raised,
                present.raised(Duration.ofMillis(tookMillis))
                        .map(Argon2Cost::text)
                        .orElse(""));
    }

    @Test
    void measuresThisComputerOnce() {
        RememberingArgon2id argon2 = new RememberingArgon2id();
        assertEquals(Argon2Cost.FLOOR.memoryKib(), Argon2Cost.calibrated(argon2).memoryKib());
        assertEquals(1, argon2.askings());
    }
}
