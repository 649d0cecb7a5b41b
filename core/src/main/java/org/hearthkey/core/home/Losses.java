package org.hearthkey.core.home;

import java.io.IOException;
import java.util.List;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.journal.Checkpoints;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.witness.Loss;
import org.hearthkey.core.witness.Seen;
import org.hearthkey.core.witness.Watch;

/// The ways on for a home that its witnesses or its clock keep from signing, where the newer file is gone for good. Each
/// takes the root's secret and is written into the journal.
public final class Losses {
    private final Watch watch;
    private final Checkpoints checkpoints;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;

    Losses(Watch watch, Checkpoints checkpoints, Signatory signatory, Journal journal, Commits commits) {
        this.watch = watch;
        this.checkpoints = checkpoints;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
    }

    /// Accepts that what the witnesses saw is lost. What they saw is in the journal from then on, signed by the root.
    ///
    /// @return the witnesses that spoke against the file
    /// @throws IllegalStateException if none does
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public List<Seen> accept(RootSecret rootSecret) throws RefusedException, IOException {
        var lost = watch.contradictions();
        if (lost.isEmpty()) {
            throw new IllegalStateException("No witness speaks against this home");
        }
        try (var root = signatory.proveRoot(rootSecret)) {
            var loss = new Loss(
                    checkpoints.current(),
                    lost.stream().map(Seen::evidence).distinct().toList());
            var note = loss.note(root.attest(loss.statement()));
            commits.commit(() -> {
                journal.append(note);
                return note;
            });
        }
        watch.askAgain();
        return lost;
    }

    /// Accepts that the clock is right and the entries before it were ahead.
    ///
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public void acceptClock(RootSecret rootSecret) throws RefusedException, IOException {
        try (var _ = signatory.proveRoot(rootSecret)) {
            var latest = journal.latest().orElseThrow();
            commits.commit(() -> {
                var note = Note.of("clock.accept").fact("from", latest.toString());
                journal.appendWithNewClock(note);
                return note;
            });
        }
    }
}
