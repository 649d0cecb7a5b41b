package org.hearthkey.app.cli;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.core.ceremony.Air;
import org.hearthkey.core.drive.DriveFinder;
import org.hearthkey.core.drive.DriveRemover;
import org.hearthkey.core.drive.Drives;
import org.hearthkey.core.drive.Removal;
import org.hearthkey.core.seal.PassphraseCost;

/// All that the command line touches outside itself.
///
/// @param cost what passphrases cost to try; that of new ones is asked for only when one is set
/// @param preferences where the home opened last is remembered; the log of our mistakes lies beside it
record Surroundings(
        String version,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Optional<Terminal> terminal,
        InstantSource clock,
        SecureRandom random,
        PassphraseCost cost,
        PreferencesFile preferences,
        DriveFinder drives,
        DriveRemover remover,
        Air air) {

    /// The same, where what would be the answer is for people as well.
    Surroundings tellingPeople() {
        return new Surroundings(
                version, err, err, environment, terminal, clock, random, cost, preferences, drives, remover, air);
    }

    /// The same, where this is remembered.
    Surroundings remembering(PreferencesFile elsewhere) {
        return new Surroundings(
                version, out, err, environment, terminal, clock, random, cost, elsewhere, drives, remover, air);
    }

    static Surroundings ofThisProcess(String version) {
        return new Surroundings(
                version,
                System.out,
                System.err,
                System.getenv(),
                Terminal.ofThisProcess(),
                InstantSource.system(),
                new SecureRandom(),
                PassphraseCost.ofThisComputer(),
                PreferencesFile.ofThisUser(),
                Drives.ofThisComputer(),
                Removal.onThisComputer(),
                Air.ofThisComputer());
    }
}
