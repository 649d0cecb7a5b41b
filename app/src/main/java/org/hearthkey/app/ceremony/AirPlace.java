package org.hearthkey.app.ceremony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.ceremony.Air;
import org.hearthkey.core.ceremony.AirCheck;
import org.hearthkey.core.ceremony.AirFinding;
import org.hearthkey.core.drive.DriveFinder;
import org.hearthkey.core.drive.FoundDrive;
import org.hearthkey.core.drive.Offer;

/// Puts together what the check of the air looks at.
///
/// @param air the computer around the program
/// @param drives the drives of this computer
public record AirPlace(Air air, DriveFinder drives) {
    /// What speaks against waking the root now, of the home in `home` or one that will be there.
    ///
    /// @param newest the time of the newest entry of its journal
    /// @throws IOException if the system does not let itself be read
    public List<AirFinding> look(Path home, Instant now, Optional<Instant> newest) throws IOException {
        var folder = existing(home);
        var place = new AirCheck.Place(now, newest, Files.getFileStore(folder).getUsableSpace(), removable(home));
        return AirCheck.review(air.look(), place);
    }

    /// The folder that is there and in which the home lies, or will.
    private static Path existing(Path home) {
        var folder = home.toAbsolutePath();
        while (Files.notExists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }

    private List<String> removable(Path home) throws IOException {
        var carried = drives.offers(Optional.empty(), 0).stream()
                .map(Offer::drive)
                .filter(drive -> drive.kind() == FoundDrive.Kind.REMOVABLE)
                .map(FoundDrive::folder)
                .toList();
        var found = new ArrayList<String>();
        var folder = existing(home).toRealPath();
        if (carried.stream().anyMatch(folder::startsWith)) {
            found.add(home.toString());
        }
        ThisProgram.file(AirPlace.class)
                .filter(program -> carried.stream().anyMatch(program::startsWith))
                .ifPresent(program -> found.add(program.toString()));
        return found;
    }
}
