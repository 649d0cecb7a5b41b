package org.hearthkey.core.drive;

import java.util.Optional;

/// A drive, and what speaks against it as the place of a bundle.
///
/// @param objection the weightiest one
public record Offer(FoundDrive drive, Optional<Objection> objection) {
    /// Made to be carried, and nothing speaks against it.
    public boolean isWelcome() {
        return drive.kind() == FoundDrive.Kind.REMOVABLE && objection.isEmpty();
    }
}
