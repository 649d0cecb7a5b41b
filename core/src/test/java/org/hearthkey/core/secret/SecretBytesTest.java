package org.hearthkey.core.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SecretBytesTest {
    @Test
    void lendsWhatItOwnsAndWipesIt() {
        byte[] bytes = {1, 2, 3};
        try (SecretBytes secret = SecretBytes.owning(bytes)) {
            int length = secret.length();
            assertEquals(3, length);
            int second = secret.use(lent -> (int) lent[1]);
            assertEquals(2, second);
            assertEquals("SecretBytes", secret.toString());
        }
        assertArrayEquals(new byte[3], bytes);
    }

    @Test
    void isWipedWhenTheWorkThrows() {
        byte[] bytes = {1, 2, 3};
        assertThrows(IllegalArgumentException.class, () -> {
            try (SecretBytes secret = SecretBytes.owning(bytes)) {
                secret.use(lent -> {
                    throw new IllegalArgumentException();
                });
            }
        });
        assertArrayEquals(new byte[3], bytes);
    }

    @Test
    void lendsNothingOnceClosed() {
        SecretBytes secret = SecretBytes.owning(new byte[1]);
        secret.close();
        assertThrows(IllegalStateException.class, () -> secret.use(lent -> lent.length));
    }
}
