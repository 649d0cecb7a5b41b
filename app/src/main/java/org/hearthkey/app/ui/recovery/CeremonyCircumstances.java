package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.ceremony.AirPlace;
import org.hearthkey.app.ceremony.ThisProgram;
import org.hearthkey.core.ceremony.AirFinding;
import org.hearthkey.core.ceremony.Setting;

/// What a transcript says of the computer and of the program.
///
/// @param version as the window shows it
/// @param random where random numbers come from
public record CeremonyCircumstances(AirPlace air, String version, SecureRandom random) {
    List<AirFinding> look(Path home, Instant now, Optional<Instant> newest) throws IOException {
        return air.look(home, now, newest);
    }

    Setting setting(Instant now, List<Setting.Person> people, List<String> found, List<String> overruled)
            throws IOException {
        return new Setting(
                now, List.of(), ThisProgram.facts(version), ThisProgram.randomness(random), people, found, overruled);
    }
}
