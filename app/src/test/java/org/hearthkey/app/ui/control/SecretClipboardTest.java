package org.hearthkey.app.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretClipboardTest {
    private final FakeClipboard desktop = new FakeClipboard();
    private final SecretClipboard clipboard = desktop.keeper();

    @Test
    void keepsASecretForHalfAMinute() {
        copy("five tulips");
        desktop.pass(Duration.ofSeconds(29));
        assertEquals(Optional.of("five tulips"), desktop.text());
        desktop.pass(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), desktop.text());
    }

    @Test
    void leavesWhatWasCopiedSince() {
        copy("five tulips");
        desktop.put("a shopping list");
        desktop.pass(SecretClipboard.STAYS);
        assertEquals(Optional.of("a shopping list"), desktop.text());
    }

    @Test
    void givesASecondSecretItsOwnHalfMinute() {
        copy("five tulips");
        desktop.pass(Duration.ofSeconds(20));
        copy("six roses");
        desktop.pass(Duration.ofSeconds(20));
        assertEquals(Optional.of("six roses"), desktop.text());
        desktop.pass(Duration.ofSeconds(10));
        assertEquals(Optional.empty(), desktop.text());
    }

    @Test
    void isEmptiedAtOnceWhenToldSo() {
        copy("five tulips");
        clipboard.clear();
        assertEquals(Optional.empty(), desktop.text());
        assertFalse(desktop.isWaiting());
    }

    @Test
    void leavesAClipboardAloneThatItNeverUsed() {
        desktop.put("a shopping list");
        clipboard.clear();
        assertEquals(Optional.of("a shopping list"), desktop.text());
    }

    private void copy(String text) {
        clipboard.copy(text.toCharArray());
    }
}
