package org.hearthkey.core.home;

import java.util.Optional;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.seal.LockPlan;

/// A way to unlock the home that the owner wants.
///
/// @param tokenUri where its token was found, RFC 7512, so that the owner is asked for the right one
public record NewSlot(SlotName name, LockPlan plan, Optional<String> tokenUri) {
    /// A slot without a token.
    public static NewSlot of(SlotName name, LockPlan plan) {
        return new NewSlot(name, plan, Optional.empty());
    }
}
