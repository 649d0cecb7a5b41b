package org.hearthkey.core.journal;

import java.util.List;

/// Where entries are kept. The keeper binds the number of entries and their tree hash into every commit.
public interface JournalBook {
    /// Adds one entry as number [#size()]. Only inside a commit.
    void append(byte[] entry, byte[] salt, byte[] details);

    /// Removes the details of one entry, and their salt. Only inside a commit.
    void forget(long number);

    long size();

    /// The tree hash that the last commit bound into the file.
    byte[] keptRoot();

    /// Entries `from`, `from + 1`, …, at most `limit` of them.
    List<Kept> read(long from, int limit);

    /// One entry as it is kept: three byte strings that the receiver must not change.
    ///
    /// @param details empty when they were forgotten
    @SuppressWarnings("ArrayRecordComponent") // carries bytes from the keeper to the journal, never compared
    record Kept(long number, byte[] entry, byte[] salt, byte[] details) {}
}
