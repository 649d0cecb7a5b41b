package org.hearthkey.core.home;

import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.store.Store;

/// Commits to the home's file. An act that is part of another is part of its commit.
final class StoreCommits implements Commits {
    private final Store store;
    private boolean underWay;

    StoreCommits(Store store) {
        this.store = store;
    }

    @Override
    public <R, X extends Exception> R commit(Work<R, X> work) throws X {
        if (underWay) {
            return work.run();
        }
        underWay = true;
        try {
            return store.<R, X>inTransaction(_ -> work.run());
        } finally {
            underWay = false;
        }
    }
}
