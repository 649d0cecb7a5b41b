package org.hearthkey.app.ui.control;

import java.util.Arrays;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// What is being typed into a passphrase field, with its caret and selection. It lives in one array that is overwritten
/// when it grows, when letters are taken out and when it is wiped. It never becomes a string.
public final class TypedSecret {
    private static final int FIRST_SIZE = 128;
    /// Longer than anybody types, short enough that a pasted book is no burden.
    static final int LONGEST = 1024;

    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private char[] text = new char[FIRST_SIZE];
    private int length;
    private int caret;
    private int anchor;

    /// Goes up with every change of text, caret or selection.
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// Length in UTF-16 units.
    public int length() {
        return length;
    }

    /// Length in characters, as a rule about length counts them.
    public int codePoints() {
        return Character.codePointCount(text, 0, length);
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /// Lends a copy of the letters, which is overwritten when `use` returns.
    public <R> R use(Function<char[], R> use) {
        char[] copy = Arrays.copyOf(text, length);
        try {
            return use.apply(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /// Whether both hold the same letters.
    public boolean sameAs(TypedSecret other) {
        return Arrays.equals(text, 0, length, other.text, 0, other.length);
    }

    /// Replaces everything.
    public void set(char[] letters) {
        anchor = 0;
        caret = length;
        insert(letters);
    }

    /// Overwrites everything.
    public void wipe() {
        Arrays.fill(text, '\0');
        length = 0;
        caret = 0;
        anchor = 0;
        changed();
    }

    /// Puts letters in the place of the selection. Control characters, such as the line break of a paste, are left out.
    void insert(char... letters) {
        removeSelection();
        for (char letter : letters) {
            if (!Character.isISOControl(letter) && length < LONGEST) {
                insertOne(letter);
            }
        }
        anchor = caret;
        changed();
    }

    void deleteBefore() {
        if (anchor == caret) {
            anchor = before(caret);
        }
        removeSelection();
        changed();
    }

    void deleteAfter() {
        if (anchor == caret) {
            anchor = after(caret);
        }
        removeSelection();
        changed();
    }

    /// What happens to the selection when the caret moves.
    enum Selecting {
        DROP,
        EXTEND
    }

    void moveBack(Selecting selecting) {
        moveTo(before(caret), selecting);
    }

    void moveOn(Selecting selecting) {
        moveTo(after(caret), selecting);
    }

    void moveTo(int position, Selecting selecting) {
        caret = Math.clamp(position, 0, length);
        if (selecting == Selecting.DROP) {
            anchor = caret;
        }
        changed();
    }

    void selectAll() {
        anchor = 0;
        caret = length;
        changed();
    }

    int caret() {
        return caret;
    }

    int selectionStart() {
        return Math.min(anchor, caret);
    }

    int selectionEnd() {
        return Math.max(anchor, caret);
    }

    int codePointAt(int index) {
        return Character.codePointAt(text, index, length);
    }

    private void insertOne(char letter) {
        if (length == text.length) {
            char[] larger = Arrays.copyOf(text, Math.min(LONGEST, text.length * 2));
            Arrays.fill(text, '\0');
            text = larger;
        }
        System.arraycopy(text, caret, text, caret + 1, length - caret);
        text[caret++] = letter;
        length++;
    }

    private void removeSelection() {
        int start = selectionStart();
        int end = selectionEnd();
        System.arraycopy(text, end, text, start, length - end);
        Arrays.fill(text, length - (end - start), length, '\0');
        length -= end - start;
        caret = start;
        anchor = start;
    }

    private int before(int position) {
        return position == 0 ? 0 : Character.offsetByCodePoints(text, 0, length, position, -1);
    }

    private int after(int position) {
        return position == length ? length : Character.offsetByCodePoints(text, 0, length, position, 1);
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
