package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.sale.HouseContents;
import org.hearthkey.core.sale.PackageOpening;
import org.hearthkey.core.sale.PackageReader;
import org.hearthkey.core.secret.Passphrase;

/// Opens the package of a house for its buyer. Nothing is made before it is open.
public final class ReceiveViewModel {
    /// How far it is.
    public sealed interface State {
        record Asking() implements State {}

        record Opening() implements State {}

        record WrongWords() implements State {}

        record Refused(PackageOpening.Why why) implements State {}

        record Failed(Exception cause) implements State {}

        /// The owner looks at what came. Closed by whoever goes on with it.
        record Opened(HouseContents house) implements State {}
    }

    private final Background background;
    private final Entrance entrance;
    private final PackageReader reader;
    private final TypedSecret words = new TypedSecret();
    private final ObjectProperty<Optional<Path>> file = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Asking());
    private boolean isLeft;

    public ReceiveViewModel(Background background, Entrance entrance, SecureRandom random) {
        this.background = background;
        this.entrance = entrance;
        reader = new PackageReader(random);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The words that came with the package.
    public TypedSecret words() {
        return words;
    }

    /// The package.
    public ObjectProperty<Optional<Path>> fileProperty() {
        return file;
    }

    public BooleanBinding ready() {
        return Bindings.createBooleanBinding(this::isReady, words.revisionProperty(), file, state);
    }

    private boolean isReady() {
        return !words.isEmpty()
                && file.get().isPresent()
                && !(state.get() instanceof State.Opening || state.get() instanceof State.Opened);
    }

    /// Opens the package, or goes on with what came in it.
    public void next() {
        if (state.get() instanceof State.Opened(var house)) {
            state.set(new State.Asking());
            words.wipe();
            entrance.create(house);
        } else if (isReady()) {
            open(file.get().orElseThrow());
        }
    }

    private void open(Path chosen) {
        var typed = words.use(Passphrase::parse);
        if (typed.isEmpty()) {
            state.set(new State.WrongWords());
            return;
        }
        state.set(new State.Opening());
        background.run(
                () -> {
                    try (var passphrase = typed.get()) {
                        return reader.open(chosen, passphrase);
                    }
                },
                this::opened,
                cause -> state.set(new State.Failed(cause)));
    }

    private void opened(PackageOpening opening) {
        switch (opening) {
            case PackageOpening.Opened(var house) when isLeft -> house.close();
            case PackageOpening.Opened(var house) -> state.set(new State.Opened(house));
            case PackageOpening.WrongWords _ -> state.set(new State.WrongWords());
            case PackageOpening.Refused(var why) -> state.set(new State.Refused(why));
        }
    }

    public void leave() {
        wipe();
        entrance.welcome();
    }

    /// Overwrites what was typed, and what came out of the package and was not gone on with.
    public void wipe() {
        isLeft = true;
        words.wipe();
        if (state.get() instanceof State.Opened(var house)) {
            house.close();
            state.set(new State.Asking());
        }
    }
}
