package org.hearthkey.core.home;

import org.hearthkey.core.authority.Permit;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.store.Store;

/// Commits to the home's file. An act that is part of another is part of its commit.
final class StoreCommits implements Commits {
    private final Store store;
    private final Permit permit;
    private final Runnable afterwards;
    private boolean underWay;

    /// @param permit asked before each commit
    /// @param afterwards what follows each commit
    StoreCommits(Store store, Permit permit, Runnable afterwards) {
        this.store = store;
        this.permit = permit;
        this.afterwards = afterwards;
    }

    @Override
    public <R, X extends Exception> R commit(Work<R, X> work) throws X {
        if (underWay) {
            return work.run();
        }
        permit.require();
        underWay = true;
        R result;
        try {
            result = store.<R, X>inTransaction(_ -> work.run());
        } finally {
            underWay = false;
        }
        afterwards.run();
        return result;
    }
}
