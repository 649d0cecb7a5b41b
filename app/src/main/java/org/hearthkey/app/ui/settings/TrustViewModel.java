package org.hearthkey.app.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDoor;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.attest.TrustAnchor;
import org.hearthkey.core.home.MakerTrust;

/// The makers whom the owner trusts to vouch for devices. Every change asks for the root's secret.
public final class TrustViewModel {
    private final MakerTrust trust;
    private final Background background;
    private final Navigation navigation;
    private final RootDoor door;
    private final ReadOnlyObjectWrapper<List<TrustAnchor>> anchors = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Runnable forget = () -> {};

    public TrustViewModel(HomeContext context) {
        trust = context.home().makerTrust();
        background = context.background();
        navigation = context.navigation();
        door = context.rootDoor();
    }

    public ReadOnlyObjectProperty<List<TrustAnchor>> anchorsProperty() {
        return anchors.getReadOnlyProperty();
    }

    /// Why the list could not be read the last time.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public void refresh() {
        background.run(
                trust::all,
                all -> {
                    failure.set(Optional.empty());
                    anchors.set(List.copyOf(all));
                },
                cause -> failure.set(Optional.of(cause)));
    }

    /// What files would add to the list.
    public TrustOffer offer(List<Path> files) {
        return new TrustOffer(files, trust, background);
    }

    /// Adds what was offered.
    ///
    /// @param added told on the JavaFX thread
    public RootAct adding(TrustOffer offer, Runnable added) {
        return act(new RootAct(background, door, offer, () -> changed(added)));
    }

    /// Takes a certificate off the list.
    ///
    /// @param removed told on the JavaFX thread
    public RootAct removing(TrustAnchor anchor, Runnable removed) {
        return act(new RootAct(
                background,
                door,
                root -> trust.remove(anchor.certificate().fingerprint(), root),
                () -> changed(removed)));
    }

    private RootAct act(RootAct act) {
        forget = act::wipe;
        return act;
    }

    private void changed(Runnable done) {
        navigation.homeChanged();
        refresh();
        done.run();
    }

    /// Overwrites what is being typed.
    void wipe() {
        forget.run();
    }
}
