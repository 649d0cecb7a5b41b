package org.hearthkey.app.ui.approve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.device.DeviceListing;
import org.hearthkey.core.device.WaitingDevice;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.scan.Scan;

/// A device that came with the house and is to be set up again: what the seller said of it, and the code from its box.
record SetUpAgain(DeviceListing listing, Optional<Code> code) {
    /// On the home's thread.
    static Optional<SetUpAgain> find(Home home, String name) {
        return DeviceName.parse(name)
                .flatMap(home.waitingDevices()::find)
                .map(device ->
                        new SetUpAgain(device.listing(), device.kind().flatMap(kind -> read(home, device, kind))));
    }

    private static Optional<Code> read(Home home, WaitingDevice device, String kind) {
        try (var text = home.waitingDevices().openCode(device)) {
            // Whoever reads codes takes a String. It is let go of with the claim.
            var scan = text.use(bytes -> {
                var letters = new String(bytes, UTF_8);
                return CodeReader.kinds().contains(kind) ? CodeReader.read(letters, kind) : CodeReader.read(letters);
            });
            return scan instanceof Scan.Read(var code) ? Optional.of(code) : Optional.empty();
        }
    }

    /// As if it had been scanned just now.
    List<Found> found() {
        return code.<Found>map(read -> new Found.Label("", read)).stream().toList();
    }

    /// Says of it what the seller said, where this home has that zone.
    void fill(ApproveForm form, Choices choices) {
        form.nameProperty().set(listing.name().text());
        form.typeProperty().set(listing.type());
        form.roomProperty().set(listing.location());
        if (choices.zones().contains(listing.zone())) {
            form.zoneProperty().set(Optional.of(listing.zone()));
        }
    }
}
