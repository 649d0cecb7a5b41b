package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.hearthkey.core.journal.MerkleProofs.Range;

/// Goes through the kept journal page by page, so that its length is no question of memory.
final class JournalPages {
    private static final int PAGE = 1_000;

    private final JournalBook book;

    JournalPages(JournalBook book) {
        this.book = book;
    }

    /// Takes one entry.
    @FunctionalInterface
    interface Visitor {
        /// Whether to go on.
        boolean visit(JournalBook.Kept kept);
    }

    /// Shows entries `from` to before `to`, until the visitor has seen enough.
    void visit(long from, long to, Visitor visitor) {
        for (long at = from; at < to; at += PAGE) {
            for (var kept : book.read(at, (int) Math.min(PAGE, to - at))) {
                if (!visitor.visit(kept)) {
                    return;
                }
            }
        }
    }

    /// The number of the first entry of an act.
    OptionalLong firstOf(String act) {
        // Canonical JSON begins with the act: the entries need not be parsed.
        var beginning = ("{\"act\":\"" + act + "\",").getBytes(UTF_8);
        var found = new ArrayList<Long>();
        visit(0, book.size(), kept -> {
            if (beginsWith(kept.entry(), beginning)) {
                found.add(kept.number());
            }
            return found.isEmpty();
        });
        return found.stream().mapToLong(Long::longValue).findFirst();
    }

    static boolean beginsWith(byte[] entry, byte[] beginning) {
        return entry.length > beginning.length
                && Arrays.equals(entry, 0, beginning.length, beginning, 0, beginning.length);
    }

    /// The tree hashes of parts of the journal.
    List<TreeHash> hashes(List<Range> ranges) {
        return ranges.stream().map(this::hash).toList();
    }

    /// The tree hash of the first `size` entries.
    TreeHash root(long size) {
        return hash(new Range(0, size));
    }

    private TreeHash hash(Range range) {
        var tree = new MerkleTree();
        visit(range.from(), range.to(), kept -> {
            tree.append(MerkleTree.leafHash(kept.entry()));
            return true;
        });
        return TreeHash.of(tree.root());
    }
}
