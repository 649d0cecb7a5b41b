package org.hearthkey.app.ui.recovery;

import org.hearthkey.core.ceremony.Script;

/// Leads out of the open home, which is locked then.
public interface WayOut {
    /// To a ceremony whose first steps come before its home is open.
    void hold(Script script);

    /// To the sheets of this home, for the act of a ceremony that this home keeps.
    void bringBack(ActDue due);
}
