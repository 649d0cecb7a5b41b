package org.hearthkey.core.store;

import java.util.List;
import org.hearthkey.core.journal.MerkleTree;

/// What the file holds after its last commit, as far as the next commit must know.
final class Committed {
    private final SealedSet set;
    private Head head;
    private JournalEnd journal;
    private List<Slot> slots;

    Committed(Head head, SealedSet set, JournalEnd journal, List<Slot> slots) {
        this.head = head;
        this.set = set;
        this.journal = journal;
        this.slots = slots;
    }

    /// The journal's tree and the id of its last entry.
    record JournalEnd(MerkleTree tree, long lastId) {
        static JournalEnd empty() {
            return new JournalEnd(new MerkleTree(), -1);
        }

        JournalEnd copy() {
            return new JournalEnd(tree.copy(), lastId);
        }

        /// This with one entry more. The tree goes along.
        JournalEnd with(long id, byte[] entry) {
            tree.append(MerkleTree.leafHash(entry));
            return new JournalEnd(tree, id);
        }
    }

    Head head() {
        return head;
    }

    SealedSet set() {
        return set;
    }

    JournalEnd journal() {
        return journal;
    }

    /// By ascending id.
    List<Slot> slots() {
        return slots;
    }

    void accept(CommitWriter.Written written) {
        set.accept(written.changes(), written.sum());
        head = written.head();
        journal = written.journal();
        slots = written.slots();
    }
}
