package org.hearthkey.core.journal;

import java.util.ArrayList;
import java.util.List;

/// Proofs over the journal's tree: that an entry is in it, and that a later tree begins with an earlier one. A proof is
/// the hashes of the [#inclusion] or [#consistency] ranges, in that order.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3">RFC 9162, sections 2.1.3 and 2.1.4</a>
public final class MerkleProofs {
    private MerkleProofs() {}

    /// Entries `from` to before `to`.
    record Range(long from, long to) {
        long size() {
            return to - from;
        }

        /// Where the tree over this range parts: the largest power of two below its size.
        long middle() {
            return from + Long.highestOneBit(size() - 1);
        }
    }

    /// Whose hashes prove that entry `index` is in a tree of `size` entries, the entry's sibling first.
    static List<Range> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No entry " + index + " of " + size);
        }
        var path = new ArrayList<Range>();
        var at = new Range(0, size);
        while (at.size() > 1) {
            var middle = at.middle();
            var left = new Range(at.from(), middle);
            var right = new Range(middle, at.to());
            path.addFirst(index < middle ? right : left);
            at = index < middle ? left : right;
        }
        return path;
    }

    /// Whose hashes prove that a tree of `size` entries begins with the tree of the first `old`.
    ///
    /// @throws IllegalArgumentException if `old` is not between 1 and `size`
    static List<Range> consistency(long old, long size) {
        if (old < 1 || old > size) {
            throw new IllegalArgumentException("No tree of " + old + " below one of " + size);
        }
        var path = new ArrayList<Range>();
        var at = new Range(0, size);
        while (at.to() > old) {
            var middle = at.middle();
            var left = new Range(at.from(), middle);
            var right = new Range(middle, at.to());
            path.addFirst(old <= middle ? right : left);
            at = old <= middle ? left : right;
        }
        if (at.from() > 0) {
            path.addFirst(at);
        }
        return path;
    }

    /// Whether `path` shows that entry `index` of the tree of `size` entries with this root has the hash `leaf`.
    public static boolean includes(TreeHash leaf, long index, long size, List<TreeHash> path, TreeHash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var climb = new Climb(index, size - 1);
        var hash = leaf;
        for (var beside : path) {
            if (climb.atTop()) {
                return false;
            }
            hash = climb.besideIsLeft() ? MerkleTree.node(beside, hash) : MerkleTree.node(hash, beside);
            climb.up();
        }
        return climb.atTop() && hash.equals(root);
    }

    /// Whether `path` shows that the tree of `size` entries with `root` begins with the tree of `old` entries with
    /// `oldRoot`.
    public static boolean grows(long old, TreeHash oldRoot, long size, TreeHash root, List<TreeHash> path) {
        if (old < 1 || old >= size) {
            return old == size && path.isEmpty() && oldRoot.equals(root);
        }
        var hashes = new ArrayList<>(path);
        if (Long.bitCount(old) == 1) {
            hashes.addFirst(oldRoot);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        int whole = Long.numberOfTrailingZeros(old);
        var climb = new Climb((old - 1) >> whole, (size - 1) >> whole);
        var oldHash = hashes.removeFirst();
        var hash = oldHash;
        for (var beside : hashes) {
            if (climb.atTop()) {
                return false;
            }
            if (climb.besideIsLeft()) {
                oldHash = MerkleTree.node(beside, oldHash);
                hash = MerkleTree.node(beside, hash);
            } else {
                hash = MerkleTree.node(hash, beside);
            }
            climb.up();
        }
        return climb.atTop() && oldHash.equals(oldRoot) && hash.equals(root);
    }

    /// The way from a leaf to the root. `node` and `last` number the nodes of one level from the left.
    private static final class Climb {
        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean atTop() {
            return last == 0;
        }

        boolean besideIsLeft() {
            return (node & 1) == 1 || node == last;
        }

        void up() {
            // The last node of a level that lacks a right neighbor is passed upwards as it is.
            if (node == last && node > 0) {
                int alone = Long.numberOfTrailingZeros(node);
                node >>= alone;
                last >>= alone;
            }
            node >>= 1;
            last >>= 1;
        }
    }
}
