package org.hearthkey.core.journal;

import java.security.MessageDigest;
import java.util.HexFormat;

/// Recomputes the journal's hashes, and remembers how far it came.
final class JournalCheck {
    private final JournalBook book;
    private final JournalPages pages;
    /// The entries that were checked. Kept only while they held.
    private MerkleTree checked = new MerkleTree();

    JournalCheck(JournalBook book) {
        this.book = book;
        pages = new JournalPages(book);
    }

    /// Checks every entry.
    JournalVerdict all() {
        return from(new MerkleTree());
    }

    /// Checks the entries that were added since the last check, and the root.
    JournalVerdict added() {
        return from(checked.copy());
    }

    private JournalVerdict from(MerkleTree tree) {
        checked = new MerkleTree();
        var size = book.size();
        pages.visit(tree.size(), size, kept -> holds(kept, tree));
        if (tree.size() < size) {
            return new JournalVerdict.Broken(size, tree.size());
        }
        if (tree.size() > size || !MessageDigest.isEqual(tree.root(), book.keptRoot())) {
            return new JournalVerdict.Broken(size, size);
        }
        checked = tree;
        return new JournalVerdict.Intact(size, HexFormat.of().formatHex(tree.root()));
    }

    private static boolean holds(JournalBook.Kept kept, MerkleTree tree) {
        if (kept.number() != tree.size()
                || !(EntryScan.holds(kept) || JournalEntry.read(kept).isPresent())) {
            return false;
        }
        tree.append(MerkleTree.leafHash(kept.entry()));
        return true;
    }
}
