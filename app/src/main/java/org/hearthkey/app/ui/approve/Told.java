package org.hearthkey.app.ui.approve;

import java.util.EnumSet;
import java.util.Optional;
import org.hearthkey.app.ui.approve.Verdict.Gap;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.name.DeviceName;

/// What was told of a device so far: by itself, and by the owner.
record Told(Claim claim, ApproveForm form, Choices choices) {
    private static final DeviceName NAMELESS = new DeviceName("New device");

    /// What the owner has still to say, or the device to show.
    EnumSet<Gap> gaps() {
        var gaps = EnumSet.noneOf(Gap.class);
        if (form.deviceName().isEmpty()) {
            gaps.add(Gap.NAME);
        }
        if (form.zoneProperty().get().isEmpty()) {
            gaps.add(Gap.ZONE);
        }
        if (form.particulars().isEmpty()) {
            gaps.add(Gap.PARTICULARS);
        }
        if (claim.request().isEmpty() && form.keySourceProperty().get() == KeySource.DEVICE) {
            gaps.add(Gap.REQUEST);
        }
        return gaps;
    }

    /// The application as far as it was told. What was not told yet is stood in for, so that the key can be looked at from the
    /// first moment on.
    Application application() {
        var zone = form.zoneProperty().get().orElseGet(() -> choices.zones().getFirst());
        var plain = Application.of(form.deviceName().orElse(NAMELESS), zone)
                .particulars(form.particulars().orElse(Particulars.NONE))
                .lasting(form.daysProperty().get())
                .keySource(form.keySourceProperty().get())
                .bootstrapKey(form.bootstrapKeyProperty().get())
                .keptAt(form.keptAtProperty().get().strip())
                .attestation(claim.maker());
        var sure = form.confirm().confirmation().map(plain::confirmation).orElse(plain);
        var labelled = claim.label().map(sure::label).orElse(sure);
        return claim.request().map(labelled::request).orElse(labelled);
    }

    /// What such a device usually proves itself with.
    KeySource usualKeySource() {
        if (claim.isUsuallyPaired()) {
            return KeySource.PAIRING_ONLY;
        }
        var keep = form.keySourceProperty().get() == KeySource.MADE_HERE
                && claim.request().isEmpty()
                && !claim.bindsKey();
        return keep ? KeySource.MADE_HERE : KeySource.DEVICE;
    }

    /// Suggests what the device says where the owner has not said anything.
    void suggest() {
        if (form.nameProperty().get().isBlank()) {
            name().ifPresent(form.nameProperty()::set);
        }
        if (form.typeProperty().get().isBlank()) {
            claim.type().ifPresent(form.typeProperty()::set);
        }
    }

    private Optional<String> name() {
        return claim.name()
                .or(claim::nameOfModel)
                .filter(name -> DeviceName.parse(name).isPresent());
    }
}
