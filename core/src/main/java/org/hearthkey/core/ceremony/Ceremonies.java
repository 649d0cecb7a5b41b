package org.hearthkey.core.ceremony;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.seal.RefusedException;

/// The ceremonies of a home. Each step is kept as soon as it is behind, an act together with its step: whatever breaks off,
/// nothing is done twice.
public final class Ceremonies {
    private final HomeName name;
    private final HomeId id;
    private final CeremonyBook book;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Ceremonies(
            HomeName name,
            HomeId id,
            CeremonyBook book,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.name = name;
        this.id = id;
        this.book = book;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// The ceremony that was begun and is neither over nor stopped.
    public Optional<Ceremony> open() {
        return book.open();
    }

    /// Keeps a ceremony from now on, with the steps that are behind.
    ///
    /// @throws IllegalStateException if there is one under way
    public Ceremony begin(Ceremony ceremony) {
        return commits.commit(() -> {
            if (book.open().isPresent()) {
                throw new IllegalStateException("A ceremony is under way");
            }
            var kept = new Ceremony(book.begin(ceremony), ceremony.script(), ceremony.setting(), ceremony.done());
            journal.append(Note.of("ceremony.begin")
                    .fact("script", kept.script().fingerprint().hex())
                    .fact("steps", (long) kept.script().steps().size())
                    .detail("title", kept.script().title()));
            kept.done().forEach(done -> append(kept, done));
            return kept;
        });
    }

    /// Takes up the one that broke off, at its last safe point.
    ///
    /// @throws IllegalStateException if there is none
    public Ceremony resume() {
        return commits.commit(() -> {
            var broken = book.open().orElseThrow(() -> new IllegalStateException("No ceremony is under way"));
            var safe = broken.toSafePoint();
            var resumed = new Ceremony(safe.id(), safe.script(), safe.setting().resumedAt(now()), safe.done());
            book.replace(resumed);
            journal.append(Note.of("ceremony.resume")
                    .fact("script", resumed.script().fingerprint().hex())
                    .fact("from", resumed.done().size() + 1L));
            return resumed;
        });
    }

    /// Has one step done, and keeps what it changed and that it is behind: both or neither. A ceremony that the home does
    /// not keep yet begins with it.
    ///
    /// @throws X whatever `act` throws; then nothing of it was kept
    /// @throws IllegalStateException if another one is under way
    public <X extends Exception> Ceremony keep(Ceremony ceremony, Commits.Work<Done, X> act) throws X {
        return commits.commit(() -> {
            var begun = ceremony.id() == 0 ? begin(ceremony) : ceremony;
            var done = act.run();
            var more = begun.with(done);
            append(more, done);
            book.add(begun.id(), done);
            return more;
        });
    }

    private void append(Ceremony ceremony, Done done) {
        var act = ceremony.script().steps().get(done.number() - 1).act();
        journal.append(Note.of("ceremony.step")
                .fact("number", (long) done.number())
                .fact("result", done.result().code())
                .fact("act", act.map(Act::code).orElse("")));
    }

    /// Ends one before its time, without a transcript.
    public void stop(Ceremony ceremony, String reason) {
        commits.commit(() -> {
            book.stop(ceremony.id());
            journal.append(Note.of("ceremony.stop")
                    .fact("script", ceremony.script().fingerprint().hex())
                    .fact("behind", (long) ceremony.done().size())
                    .detail("reason", reason));
            return ceremony;
        });
    }

    /// Ends one whose steps are all behind: the root signs its transcript.
    ///
    /// @throws IllegalStateException if a step is left
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public Transcript end(Ceremony ceremony, RootSecret rootSecret) throws RefusedException, IOException {
        if (ceremony.next().isPresent()) {
            throw new IllegalStateException("Step " + ceremony.next().get().number() + " is left");
        }
        var document = Transcript.Content.of(ceremony, name, id, signatory.issuers(), now())
                .document();
        try (var root = signatory.openRoot(rootSecret)) {
            var transcript = new Transcript(ceremony.id(), document, signatory.signTranscript(document, root));
            return commits.commit(() -> {
                book.end(transcript);
                journal.append(Note.of("ceremony.end")
                        .fact("script", ceremony.script().fingerprint().hex())
                        .fact("transcript", transcript.fingerprint().hex())
                        .fact("overruled", transcript.content().overruled())
                        .detail("title", ceremony.script().title()));
                return transcript;
            });
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// The transcripts of those that are over, the newest first.
    public List<Transcript> transcripts() {
        return book.transcripts();
    }
}
