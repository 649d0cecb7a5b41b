package org.hearthkey.core.home;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.hearthkey.core.attest.TrustAnchor;
import org.hearthkey.core.attest.TrustImport;
import org.hearthkey.core.attest.TrustRecords;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.seal.RefusedException;

/// The makers whom the owner trusts to vouch for devices. Each change is a critical act: it asks for the root's secret,
/// never the unlocked home alone, and stands in the journal in the same commit.
public final class MakerTrust {
    private final TrustRecords trust;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    MakerTrust(TrustRecords trust, Signatory signatory, Journal journal, Commits commits, InstantSource clock) {
        this.trust = trust;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// All certificates on the list, the oldest first.
    public List<TrustAnchor> all() {
        return trust.all();
    }

    /// Adds what an import found fit. One that found nothing fit changes nothing.
    ///
    /// @return what was added
    /// @throws RefusedException wrong-secret, if this is not the root's secret
    /// @throws IOException if a token does not answer
    /// @throws IllegalArgumentException if one of them is on the list already
    public List<TrustAnchor> add(TrustImport wanted, RootSecret root) throws RefusedException, IOException {
        var now = clock.instant();
        var added = wanted.wanted().stream()
                .map(one -> new TrustAnchor(one.use(), one.certificate(), now))
                .toList();
        var present = trust.all().stream().map(TrustAnchor::certificate).toList();
        if (added.stream().anyMatch(anchor -> present.contains(anchor.certificate()))) {
            throw new IllegalArgumentException("The list has changed since the import was looked at");
        }
        if (added.isEmpty()) {
            return added;
        }
        prove(root);
        return commits.commit(() -> {
            for (var anchor : added) {
                trust.add(anchor);
                journal.append(note("trust.add", anchor));
            }
            return added;
        });
    }

    /// Takes a certificate off the list. Devices that it vouched for keep the grade that they got.
    ///
    /// @return what was removed; nothing if it is not there
    /// @throws RefusedException wrong-secret, if this is not the root's secret
    /// @throws IOException if a token does not answer
    public List<TrustAnchor> remove(Fingerprint certificate, RootSecret root) throws RefusedException, IOException {
        var removed = trust.all().stream()
                .filter(anchor -> anchor.certificate().fingerprint().equals(certificate))
                .toList();
        if (removed.isEmpty()) {
            return removed;
        }
        prove(root);
        return commits.commit(() -> {
            trust.remove(certificate);
            removed.forEach(anchor -> journal.append(note("trust.remove", anchor)));
            return removed;
        });
    }

    private void prove(RootSecret root) throws RefusedException, IOException {
        signatory.proveRoot(root).close();
    }

    private static Note note(String act, TrustAnchor anchor) {
        return Note.of(act)
                .fact("use", anchor.use().code())
                .fact("certificate", anchor.certificate().fingerprint().hex())
                .fact("subject", anchor.certificate().subject());
    }
}
