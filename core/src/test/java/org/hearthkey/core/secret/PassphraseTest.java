package org.hearthkey.core.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseTest {
    @ParameterizedTest
    @CsvSource({
        "correct horse, correct horse",
        "'  kept as typed  ', '  kept as typed  '",
        "a\u00a0b\u3000c\u2003d, a b c d",
        "Tu\u0308r, T\u00fcr",
        "\u212bngstr\u00f6m, \u00c5ngstr\u00f6m",
        "CASE stays, CASE stays",
        "\ud83d\udd11 key, \ud83d\udd11 key"
    })
    void isTheSameFromEveryKeyboard(String typed, String prepared) {
        assertEquals(prepared, text(new Passphrase(typed.toCharArray())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there", "nul\0", "c1 \u0085 control", "half a pair \ud83d"})
    void refusesWhatNoPassphraseMayBe(String typed) {
        assertTrue(Passphrase.parse(typed.toCharArray()).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Passphrase(typed.toCharArray()));
    }

    @Test
    void lendsItsLettersAndWipesThem() {
        var seen = new char[1][];
        try (var passphrase = new Passphrase("Grüße 🔑 tulips".toCharArray())) {
            assertEquals("Grüße 🔑 tulips", passphrase.useChars(letters -> {
                seen[0] = letters;
                return new String(letters);
            }));
        }
        assertArrayEquals(new char[seen[0].length], seen[0]);
    }

    @Test
    void isAtMost1024Bytes() {
        assertEquals(1024, new Passphrase("\u00fc".repeat(512).toCharArray()).length());
        assertTrue(Passphrase.parse("\u00fc".repeat(513).toCharArray()).isEmpty());
        assertTrue(Passphrase.parse("x".repeat(1_000_000).toCharArray()).isEmpty());
    }

    @Test
    void leavesWhatWasTypedToTheCaller() {
        char[] typed = "a\u00a0b".toCharArray();
        Passphrase passphrase = new Passphrase(typed);
        assertEquals('\u00a0', typed[1]);
        typed[0] = '\0';
        assertEquals("a b", text(passphrase));
    }

    @Test
    void isWipedWhenClosedAndTellsNothing() {
        Passphrase passphrase = new Passphrase("secret".toCharArray());
        byte[] lent = passphrase.use(bytes -> bytes);
        assertFalse(passphrase.toString().contains("secret"));
        passphrase.close();
        assertEquals("\0\0\0\0\0\0", new String(lent, StandardCharsets.US_ASCII));
        assertThrows(IllegalStateException.class, () -> passphrase.use(bytes -> bytes.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words", "words\n", "words\r\n", "words\nmore", "words\r\r\n"})
    void readsTheFirstLineOfAFile(String contents, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("passphrase"), contents);
        assertEquals("words", text(Passphrase.readFirstLine(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\nwords", "wo\rrds\n"})
    void refusesAFileWhoseFirstLineIsNone(String contents, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("passphrase"), contents);
        IOException refused = assertThrows(IOException.class, () -> Passphrase.readFirstLine(file));
        assertFalse(Objects.requireNonNull(refused.getMessage()).contains("words"));
    }

    @Test
    void refusesAFileThatIsNotUtf8OrTooLong(@TempDir Path directory) throws IOException {
        Path latin = Files.write(directory.resolve("latin"), new byte[] {'T', (byte) 0xfc, 'r'});
        assertThrows(IOException.class, () -> Passphrase.readFirstLine(latin));
        Path endless = Files.writeString(directory.resolve("endless"), "x".repeat(100_000));
        assertThrows(IOException.class, () -> Passphrase.readFirstLine(endless));
    }

    private static String text(Passphrase passphrase) {
        return passphrase.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
