package org.hearthkey.core.store;

import java.util.List;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.VaultKeys;

/// Comes from the slots of a file to the keys of its vault.
@FunctionalInterface
interface VaultDoor {
    VaultKeys open(List<Slot> slots) throws RefusedException;
}
