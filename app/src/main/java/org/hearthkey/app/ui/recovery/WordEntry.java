package org.hearthkey.app.ui.recovery;

import java.util.Arrays;
import java.util.Collections;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.ShareWords;
import org.hearthkey.core.recovery.WordList;

/// The words of one sheet, as they are typed one after the other. Each is checked as it comes, and none is ever suggested:
/// a guess that fits is worse than a word that is missing.
final class WordEntry {
    /// What is wrong with what stands in the field.
    enum Trouble {
        NONE,
        /// No word begins like this.
        NO_BEGINNING,
        /// It was given as a word, and is none.
        NO_WORD
    }

    /// Takes all words, which are overwritten afterwards.
    @FunctionalInterface
    interface Taker {
        void take(char[] letters) throws ShareException;
    }

    private final Runnable complete;
    private final TypedSecret letters = new TypedSecret();
    private final ObservableList<String> words =
            FXCollections.observableArrayList(Collections.nCopies(ShareWords.USUAL, ""));
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Trouble> trouble = new ReadOnlyObjectWrapper<>(Trouble.NONE);
    private boolean moving;

    /// @param complete told when the last word that was missing has come
    WordEntry(Runnable complete) {
        this.complete = complete;
        letters.revisionProperty().subscribe(this::look);
    }

    /// What stands in the field.
    TypedSecret letters() {
        return letters;
    }

    /// Those that have come, each the list's own; empty where one is missing.
    ObservableList<String> words() {
        return FXCollections.unmodifiableObservableList(words);
    }

    /// Which word is typed, counted from 0.
    ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Goes to a word, to type it or to type it again.
    void goTo(int index) {
        at.set(index);
        replace();
    }

    /// Takes what stands in the field as the word.
    void enter() {
        if (!letters.isEmpty() && letters.use(this::accept)) {
            replace();
            next();
        }
    }

    private boolean accept(char[] word) {
        var known = WordList.whole(word);
        known.ifPresent(whole -> words.set(at.get(), whole));
        trouble.set(known.isPresent() ? Trouble.NONE : Trouble.NO_WORD);
        return known.isPresent();
    }

    private void next() {
        for (int i = 1; i <= words.size(); i++) {
            int index = (at.get() + i) % words.size();
            if (words.get(index).isEmpty()) {
                at.set(index);
                return;
            }
        }
        complete.run();
    }

    /// A blank ends a word; what was pasted or scanned has many.
    private void look() {
        if (moving) {
            return;
        }
        trouble.set(Trouble.NONE);
        while (letters.use(typed -> blank(typed)) >= 0) {
            char[] rest = letters.use(typed -> Arrays.copyOfRange(typed, blank(typed) + 1, typed.length));
            char[] word = letters.use(typed -> Arrays.copyOf(typed, blank(typed)));
            put(word);
            boolean isGood = word.length == 0 || accept(word);
            if (isGood) {
                put(rest);
                if (word.length > 0) {
                    next();
                }
            }
            Arrays.fill(word, '\0');
            Arrays.fill(rest, '\0');
            if (!isGood) {
                return;
            }
        }
        if (!letters.isEmpty() && !letters.use(WordList::canBegin)) {
            trouble.set(Trouble.NO_BEGINNING);
        }
    }

    private static int blank(char[] typed) {
        for (int i = 0; i < typed.length; i++) {
            if (Character.isWhitespace(typed[i])) {
                return i;
            }
        }
        return -1;
    }

    private void put(char[] typed) {
        moving = true;
        letters.set(typed);
        moving = false;
    }

    private void replace() {
        moving = true;
        letters.wipe();
        moving = false;
        trouble.set(Trouble.NONE);
    }

    /// Lends all words that have come, in order.
    ///
    /// @throws ShareException as `taker` does
    void use(Taker taker) throws ShareException {
        var all = new char[ShareWords.USUAL * (WordList.LONGEST + 1)];
        try {
            int end = 0;
            for (var word : words) {
                word.getChars(0, word.length(), all, end);
                end += word.length();
                all[end++] = ' ';
            }
            taker.take(all);
        } finally {
            Arrays.fill(all, '\0');
        }
    }

    /// Forgets all of them.
    void clear() {
        replace();
        Collections.fill(words, "");
        at.set(0);
    }
}
