package org.hearthkey.core.authority;

import java.util.function.Consumer;

/// Entries of a revocation list that are too many to hold: each is handed over once, in an order that stays.
@FunctionalInterface
public interface EntrySource {
    void each(Consumer<RevokedEntry> taker);
}
