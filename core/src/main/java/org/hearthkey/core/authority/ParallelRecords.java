package org.hearthkey.core.authority;

import java.util.Optional;

/// Keeps the experimental parallel root. What changes it belongs into a commit.
public interface ParallelRecords {
    Optional<ParallelRoot> root();

    /// In place of the one before.
    void keep(ParallelRoot root);

    void remove();
}
