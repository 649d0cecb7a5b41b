package org.hearthkey.core.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /// The leaves and roots that certificate transparency's implementations test with.
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void agreesWithOtherImplementations() {
        MerkleTree tree = new MerkleTree();
        for (int size = 0; size < LEAVES.size(); size++) {
            assertEquals(ROOTS.get(size), HexFormat.of().formatHex(tree.root()));
            tree.append(MerkleTree.leafHash(HexFormat.of().parseHex(LEAVES.get(size))));
        }
        assertEquals(ROOTS.getLast(), HexFormat.of().formatHex(tree.root()));
    }

    @Test
    void agreesWithTheDefinitionAtEverySize() throws NoSuchAlgorithmException {
        MerkleTree tree = new MerkleTree();
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            byte[] leaf = MerkleTree.leafHash(new byte[] {(byte) i});
            leaves.add(leaf);
            tree.append(leaf);
            assertArrayEquals(defined(leaves), tree.root());
        }
    }

    /// RFC 9162, section 2.1.1, word for word.
    private static byte[] defined(List<byte[]> leaves) throws NoSuchAlgorithmException {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 1);
        digest.update(defined(leaves.subList(0, k)));
        digest.update(defined(leaves.subList(k, leaves.size())));
        return digest.digest();
    }

    @Test
    void growsApartFromItsCopy() {
        MerkleTree tree = new MerkleTree();
        tree.append(MerkleTree.leafHash(new byte[] {1}));
        byte[] before = tree.root();
        MerkleTree copy = tree.copy();
        copy.append(MerkleTree.leafHash(new byte[] {2}));
        assertArrayEquals(before, tree.root());
        assertEquals(1, tree.size());
        assertEquals(2, copy.size());
    }

    @Test
    void takesHashesOnly() {
        assertThrows(IllegalArgumentException.class, () -> new MerkleTree().append(new byte[31]));
    }
}
