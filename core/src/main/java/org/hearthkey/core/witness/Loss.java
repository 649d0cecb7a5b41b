package org.hearthkey.core.witness;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.hearthkey.core.journal.Checkpoint;
import org.hearthkey.core.journal.Checkpoints;
import org.hearthkey.core.journal.Jcs;
import org.hearthkey.core.journal.MerkleTree;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.journal.TreeHash;
import org.hearthkey.core.name.HomeId;

/// The owner's word that what these checkpoints saw is lost, to be signed by the root and written into the journal.
///
/// @param now how far the journal had come when the loss was accepted
/// @param lost every checkpoint that speaks against it: signed notes, or what was typed from paper
public record Loss(Checkpoint now, List<String> lost) {
    static final String ACT = "journal.accept-loss";
    static final String LOST = "lost";

    public Loss {
        lost = List.copyOf(lost);
        if (lost.isEmpty()) {
            throw new IllegalArgumentException("Nothing was lost");
        }
    }

    /// All of a journal that went with the home's file: the next one begins from nothing.
    public static Loss ofAll(HomeId home, List<String> lost) {
        return new Loss(new Checkpoint(Checkpoints.origin(home), 0, TreeHash.of(new MerkleTree().root())), lost);
    }

    /// What the root signs.
    public byte[] statement() {
        return Jcs.write(Map.of(
                "act",
                ACT,
                "origin",
                now.origin(),
                "size",
                now.size(),
                "root",
                now.root().base64(),
                LOST,
                lost));
    }

    /// The entry.
    public Note note(byte[] rootSignature) {
        return Note.of(ACT)
                .fact(LOST, lost)
                .fact("signature", Base64.getEncoder().encodeToString(rootSignature));
    }
}
