package org.hearthkey.app.ui.passphrase;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.passphrase.Diceware;
import org.hearthkey.app.passphrase.PassphraseReview;
import org.hearthkey.app.passphrase.Verdict;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretChars;

/// A passphrase that is being chosen: typed twice, and looked at with every letter.
public final class NewPassphrase {
    /// What is still missing.
    public enum Lack {
        NOTHING_TYPED,
        NOT_JUDGED,
        TOO_WEAK,
        SAME_AS_OTHER,
        NOT_REPEATED,
        DIFFERS
    }

    private final Background background;
    private final SecureRandom random;
    private final TypedSecret typed = new TypedSecret();
    private final TypedSecret again = new TypedSecret();
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(Verdict.NOTHING_TYPED);
    private final ReadOnlyObjectWrapper<Optional<Lack>> lack =
            new ReadOnlyObjectWrapper<>(Optional.of(Lack.NOTHING_TYPED));
    private Optional<TypedSecret> other = Optional.empty();
    private List<String> known = List.of();
    private long changes;
    private long judged;
    private boolean judging;

    /// @param background where it is judged: that takes some milliseconds, and the first time half a second
    /// @param random what suggestions are drawn with
    public NewPassphrase(Background background, SecureRandom random) {
        this.background = background;
        this.random = random;
        typed.revisionProperty().subscribe(this::changed);
        again.revisionProperty().subscribe(this::compare);
    }

    public TypedSecret typed() {
        return typed;
    }

    public TypedSecret again() {
        return again;
    }

    /// Of what was typed when it was last judged.
    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// What keeps it from being used; nothing when it is ready.
    public ReadOnlyObjectProperty<Optional<Lack>> lackProperty() {
        return lack.getReadOnlyProperty();
    }

    /// From now on it must differ from `one`.
    public void unlike(TypedSecret one) {
        other = Optional.of(one);
        one.revisionProperty().subscribe(this::compare);
    }

    /// Names that a thief who has the file tries first.
    public void mayNotHold(List<String> names) {
        known = List.copyOf(names);
        changed();
    }

    /// Fills both fields with words drawn by chance. If there is no list of words, the fields stay as they are.
    public void suggest() {
        background.run(
                () -> Diceware.read().suggest(Diceware.FEWEST_WORDS, random),
                suggestion -> {
                    try (suggestion) {
                        fill(suggestion);
                    }
                },
                _ -> {});
    }

    private void fill(SecretChars letters) {
        letters.use(characters -> {
            typed.set(characters);
            again.set(characters);
            return characters.length;
        });
    }

    /// The passphrase, for its one use. The caller closes it.
    ///
    /// @throws IllegalStateException unless nothing is lacking
    public Passphrase take() {
        if (lack.get().isPresent()) {
            throw new IllegalStateException(
                    "This passphrase is not ready: " + lack.get().get());
        }
        return typed.use(Passphrase::new);
    }

    public void wipe() {
        typed.wipe();
        again.wipe();
    }

    private void changed() {
        changes++;
        if (typed.isEmpty()) {
            judged(changes, Verdict.NOTHING_TYPED);
        } else if (!judging) {
            judge();
        }
        compare();
    }

    /// One at a time: what is typed meanwhile is judged once, as it then is.
    private void judge() {
        judging = true;
        long asked = changes;
        var context = known;
        char[] letters = typed.use(char[]::clone);
        background.run(
                () -> {
                    try {
                        return new PassphraseReview(context).of(letters);
                    } finally {
                        Arrays.fill(letters, '\0');
                    }
                },
                found -> answered(asked, found),
                _ -> answered(asked, Verdict.UNJUDGED));
    }

    private void answered(long asked, Verdict found) {
        judging = false;
        if (asked == changes) {
            judged(asked, found);
        } else if (judged != changes) {
            judge();
        }
    }

    private void judged(long asked, Verdict found) {
        judged = asked;
        verdict.set(found);
        compare();
    }

    private void compare() {
        lack.set(lacking());
    }

    private Optional<Lack> lacking() {
        if (typed.isEmpty()) {
            return Optional.of(Lack.NOTHING_TYPED);
        }
        if (judged != changes) {
            return Optional.of(Lack.NOT_JUDGED);
        }
        if (!verdict.get().isEnough()) {
            return Optional.of(Lack.TOO_WEAK);
        }
        if (other.filter(one -> one.sameAs(typed)).isPresent()) {
            return Optional.of(Lack.SAME_AS_OTHER);
        }
        if (again.isEmpty()) {
            return Optional.of(Lack.NOT_REPEATED);
        }
        return again.sameAs(typed) ? Optional.empty() : Optional.of(Lack.DIFFERS);
    }
}
