package org.hearthkey.core.store;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.seal.TokenPoint;

/// What the owner knows of a slot beyond its lock.
///
/// @param name what the owner calls it; none for the slot that a home began with
/// @param tokenUri where the token was found, RFC 7512
public record SlotNote(Optional<SlotName> name, Instant added, Optional<TokenPoint> token, Optional<String> tokenUri) {
    /// This under another name.
    public SlotNote named(SlotName newName) {
        return new SlotNote(Optional.of(newName), added, token, tokenUri);
    }
}
