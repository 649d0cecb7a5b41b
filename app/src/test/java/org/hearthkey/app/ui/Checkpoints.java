package org.hearthkey.app.ui;

import org.hearthkey.core.home.Home;
import org.hearthkey.core.journal.PaperCheckpoint;
import org.hearthkey.core.journal.TreeHash;

/// Checkpoints that speak against a home.
public final class Checkpoints {
    private static final long DONE_SINCE = 7;

    private Checkpoints() {}

    /// What a witness wrote down seven entries later.
    public static PaperCheckpoint later(Home home) {
        return PaperCheckpoint.of(home.facts().id(), home.journal().size() + DONE_SINCE, TreeHash.of(new byte[32]));
    }
}
