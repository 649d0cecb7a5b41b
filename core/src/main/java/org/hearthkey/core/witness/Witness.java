package org.hearthkey.core.witness;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Where a checkpoint was kept.
///
/// @param place the file it was in, if it was in one
/// @param written when it was written there, as far as the place knows
public record Witness(Kind kind, Optional<Path> place, Optional<Instant> written) {
    /// What sort of place.
    public enum Kind {
        /// This user's own folder on this computer.
        COMPUTER,
        /// A drive, or any folder that the owner chose.
        FOLDER,
        /// Paper, or whatever else the owner holds: a picture, a file, typed letters.
        OWNER
    }

    /// A checkpoint that the owner brought.
    public static Witness ofOwner() {
        return new Witness(Kind.OWNER, Optional.empty(), Optional.empty());
    }
}
