package org.hearthkey.app.ui.settings;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDoor;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.ParallelKind;
import org.hearthkey.core.authority.ParallelRoot;
import org.hearthkey.core.home.ParallelRoots;

/// The experimental parallel root.
public final class ExperimentsViewModel {
    private final ParallelRoots roots;
    private final Background background;
    private final Navigation navigation;
    private final RootDoor door;
    private final ReadOnlyObjectWrapper<Optional<ParallelRoot>> root = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Runnable forget = () -> {};

    public ExperimentsViewModel(HomeContext context) {
        roots = context.home().parallelRoots();
        background = context.background();
        navigation = context.navigation();
        door = context.rootDoor();
    }

    public ReadOnlyObjectProperty<Optional<ParallelRoot>> rootProperty() {
        return root.getReadOnlyProperty();
    }

    /// Why it could not be read the last time.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public void refresh() {
        background.run(
                roots::root,
                read -> {
                    failure.set(Optional.empty());
                    root.set(read);
                },
                cause -> failure.set(Optional.of(cause)));
    }

    /// Makes one that signs with ML-DSA. Asks for the root's secret.
    ///
    /// @param made told on the JavaFX thread
    public RootAct creation(Runnable made) {
        var act = new RootAct(background, door, secret -> roots.create(ParallelKind.ML_DSA_65, secret), () -> {
            navigation.homeChanged();
            refresh();
            made.run();
        });
        forget = act::wipe;
        return act;
    }

    /// Overwrites what is being typed.
    void wipe() {
        forget.run();
    }
}
