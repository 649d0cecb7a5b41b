package org.hearthkey.core.witness;

/// How this home's journal stands to one checkpoint.
public sealed interface Comparison {
    /// The journal begins with what the checkpoint saw.
    ///
    /// @param size how many entries it saw
    record Begins(long size) implements Comparison {}

    /// The checkpoint saw entries whose loss the owner accepted.
    record Accepted(long size) implements Comparison {}

    /// The checkpoint says nothing about this journal.
    record Unreadable(Why why) implements Comparison {}

    /// The journal lacks what the checkpoint saw.
    sealed interface Contradicted extends Comparison {
        /// How many entries the checkpoint saw.
        long size();

        /// How many entries this journal has.
        long ours();
    }

    /// The checkpoint saw more entries than there are: the file is older than its witness.
    record Older(long size, long ours) implements Contradicted {}

    /// The checkpoint saw other entries: after a common past, two copies of the file went on.
    record Forked(long size, long ours) implements Contradicted {}

    /// Why a checkpoint says nothing.
    enum Why {
        /// The place could not be read.
        FAILED,
        /// It did not answer in time, as a network does that is gone.
        SILENT,
        /// It holds no checkpoint.
        MALFORMED,
        /// It is of another home's journal.
        ANOTHER_HOME,
        /// This home's journal did not sign it, or it was changed afterwards.
        NOT_SIGNED,
        /// It bears the first signature of this home's journal and lacks the second.
        HALF_SIGNED
    }
}
