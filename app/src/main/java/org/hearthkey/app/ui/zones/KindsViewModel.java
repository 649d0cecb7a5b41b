package org.hearthkey.app.ui.zones;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDoor;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.device.NamedProfile;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.ProfileUse;
import org.hearthkey.core.name.ZoneName;

/// The kinds of key that devices may have, with the devices that have them.
public final class KindsViewModel {
    /// What was read last.
    ///
    /// @param uses every kind, in a steady order
    /// @param zones all of the home
    public record Kinds(List<ProfileUse> uses, List<ZoneName> zones) {
        public Kinds {
            uses = List.copyOf(uses);
            zones = List.copyOf(zones);
        }
    }

    private final Home home;
    private final Background background;
    private final Navigation navigation;
    private final RootDoor door;
    private final ReadOnlyObjectWrapper<Kinds> kinds = new ReadOnlyObjectWrapper<>(new Kinds(List.of(), List.of()));
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Runnable forget = () -> {};

    public KindsViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
        navigation = context.navigation();
        door = context.rootDoor();
    }

    public ReadOnlyObjectProperty<Kinds> kindsProperty() {
        return kinds.getReadOnlyProperty();
    }

    /// Why they could not be read the last time.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public void refresh() {
        background.run(
                () -> new Kinds(
                        home.keyProfiles().uses(),
                        home.issuers().zones().stream().map(Zone::name).toList()),
                read -> {
                    failure.set(Optional.empty());
                    kinds.set(read);
                },
                cause -> failure.set(Optional.of(cause)));
    }

    /// Other zones for keys of this kind. Begins with those that hold.
    public KindChange change(NamedProfile profile) {
        return new KindChange(profile, kinds.get().zones());
    }

    /// Sets the zones that were chosen. Asks for the root's secret.
    ///
    /// @param changed told on the JavaFX thread
    public RootAct act(KindChange change, Runnable changed) {
        var asked = new RootAct.Plain(change.lack().map(Optional::isEmpty), () -> {
            var wanted = change.wanted();
            return RootAct.Work.of(root -> home.keyProfiles().setZones(change.profile(), wanted, root));
        });
        var act = new RootAct(background, door, asked, () -> {
            navigation.homeChanged();
            refresh();
            changed.run();
        });
        forget = act::wipe;
        return act;
    }

    /// Overwrites what is being typed.
    void wipe() {
        forget.run();
    }
}
