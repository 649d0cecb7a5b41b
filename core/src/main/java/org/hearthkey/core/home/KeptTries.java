package org.hearthkey.core.home;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What this computer remembers of wrong tries on home files, outside of them: a locked file cannot be written. The app
/// keeps it; [Attempts] judges it.
public interface KeptTries {
    Optional<WrongTries> read(Path file) throws IOException;

    /// Replaces what was kept of a file, in one step.
    void write(Path file, WrongTries tries) throws IOException;

    void forget(Path file) throws IOException;

    /// For homes whose tries nobody counts, as in tests.
    KeptTries NONE = new KeptTries() {
        @Override
        public Optional<WrongTries> read(Path file) {
            return Optional.empty();
        }

        @Override
        public void write(Path file, WrongTries tries) {}

        @Override
        public void forget(Path file) {}
    };
}
