package org.hearthkey.app.ui.devices;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.revoke.SignedList;

/// Reads what the pane says about a device. Works on the home's thread.
final class DetailReader {
    private static final int LATEST_DELIVERIES = 20;

    private final Home home;

    DetailReader(Home home) {
        this.home = home;
    }

    /// The device of that name, if it is still there.
    Optional<DeviceDetail> read(DeviceName name, Instant now) {
        return home.devices().find(name).map(device -> detail(device, now));
    }

    private DeviceDetail detail(Device device, Instant now) {
        var list = home.lists().newest(new Role.Zone(device.zone()));
        return new DeviceDetail(
                device,
                device.stateAt(now),
                home.devices().history(device.id()),
                device.certified().map(this::held),
                home.setupCodes().find(device),
                list.flatMap(this::delivered),
                device.certified()
                        .filter(certified -> certified.revoked().isPresent())
                        .map(_ -> home.hubStates().refusal(device)));
    }

    private DeviceDetail.Held held(Credential.Certified certified) {
        return new DeviceDetail.Held(
                certified,
                home.devices().certificate(certified.serial()).orElseThrow(),
                home.issuers().issuer(new Role.Zone(certified.issuer())).certificate());
    }

    private Optional<Instant> delivered(SignedList list) {
        return home.deliveries().newest(LATEST_DELIVERIES).stream()
                .filter(delivery -> !delivery.begun().isBefore(list.thisUpdate()))
                .flatMap(delivery -> delivery.delivered().stream())
                .findFirst();
    }
}
