package org.hearthkey.app.ui.zones;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.revoke.SignedList;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;

/// The zones as they are, and a zone that is being added.
public final class ZonesViewModel {
    /// A zone, who is in it, and its newest list.
    public record Shown(Zone zone, long devices, Optional<SignedList> list) {}

    /// How far adding a zone is.
    public sealed interface Adding {
        record Deciding() implements Adding {}

        /// The root is awake; Argon2id takes about a second.
        record Signing() implements Adding {}

        record Refused(Refusal refusal) implements Adding {}

        record Failed(Exception cause) implements Adding {}

        record Added(ZoneName zone) implements Adding {}
    }

    private final Home home;
    private final Background background;
    private final Navigation navigation;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<List<Shown>> zones = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Adding> adding = new ReadOnlyObjectWrapper<>(new Adding.Deciding());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty name = new SimpleStringProperty("");
    private final TypedSecret rootPassphrase = new TypedSecret();

    public ZonesViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
        navigation = context.navigation();
        clock = context.clock();
    }

    public ReadOnlyObjectProperty<List<Shown>> zonesProperty() {
        return zones.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Adding> addingProperty() {
        return adding.getReadOnlyProperty();
    }

    /// Why the zones could not be read the last time.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// The name that is typed for a new zone.
    public StringProperty nameProperty() {
        return name;
    }

    public TypedSecret rootPassphrase() {
        return rootPassphrase;
    }

    public void refresh() {
        background.run(
                this::read,
                read -> {
                    failure.set(Optional.empty());
                    zones.set(read);
                },
                cause -> failure.set(Optional.of(cause)));
    }

    /// The name as a zone would bear it, unless it cannot be one or is taken.
    public Optional<ZoneName> wanted() {
        return ZoneName.parse(name.get().strip().replace(' ', '-'))
                .filter(typed -> zones.get().stream()
                        .noneMatch(shown -> shown.zone().name().equals(typed)));
    }

    /// Begins with empty fields.
    public void begin() {
        name.set("");
        rootPassphrase.wipe();
        adding.set(new Adding.Deciding());
    }

    /// Lets the root sign the new zone's issuer. What was typed is wiped whatever becomes of it.
    public void add() {
        var zone = wanted();
        if (zone.isEmpty() || rootPassphrase.isEmpty() || adding.get() instanceof Adding.Signing) {
            return;
        }
        var typed = rootPassphrase.use(Passphrase::parse);
        rootPassphrase.wipe();
        if (typed.isEmpty()) {
            adding.set(new Adding.Refused(Refusal.WRONG_SECRET));
            return;
        }
        adding.set(new Adding.Signing());
        background.run(
                () -> {
                    try (var passphrase = typed.get()) {
                        return home.addZone(zone.get(), RootSecret.of(passphrase));
                    }
                },
                added -> {
                    adding.set(new Adding.Added(added.name()));
                    navigation.homeChanged();
                },
                cause -> adding.set(
                        cause instanceof RefusedException refused
                                ? new Adding.Refused(refused.refusal())
                                : new Adding.Failed(cause)));
    }

    public void wipe() {
        rootPassphrase.wipe();
    }

    private List<Shown> read() {
        var now = clock.instant();
        return home.issuers().zones().stream()
                .map(zone -> new Shown(
                        zone,
                        home.devices().count(DeviceQuery.all(now).inZone(zone.name())),
                        home.lists().newest(new Role.Zone(zone.name()))))
                .toList();
    }
}
