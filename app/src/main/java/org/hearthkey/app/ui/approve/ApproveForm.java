package org.hearthkey.app.ui.approve;

import java.security.SecureRandom;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hearthkey.app.ui.confirm.ConfirmForm;
import org.hearthkey.core.approve.BootstrapKey;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;

/// What the owner says about a device that asks to be let in.
public final class ApproveForm {
    private static final int LONGEST_PLACE = 64;

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty type = new SimpleStringProperty("");
    private final StringProperty owner = new SimpleStringProperty("");
    private final StringProperty room = new SimpleStringProperty("");
    private final ObjectProperty<Optional<ZoneName>> zone = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Integer> days = new SimpleObjectProperty<>(Lifetimes.DEVICE_DAYS);
    private final ObjectProperty<KeySource> keySource = new SimpleObjectProperty<>(KeySource.DEVICE);
    private final ObjectProperty<BootstrapKey> bootstrapKey =
            new SimpleObjectProperty<>(BootstrapKey.BOOTSTRAPPING_ONLY);

    private final StringProperty keptAt = new SimpleStringProperty("");
    private final ConfirmForm confirm;

    /// @param random draws digits to compare
    ApproveForm(SecureRandom random) {
        confirm = new ConfirmForm(random);
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty typeProperty() {
        return type;
    }

    public StringProperty ownerProperty() {
        return owner;
    }

    public StringProperty roomProperty() {
        return room;
    }

    public ObjectProperty<Optional<ZoneName>> zoneProperty() {
        return zone;
    }

    /// How long the certificate lasts.
    public ObjectProperty<Integer> daysProperty() {
        return days;
    }

    public ObjectProperty<KeySource> keySourceProperty() {
        return keySource;
    }

    public ObjectProperty<BootstrapKey> bootstrapKeyProperty() {
        return bootstrapKey;
    }

    /// Where the code of a device that is only paired is written down.
    public StringProperty keptAtProperty() {
        return keptAt;
    }

    /// How the owner makes sure that it is the device in front of them.
    public ConfirmForm confirm() {
        return confirm;
    }

    /// Calls `changed` whenever the owner says something else.
    void onChange(Runnable changed) {
        name.subscribe(changed);
        type.subscribe(changed);
        owner.subscribe(changed);
        room.subscribe(changed);
        zone.subscribe(changed);
        days.subscribe(changed);
        keySource.subscribe(changed);
        bootstrapKey.subscribe(changed);
        keptAt.subscribe(changed);
        confirm.onChange(changed);
    }

    Optional<DeviceName> deviceName() {
        return DeviceName.parse(name.get());
    }

    /// What was told, if it can be kept.
    Optional<Particulars> particulars() {
        if (keptAt.get().length() > LONGEST_PLACE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Particulars(type.get(), owner.get(), room.get()));
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    void clear() {
        name.set("");
        type.set("");
        owner.set("");
        room.set("");
        zone.set(Optional.empty());
        days.set(Lifetimes.DEVICE_DAYS);
        keySource.set(KeySource.DEVICE);
        bootstrapKey.set(BootstrapKey.BOOTSTRAPPING_ONLY);
        keptAt.set("");
        confirm.clear();
    }
}
