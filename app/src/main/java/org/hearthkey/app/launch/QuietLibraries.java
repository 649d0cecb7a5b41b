package org.hearthkey.app.launch;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps libraries that talk to hubs from telling the terminal about it: what matters of it we say ourselves, and names of
/// users and addresses belong into no log.
final class QuietLibraries {
    /// Held here, or the settings would be forgotten with the loggers.
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.apache.sshd"), Logger.getLogger("com.hivemq"), Logger.getLogger("io.netty"));

    private QuietLibraries() {}

    static void begin() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
