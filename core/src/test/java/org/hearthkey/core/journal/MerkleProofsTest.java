package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hearthkey.core.journal.MerkleProofs.Range;
import org.junit.jupiter.api.Test;

class MerkleProofsTest {
    private static final int LARGEST = 70;

    private static TreeHash leaf(long number) {
        return TreeHash.of(MerkleTree.leafHash(("entry " + number).getBytes(UTF_8)));
    }

    private static TreeHash hash(Range range) {
        var tree = new MerkleTree();
        for (long number = range.from(); number < range.to(); number++) {
            tree.append(leaf(number).bytes());
        }
        return TreeHash.of(tree.root());
    }

    private static TreeHash root(long size) {
        return hash(new Range(0, size));
    }

    private static List<TreeHash> hashes(List<Range> ranges) {
        return ranges.stream().map(MerkleProofsTest::hash).toList();
    }

    /// The drawing of RFC 9162, section 2.1.5, with entries a…g numbered from 0.
    @Test
    void provesTheExamplesOfTheStandard() {
        assertEquals(List.of(range(1, 2), range(2, 4), range(4, 7)), MerkleProofs.inclusion(0, 7));
        assertEquals(List.of(range(2, 3), range(0, 2), range(4, 7)), MerkleProofs.inclusion(3, 7));
        assertEquals(List.of(range(5, 6), range(6, 7), range(0, 4)), MerkleProofs.inclusion(4, 7));
        assertEquals(List.of(range(4, 6), range(0, 4)), MerkleProofs.inclusion(6, 7));
        assertEquals(List.of(range(2, 3), range(3, 4), range(0, 2), range(4, 7)), MerkleProofs.consistency(3, 7));
        assertEquals(List.of(range(4, 7)), MerkleProofs.consistency(4, 7));
        assertEquals(List.of(range(4, 6), range(6, 7), range(0, 4)), MerkleProofs.consistency(6, 7));
    }

    private static Range range(long from, long to) {
        return new Range(from, to);
    }

    @Test
    void everyEntryOfEveryTreeIsProvenToBeInIt() {
        for (long size = 1; size <= LARGEST; size++) {
            for (long index = 0; index < size; index++) {
                var path = hashes(MerkleProofs.inclusion(index, size));
                assertTrue(MerkleProofs.includes(leaf(index), index, size, path, root(size)), index + " of " + size);
            }
        }
    }

    @Test
    void everyTreeIsProvenToBeginWithEveryEarlierOne() {
        for (long size = 1; size <= LARGEST; size++) {
            for (long old = 1; old <= size; old++) {
                var path = hashes(MerkleProofs.consistency(old, size));
                assertTrue(MerkleProofs.grows(old, root(old), size, root(size), path), old + " in " + size);
            }
        }
    }

    @Test
    void aChangedInclusionProofProvesNothing() {
        for (long size = 2; size <= 20; size++) {
            for (long index = 0; index < size; index++) {
                var path = hashes(MerkleProofs.inclusion(index, size));
                for (var changed : changes(path)) {
                    assertFalse(MerkleProofs.includes(leaf(index), index, size, changed, root(size)));
                }
                assertFalse(MerkleProofs.includes(leaf(99), index, size, path, root(size)));
                assertFalse(MerkleProofs.includes(leaf(index), index, size, path, root(size - 1)));
                for (long other = -1; other <= size; other++) {
                    assertEquals(other == index, MerkleProofs.includes(leaf(index), other, size, path, root(size)));
                }
            }
        }
    }

    @Test
    void aChangedConsistencyProofProvesNothing() {
        for (long size = 2; size <= 20; size++) {
            for (long old = 1; old < size; old++) {
                var path = hashes(MerkleProofs.consistency(old, size));
                for (var changed : changes(path)) {
                    assertFalse(MerkleProofs.grows(old, root(old), size, root(size), changed), old + " in " + size);
                }
                assertFalse(MerkleProofs.grows(old, leaf(99), size, root(size), path));
                assertFalse(MerkleProofs.grows(old, root(old), size, leaf(99), path));
                assertFalse(MerkleProofs.grows(size, root(size), old, root(old), path));
            }
        }
    }

    /// Every proof that is one hash away from this one.
    private static List<List<TreeHash>> changes(List<TreeHash> path) {
        var changes = new ArrayList<List<TreeHash>>();
        for (int i = 0; i < path.size(); i++) {
            int at = i;
            changes.add(changed(path, list -> list.remove(at)));
            changes.add(changed(path, list -> list.set(at, leaf(98))));
        }
        changes.add(changed(path, list -> list.add(leaf(98))));
        return changes;
    }

    private static List<TreeHash> changed(List<TreeHash> path, Consumer<List<TreeHash>> change) {
        var list = new ArrayList<>(path);
        change.accept(list);
        return list;
    }

    @Test
    void thereIsNoProofOfWhatIsNotThere() {
        assertThrows(IllegalArgumentException.class, () -> MerkleProofs.inclusion(7, 7));
        assertThrows(IllegalArgumentException.class, () -> MerkleProofs.consistency(0, 7));
        assertThrows(IllegalArgumentException.class, () -> MerkleProofs.consistency(8, 7));
    }
}
