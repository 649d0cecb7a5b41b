package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearthkey.core.deliver.DeliveryException.Reason;
import org.hearthkey.core.drive.Drives;

/// Keeps bundles off the drive that holds the home's file: it will be carried about, and lent to a hub.
///
/// @param file the home's
public record HomesDrive(Path file, Drives drives) {
    void refuse(Path directory) throws DeliveryException {
        if (!Files.isDirectory(directory)) {
            return; // the writer says so
        }
        try {
            if (drives.isWithHome(directory, file)) {
                throw new DeliveryException(Reason.HOLDS_HOME, "The home's file is there too: " + directory);
            }
        } catch (DeliveryException refused) {
            throw refused;
        } catch (IOException gone) {
            throw new DeliveryException(Reason.GONE, gone);
        }
    }
}
