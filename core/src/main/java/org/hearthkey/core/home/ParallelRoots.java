package org.hearthkey.core.home;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.authority.ParallelKind;
import org.hearthkey.core.authority.ParallelRecords;
import org.hearthkey.core.authority.ParallelRoot;
import org.hearthkey.core.authority.ParallelSigner;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.seal.RefusedException;

/// An experiment: a root beside the home's own that signs so that no quantum computer forges it. It certifies the same
/// issuers' keys, to see which devices and programs can read that. Nothing of the home trusts it.
public final class ParallelRoots {
    private final ParallelRecords records;
    private final ParallelSigner signer;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    ParallelRoots(
            ParallelRecords records,
            ParallelSigner signer,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.records = records;
        this.signer = signer;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    public Optional<ParallelRoot> root() {
        return records.root();
    }

    /// Makes one, which certifies the issuers that there are now. Its key is forgotten at once: for another issuer, end it
    /// and make it anew.
    ///
    /// @throws IllegalStateException if there is one
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public ParallelRoot create(ParallelKind kind, RootSecret secret) throws RefusedException, IOException {
        if (root().isPresent()) {
            throw new IllegalStateException("There is a parallel root already");
        }
        signatory.openRoot(secret).close();
        var issuers = signatory.issuers();
        var certified = Stream.concat(
                        Stream.of(issuers.services()), issuers.zones().stream().map(Zone::issuer))
                .toList();
        var made = signer.make(kind, certified, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return commits.commit(() -> {
            records.keep(made);
            journal.append(note("parallel.create", made));
            return made;
        });
    }

    /// Forgets it.
    ///
    /// @throws IllegalStateException if there is none
    public void end() {
        var ended = root().orElseThrow(() -> new IllegalStateException("There is no parallel root"));
        commits.commit(() -> {
            records.remove();
            journal.append(note("parallel.end", ended));
            return ended;
        });
    }

    private static Note note(String act, ParallelRoot root) {
        var hash = Fingerprint.of(root.certificates().getFirst().der().bytes());
        return Note.of(act)
                .fact("algorithm", root.kind().standardName())
                .fact("fingerprint", hash.hex())
                .fact(
                        "certified",
                        root.certificates().stream()
                                .skip(1)
                                .map(ParallelRoot.Parallel::of)
                                .toList());
    }
}
