package org.hearthkey.core.journal;

/// What recomputing the whole journal came to.
public sealed interface JournalVerdict {
    long size();

    /// Every entry is where it was put, says what its hash says, and together they give the root that the file binds.
    ///
    /// @param rootHash lower-case hex of the RFC 6962 tree hash
    record Intact(long size, String rootHash) implements JournalVerdict {}

    /// Something was changed.
    ///
    /// @param firstBroken the first entry that does not hold, or `size` if only the root differs
    record Broken(long size, long firstBroken) implements JournalVerdict {}
}
