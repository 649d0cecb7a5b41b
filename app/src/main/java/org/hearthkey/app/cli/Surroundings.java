package org.hearthkey.app.cli;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Argon2id;

/// All that the command line touches outside itself.
///
/// @param cost what trying a new home's passphrases costs; asked for only when a home is made
/// @param preferences where the home opened last is remembered; the log of our mistakes lies beside it
record Surroundings(
        String version,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Optional<Terminal> terminal,
        InstantSource clock,
        SecureRandom random,
        Supplier<Argon2Cost> cost,
        PreferencesFile preferences) {

    static Surroundings ofThisProcess(String version) {
        return new Surroundings(
                version,
                System.out,
                System.err,
                System.getenv(),
                Terminal.ofThisProcess(),
                InstantSource.system(),
                new SecureRandom(),
                () -> Argon2Cost.calibrated(Argon2id.fastest()),
                PreferencesFile.ofThisUser());
    }
}
