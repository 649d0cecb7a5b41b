package org.hearthkey.core.home;

import org.hearthkey.core.policy.Finding;

/// What became of an act on a slot.
public sealed interface SlotOutcome {
    /// It is done and in the journal.
    ///
    /// @param slot as it is now; as it was, if it was removed
    record Done(UnlockSlot slot) implements SlotOutcome {}

    /// A rule refused it before any secret was tried. Nothing has changed.
    record Refused(Finding finding) implements SlotOutcome {}
}
