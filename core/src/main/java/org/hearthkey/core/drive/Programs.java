package org.hearthkey.core.drive;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The system's own programs for drives.
interface Programs {
    /// Runs one to its end.
    Ended run(List<String> command);

    /// How a program ended.
    enum Ended {
        WELL,
        BADLY,
        /// It is not installed, or did not end in time.
        ABSENT
    }

    /// Those that are installed here.
    static Programs installed() {
        return command -> {
            try {
                var process = new ProcessBuilder(command)
                        .redirectInput(ProcessBuilder.Redirect.PIPE)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(Removal.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroy();
                    return Ended.ABSENT;
                }
                return process.exitValue() == 0 ? Ended.WELL : Ended.BADLY;
            } catch (IOException notInstalled) {
                return Ended.ABSENT;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Ended.ABSENT;
            }
        };
    }
}
