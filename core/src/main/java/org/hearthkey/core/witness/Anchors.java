package org.hearthkey.core.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.name.HomeId;

/// What this computer remembers of homes outside their files. The app keeps it; here it is compared.
public interface Anchors {
    /// What the user of this computer last saw of a home.
    Optional<Kept> read(HomeId home) throws IOException;

    /// Replaces what was kept of a home, in one step.
    void write(HomeId home, byte[] checkpoint) throws IOException;

    /// Folders that may hold checkpoints and can be reached now: the drives that are plugged in.
    List<Path> drives();

    /// What was kept.
    ///
    /// @param checkpoint as it was written, at most 64 KiB; not believed
    @SuppressWarnings("ArrayRecordComponent") // carried to where it is read, never compared
    record Kept(Path place, Instant written, byte[] checkpoint) {}

    /// For homes that nobody watches, as in tests.
    Anchors NONE = new Anchors() {
        @Override
        public Optional<Kept> read(HomeId home) {
            return Optional.empty();
        }

        @Override
        public void write(HomeId home, byte[] checkpoint) {}

        @Override
        public List<Path> drives() {
            return List.of();
        }
    };
}
