package org.hearthkey.core.store;

import java.io.IOException;
import java.util.List;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.VaultKeys;

/// Comes from the slots of a file to the keys of its vault.
@FunctionalInterface
interface VaultDoor {
    /// Opens the vault key with one of the slots.
    ///
    /// @throws IOException if a token does not answer
    VaultKeys open(List<Slot> slots) throws RefusedException, IOException;
}
