package org.hearthkey.core.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SecretCharsTest {
    private final char[] letters = {'t', 'u', 'l', 'i', 'p'};
    private final SecretChars secret = SecretChars.owning(letters);

    @Test
    void lendsItsLetters() {
        assertEquals("tulip", secret.use(String::new));
    }

    @Test
    void overwritesThemWhenClosedAndLendsNothingAfterwards() {
        secret.close();
        assertArrayEquals(new char[5], letters);
        assertThrows(IllegalStateException.class, () -> secret.use(String::new));
    }

    @Test
    void printsNothing() {
        assertEquals("SecretChars", secret.toString());
    }
}
