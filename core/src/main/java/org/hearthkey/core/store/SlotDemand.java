package org.hearthkey.core.store;

/// What opening asks of the slots beside the one that opened: step 14.
public enum SlotDemand {
    /// The head tells of them as they are.
    UNCHANGED,
    /// Somebody has changed them without the vault key. Such a home can be read and written anew; nothing is committed to it.
    ANY
}
