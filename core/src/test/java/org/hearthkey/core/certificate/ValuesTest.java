package org.hearthkey.core.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @Test
    void aSerialNumberHasOneSpelling() {
        var random = new SecureRandom();
        for (int i = 0; i < 100; i++) {
            var serial = SerialNumber.random(random);
            assertEquals(32, serial.hex().length());
            assertEquals(Optional.of(serial), SerialNumber.parse(serial.hex()));
        }
        assertEquals("0".repeat(31) + "1", new SerialNumber(BigInteger.ONE).hex());
        var longest = new SerialNumber(BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE));
        assertEquals(Optional.of(longest), SerialNumber.parse(longest.hex()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "00000000000000000000000000000000",
                "0000000000000000000000000000000A",
                "000000000000000000000000000000001",
                "ffffffffffffffffffffffffffffffffffffffff",
                "-000000000000000000000000000000a"
            })
    void otherTextIsNoSerialNumber(String text) {
        assertEquals(Optional.empty(), SerialNumber.parse(text));
    }

    @Test
    void serialNumbersArePositiveAndFitTwentyOctets() {
        assertThrows(IllegalArgumentException.class, () -> new SerialNumber(BigInteger.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new SerialNumber(BigInteger.ONE.negate()));
        assertThrows(IllegalArgumentException.class, () -> new SerialNumber(BigInteger.ONE.shiftLeft(159)));
    }

    @ParameterizedTest
    @EnumSource
    void aReasonIsReadByItsName(Reason reason) {
        assertEquals(Optional.of(reason), Reason.parse(reason.text()));
        assertEquals(Optional.of(reason), Reason.ofCode(reason.code()));
        assertEquals(Optional.empty(), Reason.parse(reason.name()));
    }

    @Test
    void fullListsRemoveNothing() {
        assertEquals(Optional.empty(), Reason.parse("removeFromCRL"));
        assertEquals(Optional.empty(), Reason.ofCode(8));
    }

    @Test
    void aOneTimePasswordIsDrawnAndWiped() {
        var random = new SecureRandom();
        var password = OneTimePassword.random(random);
        String shown = password.use(String::new);
        assertTrue(shown.matches("([a-km-np-z2-9]{4}-){4}[a-km-np-z2-9]{4}"), shown);
        try (var other = OneTimePassword.random(random)) {
            assertNotEquals(shown, other.<String, RuntimeException>use(String::new));
        }
        password.close();
        assertThrows(IllegalStateException.class, () -> password.use(String::new));
    }
}
