package org.hearthkey.core.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// The tree hash of a growing log. Keeps one hash for each perfect subtree (the frontier), so appending and asking for
/// the root cost O(log n) time and memory whatever the size.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1">RFC 9162, section 2.1</a>
public final class MerkleTree {
    public static final int HASH_BYTES = 32;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<byte[]> frontier;
    private long size;

    /// The tree of no leaves, whose root is SHA-256 of nothing.
    public MerkleTree() {
        this(new ArrayList<>(), 0);
    }

    private MerkleTree(List<byte[]> frontier, long size) {
        this.frontier = frontier;
        this.size = size;
    }

    /// The hash of one entry as a leaf.
    public static byte[] leafHash(byte[] entry) {
        return sha256(LEAF, entry);
    }

    /// The hash of two subtrees side by side.
    static TreeHash node(TreeHash left, TreeHash right) {
        return TreeHash.of(sha256(NODE, left.bytes(), right.bytes()));
    }

    /// Adds one leaf at the end.
    ///
    /// @param leafHash what [#leafHash] gave
    public void append(byte[] leafHash) {
        if (leafHash.length != HASH_BYTES) {
            throw new IllegalArgumentException("A leaf hash is 32 bytes, not " + leafHash.length);
        }
        byte[] subtree = leafHash.clone();
        // As in binary counting: each trailing one of the old size is a subtree as large as the new one, to its left.
        for (long carry = size; (carry & 1) == 1; carry >>>= 1) {
            subtree = sha256(NODE, frontier.removeLast(), subtree);
        }
        frontier.addLast(subtree);
        size++;
    }

    public byte[] root() {
        if (frontier.isEmpty()) {
            return sha256();
        }
        byte[] root = frontier.getLast().clone();
        for (int i = frontier.size() - 2; i >= 0; i--) {
            root = sha256(NODE, frontier.get(i), root);
        }
        return root;
    }

    public long size() {
        return size;
    }

    /// A tree that grows on its own from here.
    public MerkleTree copy() {
        return new MerkleTree(new ArrayList<>(frontier), size);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
