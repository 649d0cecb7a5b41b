package org.hearthkey.core.store;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.journal.MerkleTree;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.jspecify.annotations.Nullable;

/// The record that speaks for all others: which commit this is and what the whole set, the slots and the journal are.
public final class Head {
    private final long commit;
    private final long schema;
    private final long count;
    private final byte[] set;
    private final long slotsGeneration;
    private final byte[] slotsDigest;
    private final long journalSize;
    private final byte[] journalRoot;

    private Head(
            long commit,
            long schema,
            long count,
            byte[] set,
            long slotsGeneration,
            byte[] slotsDigest,
            long journalSize,
            byte[] journalRoot) {
        this.commit = commit;
        this.schema = schema;
        this.count = count;
        this.set = set;
        this.slotsGeneration = slotsGeneration;
        this.slotsDigest = slotsDigest;
        this.journalSize = journalSize;
        this.journalRoot = journalRoot;
    }

    /// What a file without any commit would have: nothing but its slots.
    static Head beforeFirstCommit(byte[] slotsDigest) {
        MerkleTree empty = new MerkleTree();
        return new Head(0, 0, 0, new SetSum().toBytes(), 1, slotsDigest, empty.size(), empty.root());
    }

    /// @param newSlotsDigest nothing if no slot has changed
    Head next(int newSchema, long newCount, SetSum newSet, MerkleTree journal, Optional<byte[]> newSlotsDigest) {
        return new Head(
                commit + 1,
                newSchema,
                newCount,
                newSet.toBytes(),
                newSlotsDigest.isPresent() ? commit + 1 : slotsGeneration,
                newSlotsDigest.orElse(slotsDigest),
                journal.size(),
                journal.root());
    }

    /// @param values as a record has them, the commit first
    static Head parse(List<? extends @Nullable Object> values) throws RefusedException {
        if (values.size() == 8
                && values.get(0) instanceof Long commit
                && values.get(1) instanceof Long schema
                && values.get(2) instanceof Long count
                && values.get(3) instanceof byte[] set
                && values.get(4) instanceof Long slotsGeneration
                && values.get(5) instanceof byte[] slotsDigest
                && values.get(6) instanceof Long journalSize
                && values.get(7) instanceof byte[] journalRoot
                && schema >= 1
                && count >= 0
                && journalSize >= 0
                && set.length == SetSum.BYTES
                && slotsDigest.length == 32
                && journalRoot.length == MerkleTree.HASH_BYTES) {
            return new Head(commit, schema, count, set, slotsGeneration, slotsDigest, journalSize, journalRoot);
        }
        throw new RefusedException(Refusal.DAMAGED, Place.name(Place.HEAD));
    }

    /// All but the commit, which a record carries itself.
    List<Object> columns() {
        return List.of(schema, count, set, slotsGeneration, slotsDigest, journalSize, journalRoot);
    }

    /// Counts from 1.
    public long commit() {
        return commit;
    }

    /// The number of the last migration.
    public long schema() {
        return schema;
    }

    /// How many records there are besides the head.
    public long count() {
        return count;
    }

    /// The keyed digest of the set of records, 32 bytes.
    public byte[] set() {
        return set.clone();
    }

    /// The commit that last changed a slot.
    public long slotsGeneration() {
        return slotsGeneration;
    }

    /// SHA-256 over the slots, 32 bytes.
    public byte[] slotsDigest() {
        return slotsDigest.clone();
    }

    public long journalSize() {
        return journalSize;
    }

    /// The tree hash of the journal, 32 bytes.
    public byte[] journalRoot() {
        return journalRoot.clone();
    }
}
