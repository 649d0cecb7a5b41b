package org.hearthkey.core.deliver;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.hearthkey.core.authority.LeafDraft;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.policy.Lifetimes;

/// The certificate by which this home proves itself to hubs in the TLS handshake. It is made when it is first needed, and
/// anew with a new key in its renewal window, without the root.
public final class OwnCertificate {
    private final HubBook book;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;
    private final SecureRandom random;

    public OwnCertificate(
            HubBook book,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock,
            SecureRandom random) {
        this.book = book;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
        this.random = random;
    }

    Certificate get() {
        var now = clock.instant();
        return book.home()
                .filter(own -> now.isBefore(Lifetimes.renewFrom(own.notBefore(), own.notAfter())))
                .orElseGet(() -> {
                    try (var key = SoftwareKey.generate(KeyProfile.P256, random)) {
                        return commits.commit(() -> make(key));
                    }
                });
    }

    private Certificate make(SoftwareKey key) {
        var services = new Role.Services();
        var notBefore = clock.instant().minus(Lifetimes.BACKDATE).truncatedTo(ChronoUnit.SECONDS);
        var end = signatory.endWithin(services, notBefore.plus(Duration.ofDays(Lifetimes.SERVICE_DAYS)));
        var certificate = signatory.signLeaf(services, new LeafDraft.HomeLeaf(key.publicKey(), notBefore, end));
        book.home(certificate, key);
        journal.append(Note.of("home.certify")
                .fact("serial", certificate.serial().hex())
                .fact("fingerprint", certificate.fingerprint().hex())
                .fact("notAfter", certificate.notAfter().toString()));
        return certificate;
    }

    /// The key of what [#get()] answers. Whoever opens it closes it.
    SoftwareKey openKey() {
        return book.openHomeKey();
    }

    /// Whose word counts when a hub says who it is.
    Certificate services() {
        return signatory.issuers().services().certificate();
    }
}
