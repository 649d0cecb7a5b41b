package org.hearthkey.core.store;

import java.util.Optional;
import org.hearthkey.core.seal.Lock;

/// One slot of an open home.
///
/// @param lock what opens it; nothing if this program does not know its kind
public record KeptSlot(long id, Optional<Lock> lock) {}
