package org.hearthkey.core.journal;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A hash in the journal's tree: of an entry, of a subtree or of all of it.
public final class TreeHash {
    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The hash in these bytes.
    ///
    /// @throws IllegalArgumentException unless there are 32 bytes
    public static TreeHash of(byte[] bytes) {
        if (bytes.length != MerkleTree.HASH_BYTES) {
            throw new IllegalArgumentException("A tree hash has 32 bytes, not " + bytes.length);
        }
        return new TreeHash(bytes.clone());
    }

    /// Reads the Base64 of 32 bytes in its one spelling, 44 characters.
    static Optional<TreeHash> parse(String base64) {
        return CanonicalBase64.decode(base64)
                .filter(bytes -> bytes.length == MerkleTree.HASH_BYTES)
                .map(TreeHash::new);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Lower-case hex.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
