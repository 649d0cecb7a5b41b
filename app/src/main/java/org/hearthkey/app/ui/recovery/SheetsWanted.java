package org.hearthkey.app.ui.recovery;

import org.hearthkey.app.ui.root.RootAct;

/// Who wants new sheets, and gets them in memory.
interface SheetsWanted {
    /// Whether a token is among the ways to unlock.
    boolean hasTokens();

    /// What is asked before new sheets are made.
    NewSheets asked();

    /// The act that makes them.
    RootAct making(NewSheets asked);
}
