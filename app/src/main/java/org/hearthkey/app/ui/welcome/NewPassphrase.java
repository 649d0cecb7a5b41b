package org.hearthkey.app.ui.welcome;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.core.secret.Passphrase;

/// A passphrase that is being chosen: typed twice, and looked at with every letter.
public final class NewPassphrase {
    /// What is still missing.
    public enum Lack {
        NOTHING_TYPED,
        TOO_WEAK,
        SAME_AS_OTHER,
        NOT_REPEATED,
        DIFFERS
    }

    private final TypedSecret typed = new TypedSecret();
    private final TypedSecret again = new TypedSecret();
    private final ReadOnlyObjectWrapper<PassphraseReview.Verdict> verdict =
            new ReadOnlyObjectWrapper<>(PassphraseReview.Verdict.NOTHING_TYPED);
    private final ReadOnlyObjectWrapper<Optional<Lack>> lack =
            new ReadOnlyObjectWrapper<>(Optional.of(Lack.NOTHING_TYPED));
    private Optional<NewPassphrase> other = Optional.empty();
    private String homeName = "";

    NewPassphrase() {
        typed.revisionProperty().subscribe(this::review);
        again.revisionProperty().subscribe(this::review);
    }

    public TypedSecret typed() {
        return typed;
    }

    public TypedSecret again() {
        return again;
    }

    public ReadOnlyObjectProperty<PassphraseReview.Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// What keeps it from being used; nothing when it is ready.
    public ReadOnlyObjectProperty<Optional<Lack>> lackProperty() {
        return lack.getReadOnlyProperty();
    }

    /// From now on it must differ from `one`.
    void unlike(NewPassphrase one) {
        other = Optional.of(one);
        one.typed.revisionProperty().subscribe(this::review);
    }

    void homeIsCalled(String name) {
        homeName = name;
        review();
    }

    /// The passphrase, for its one use. The caller closes it.
    ///
    /// @throws IllegalStateException unless nothing is lacking
    Passphrase take() {
        if (lack.get().isPresent()) {
            throw new IllegalStateException(
                    "This passphrase is not ready: " + lack.get().get());
        }
        return typed.use(Passphrase::new);
    }

    void wipe() {
        typed.wipe();
        again.wipe();
    }

    private void review() {
        verdict.set(typed.use(letters -> PassphraseReview.of(letters, homeName)));
        lack.set(lacking());
    }

    private Optional<Lack> lacking() {
        if (typed.isEmpty()) {
            return Optional.of(Lack.NOTHING_TYPED);
        }
        if (!verdict.get().isEnough()) {
            return Optional.of(Lack.TOO_WEAK);
        }
        if (other.filter(one -> one.typed.sameAs(typed)).isPresent()) {
            return Optional.of(Lack.SAME_AS_OTHER);
        }
        if (again.isEmpty()) {
            return Optional.of(Lack.NOT_REPEATED);
        }
        return again.sameAs(typed) ? Optional.empty() : Optional.of(Lack.DIFFERS);
    }
}
