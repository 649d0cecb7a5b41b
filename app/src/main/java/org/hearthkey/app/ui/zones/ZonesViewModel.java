package org.hearthkey.app.ui.zones;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDoor;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.Intermediate;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Withdrawn;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.revoke.SignedList;

/// The zones as they are, and a name for another.
public final class ZonesViewModel {
    /// A zone, who is in it, its newest list, and what it asks of devices that join it.
    ///
    /// @param certified how many devices hold a certificate of it
    /// @param withdrawn when the root took its issuer back, where no other was made since
    public record Shown(
            Zone zone,
            long devices,
            long certified,
            Optional<SignedList> list,
            ZoneRules rules,
            Optional<Instant> withdrawn) {}

    /// Why a name cannot be a new zone's.
    public enum Lack {
        NOTHING_TYPED,
        NO_NAME,
        TAKEN
    }

    private final Home home;
    private final Background background;
    private final Navigation navigation;
    private final InstantSource clock;
    private final RootDoor door;
    private final ReadOnlyObjectWrapper<List<Shown>> zones = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<ZoneName> intermediates = new HashSet<>();
    private final StringProperty name = new SimpleStringProperty("");
    private Runnable forget = () -> {};

    public ZonesViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
        navigation = context.navigation();
        clock = context.clock();
        door = context.rootDoor();
    }

    public ReadOnlyObjectProperty<List<Shown>> zonesProperty() {
        return zones.getReadOnlyProperty();
    }

    /// Why the zones could not be read the last time.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// The name that is typed for a new zone.
    public StringProperty nameProperty() {
        return name;
    }

    public void refresh() {
        background.run(
                this::read,
                read -> {
                    failure.set(Optional.empty());
                    intermediates.clear();
                    intermediates.addAll(read.intermediates());
                    zones.set(read.zones());
                },
                cause -> failure.set(Optional.of(cause)));
    }

    /// The name as a zone would bear it, unless it cannot be one or is taken.
    public Optional<ZoneName> wanted() {
        return wanted(name.get());
    }

    private Optional<ZoneName> wanted(String typed) {
        return parsed(typed).filter(this::isFree);
    }

    private static Optional<ZoneName> parsed(String typed) {
        return ZoneName.parse(typed.strip().replace(' ', '-'));
    }

    private boolean isFree(ZoneName typed) {
        return !intermediates.contains(typed)
                && zones.get().stream().noneMatch(shown -> shown.zone().name().equals(typed));
    }

    /// What keeps the name from being a new zone's; nothing if it can be one.
    public ObservableValue<Optional<Lack>> lack() {
        return name.map(typed -> {
            if (typed.isBlank()) {
                return Optional.of(Lack.NOTHING_TYPED);
            }
            var parsed = parsed(typed);
            if (parsed.isEmpty()) {
                return Optional.of(Lack.NO_NAME);
            }
            return parsed.filter(this::isFree).isPresent() ? Optional.empty() : Optional.of(Lack.TAKEN);
        });
    }

    /// Lets the root sign the issuer of a zone of that name. Begins with an empty field.
    ///
    /// @param added told on the JavaFX thread
    public RootAct addition(Consumer<ZoneName> added) {
        name.set("");
        var asked = new RootAct.Plain(name.map(typed -> wanted(typed).isPresent()), () -> {
            var zone = wanted().orElseThrow();
            return RootAct.Work.of(root -> {
                home.addZone(zone, root);
                background.tell(() -> added.accept(zone));
            });
        });
        var act = new RootAct(background, door, asked, navigation::homeChanged);
        forget = act::wipe;
        return act;
    }

    /// Other rules for this zone. Begins with those that hold.
    public RulesChange change(Shown zone) {
        return new RulesChange(home.zoneRulings(), zone.zone().name(), zone.rules(), background);
    }

    /// Lets the root set the rules that were chosen.
    ///
    /// @param changed told on the JavaFX thread
    public RootAct act(RulesChange change, Runnable changed) {
        return act(
                change.ready(),
                () -> {
                    var wanted = change.wanted();
                    return (root, _) -> change.set(wanted, root);
                },
                changed);
    }

    /// Lets the root take the zone's issuer back.
    ///
    /// @param word what is typed first
    /// @param done told on the JavaFX thread
    RootAct withdrawal(Shown zone, TypedWord word, Runnable done) {
        var name = zone.zone().name();
        return act(
                word.isTyped(),
                () -> RootAct.Work.of(root -> home.withdrawals().withdraw(name, Reason.KEY_COMPROMISE, root)),
                done);
    }

    /// Lets the root make a new issuer in the place of the one that was taken back.
    ///
    /// @param done told on the JavaFX thread
    RootAct reissue(Shown zone, Runnable done) {
        var name = zone.zone().name();
        return act(
                new SimpleBooleanProperty(true),
                () -> RootAct.Work.of(root -> home.reissues().zone(name, root)),
                done);
    }

    private RootAct act(ObservableValue<Boolean> ready, Supplier<RootAct.Work> work, Runnable done) {
        var act = new RootAct(background, door, new RootAct.Plain(ready, work), () -> {
            navigation.homeChanged();
            done.run();
        });
        forget = act::wipe;
        return act;
    }

    /// Overwrites what is being typed.
    public void wipe() {
        forget.run();
    }

    private record Read(List<Shown> zones, List<ZoneName> intermediates) {}

    private Read read() {
        return new Read(
                shown(),
                home.intermediates().all().stream().map(Intermediate::name).toList());
    }

    private List<Shown> shown() {
        var now = clock.instant();
        return home.issuers().zones().stream()
                .map(zone -> new Shown(
                        zone,
                        home.devices().count(DeviceQuery.all(now).inZone(zone.name())),
                        home.withdrawals().hits(zone.name()),
                        home.lists().newest(new Role.Zone(zone.name())),
                        home.zoneRulings().rules(zone.name()),
                        home.issuers().withdrawn(zone.name()).map(Withdrawn::at)))
                .toList();
    }
}
