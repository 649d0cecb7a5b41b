package org.hearthkey.app.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.hearthkey.app.ui.control.TypedSecret.Selecting;
import org.junit.jupiter.api.Test;

class TypedSecretTest {
    private final TypedSecret secret = new TypedSecret();

    @Test
    void takesLettersAtTheCaret() {
        secret.set("five tulips".toCharArray());
        secret.moveTo(4, Selecting.DROP);
        secret.insert('!');
        assertEquals("five! tulips", text());
        secret.deleteBefore();
        secret.deleteAfter();
        assertEquals("fivetulips", text());
    }

    @Test
    void replacesTheSelection() {
        secret.set("five tulips".toCharArray());
        secret.moveTo(0, Selecting.DROP);
        secret.moveTo(4, Selecting.EXTEND);
        secret.insert('6');
        assertEquals("6 tulips", text());
        secret.selectAll();
        secret.deleteBefore();
        assertTrue(secret.isEmpty());
    }

    @Test
    void movesOverWholeCharacters() {
        secret.insert("a🌷b".toCharArray());
        assertEquals(3, secret.codePoints());
        secret.moveBack(Selecting.DROP);
        secret.deleteBefore();
        assertEquals("ab", text());
    }

    @Test
    void leavesOutControlCharactersOfAPaste() {
        secret.insert("two\nlines\t".toCharArray());
        assertEquals("twolines", text());
    }

    @Test
    void growsUpToItsLimit() {
        var book = new char[5_000];
        Arrays.fill(book, 'x');
        secret.insert(book);
        assertEquals(TypedSecret.LONGEST, secret.length());
    }

    @Test
    void overwritesTheCopyItLent() {
        secret.set("five tulips".toCharArray());
        char[] lent = secret.use(letters -> letters);
        assertEquals("\0".repeat(11), new String(lent));
    }

    @Test
    void forgetsEverythingWhenWiped() {
        secret.set("five tulips".toCharArray());
        int before = secret.revisionProperty().get();
        secret.wipe();
        assertTrue(secret.isEmpty());
        assertTrue(secret.revisionProperty().get() > before);
    }

    @Test
    void knowsWhetherTwoAreTheSame() {
        var other = new TypedSecret();
        secret.set("five tulips".toCharArray());
        other.set("five tulips".toCharArray());
        assertTrue(secret.sameAs(other));
        other.insert('!');
        assertFalse(secret.sameAs(other));
    }

    private String text() {
        return secret.use(String::new);
    }
}
