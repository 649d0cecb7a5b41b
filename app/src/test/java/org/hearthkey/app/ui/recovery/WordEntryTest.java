package org.hearthkey.app.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.ShareWords;
import org.junit.jupiter.api.Test;

class WordEntryTest {
    private int completed;
    private final WordEntry entry = new WordEntry(() -> completed++);

    private void type(String letters) {
        entry.letters().set(letters.toCharArray());
    }

    @Test
    void takesAWordAtEachBlank() {
        type("acad");
        assertEquals(0, entry.atProperty().get());
        type("acad ");
        assertEquals("academic", entry.words().getFirst());
        assertEquals(1, entry.atProperty().get());
        assertTrue(entry.letters().isEmpty());
    }

    @Test
    void saysAtOnceThatNoWordBeginsLikeThis() {
        type("ac");
        assertEquals(WordEntry.Trouble.NONE, entry.troubleProperty().get());
        type("acx");
        assertEquals(WordEntry.Trouble.NO_BEGINNING, entry.troubleProperty().get());
    }

    @Test
    void keepsWhatIsNoWordInTheField() {
        type("aca ");
        assertEquals(WordEntry.Trouble.NO_WORD, entry.troubleProperty().get());
        assertEquals(3, entry.letters().length());
        assertEquals("", entry.words().getFirst());
        type("academic");
        entry.enter();
        assertEquals("academic", entry.words().getFirst());
    }

    @Test
    void takesAWholeSheetThatIsPastedAndLetsAnyWordBeTypedAgain() throws ShareException {
        type(String.join(" ", Collections.nCopies(ShareWords.USUAL, "acid")));
        assertEquals(ShareWords.USUAL - 1, entry.atProperty().get());
        entry.enter();
        assertEquals(1, completed);
        entry.goTo(4);
        type("acne ");
        assertEquals(2, completed);
        entry.use(letters -> assertTrue(new String(letters).startsWith("acid acid acid acid acne acid")));
        assertThrows(ShareException.class, () -> entry.use(letters -> ShareWords.read(letters)));
    }

    @Test
    void forgetsAllOfThem() {
        type("acid acne ");
        entry.clear();
        assertEquals(Collections.nCopies(ShareWords.USUAL, ""), entry.words());
        assertEquals(0, entry.atProperty().get());
    }
}
