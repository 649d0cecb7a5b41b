package org.hearthkey.app.ui.welcome;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import org.hearthkey.app.ui.passphrase.NewPassphrase;
import org.hearthkey.app.ui.task.Background;

/// The two passphrases of a home that was brought back: they differ from each other, and hold none of its names.
final class NewPassphrases {
    /// Which of the new passphrases lacks something.
    record Blocker(Which which, NewPassphrase.Lack lack) {
        enum Which {
            HOME,
            ROOT
        }
    }

    private final NewPassphrase home;
    private final NewPassphrase root;
    private final ObjectBinding<Optional<Blocker>> blocker;

    NewPassphrases(Background background, SecureRandom random) {
        home = new NewPassphrase(background, random);
        root = new NewPassphrase(background, random);
        root.unlike(home.typed());
        blocker = Bindings.createObjectBinding(this::lacking, home.lackProperty(), root.lackProperty());
    }

    NewPassphrase home() {
        return home;
    }

    NewPassphrase root() {
        return root;
    }

    /// What they still lack.
    ObjectBinding<Optional<Blocker>> blockerProperty() {
        return blocker;
    }

    private Optional<Blocker> lacking() {
        return home.lackProperty()
                .get()
                .map(lack -> new Blocker(Blocker.Which.HOME, lack))
                .or(() -> root.lackProperty().get().map(lack -> new Blocker(Blocker.Which.ROOT, lack)));
    }

    /// Names that a thief who has the file tries first.
    void mayNotHold(List<String> names) {
        home.mayNotHold(names);
        root.mayNotHold(names);
    }

    void wipe() {
        home.wipe();
        root.wipe();
    }
}
