package org.hearthkey.core.witness;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.journal.Checkpoint;
import org.hearthkey.core.journal.Checkpoints;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.PaperCheckpoint;
import org.hearthkey.core.journal.SignedNote;
import org.hearthkey.core.witness.Comparison.Why;

/// Holds checkpoints against the home's journal.
final class Comparing {
    private final Journal journal;
    private final Checkpoints checkpoints;

    Comparing(Journal journal, Checkpoints checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    /// What came of a place that could not be read.
    static Seen failed(Witness witness) {
        return unreadable(witness, Why.FAILED, "");
    }

    /// What came of a place that did not answer in time.
    static Seen silent(Witness witness) {
        return unreadable(witness, Why.SILENT, "");
    }

    Seen compare(Witness witness, byte[] kept) {
        return SignedNote.parse(kept)
                .map(note -> compare(witness, note))
                .orElseGet(() -> unreadable(witness, Why.MALFORMED, ""));
    }

    Seen compare(Witness witness, SignedNote note) {
        var checkpoint = Checkpoint.parse(note.text());
        if (checkpoint.isEmpty()) {
            return unreadable(witness, Why.MALFORMED, note.toString());
        }
        if (!checkpoint.get().origin().equals(Checkpoints.origin(checkpoints.home()))) {
            return unreadable(witness, Why.ANOTHER_HOME, note.toString());
        }
        var lack = lack(witness, checkpoint.get(), note);
        if (lack.isPresent()) {
            return ofLostJournal(checkpoint.get())
                    ? new Seen(witness, new Comparison.Accepted(checkpoint.get().size()), note.toString())
                    : unreadable(witness, lack.get(), note.toString());
        }
        return seen(witness, checkpoint.get(), note);
    }

    /// What its signatures lack. What the owner brings may be a code from paper, which has room for the first alone.
    private Optional<Why> lack(Witness witness, Checkpoint checkpoint, SignedNote note) {
        return switch (checkpoints.verifier().signed(note)) {
            case BOTH -> Optional.empty();
            case FIRST_ONLY ->
                witness.kind() != Witness.Kind.OWNER && checkpoints.bearsBoth(checkpoint.size())
                        ? Optional.of(Why.HALF_SIGNED)
                        : Optional.empty();
            case NOT -> Optional.of(Why.NOT_SIGNED);
        };
    }

    /// The journal of a file that is gone had another key. What of it the owner accepted to be lost is lost.
    private boolean ofLostJournal(Checkpoint checkpoint) {
        return accepted().contains(PaperCheckpoint.of(checkpoints.home(), checkpoint.size(), checkpoint.root()));
    }

    private Seen seen(Witness witness, Checkpoint checkpoint, SignedNote note) {
        var size = checkpoint.size();
        if (size <= journal.size() && checkpoints.rootAt(size).equals(checkpoint.root())) {
            return new Seen(witness, new Comparison.Begins(size), note.toString());
        }
        var paper = PaperCheckpoint.of(checkpoints.home(), size, checkpoint.root());
        return new Seen(witness, contradicted(size, paper), note.toString());
    }

    Seen compare(Witness witness, PaperCheckpoint paper) {
        var size = paper.size();
        var begins = size <= journal.size()
                && PaperCheckpoint.of(checkpoints.home(), size, checkpoints.rootAt(size))
                        .equals(paper);
        return new Seen(witness, begins ? new Comparison.Begins(size) : contradicted(size, paper), paper.toString());
    }

    private Comparison contradicted(long size, PaperCheckpoint paper) {
        var ours = journal.size();
        if (accepted().contains(paper)) {
            return new Comparison.Accepted(size);
        }
        return size > ours ? new Comparison.Older(size, ours) : new Comparison.Forked(size, ours);
    }

    /// What the owner accepted to be lost. Exactly these checkpoints: a range of sizes would hide a later loss.
    private Set<PaperCheckpoint> accepted() {
        var accepted = new HashSet<PaperCheckpoint>();
        journal.each(Loss.ACT, entry -> {
            if (entry.facts().get(Loss.LOST) instanceof List<?> lost) {
                lost.forEach(evidence -> paper(String.valueOf(evidence)).ifPresent(accepted::add));
            }
        });
        return accepted;
    }

    private Optional<PaperCheckpoint> paper(String evidence) {
        return SignedNote.parse(evidence)
                .flatMap(note -> Checkpoint.parse(note.text()))
                .map(lost -> PaperCheckpoint.of(checkpoints.home(), lost.size(), lost.root()))
                .or(() -> PaperCheckpoint.parse(checkpoints.home(), evidence));
    }

    private static Seen unreadable(Witness witness, Why why, String evidence) {
        return new Seen(witness, new Comparison.Unreadable(why), evidence);
    }
}
