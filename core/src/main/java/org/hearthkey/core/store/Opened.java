package org.hearthkey.core.store;

import org.hearthkey.core.seal.VaultKeys;

/// A home file that has passed every check, with its rows in memory.
///
/// @param owned closes all the rest
record Opened(Owned owned, Sqlite sqlite, VaultKeys keys, Catalog catalog, Committed committed, MemoryTables tables) {}
