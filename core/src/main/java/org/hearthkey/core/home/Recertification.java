package org.hearthkey.core.home;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.Intermediate;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.IssuerRecords;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.SigningKey;

/// Has a new root certify what stands below the old one: the same keys, names, fences and ends. What the old root took
/// back, and what has ended, it does not certify. Inside a commit.
final class Recertification {
    private final IssuerRecords issuers;
    private final Authority authority;
    private final Journal journal;
    private final InstantSource clock;

    Recertification(IssuerRecords issuers, Authority authority, Journal journal, InstantSource clock) {
        this.issuers = issuers;
        this.authority = authority;
        this.journal = journal;
        this.clock = clock;
    }

    /// The issuers of other programs that a new root certifies.
    List<Intermediate> others() {
        return issuers.intermediates().stream()
                .filter(each -> each.revoked().isEmpty() && goesOn(each.certificate()))
                .toList();
    }

    void below(Certificate root, SigningKey key) {
        issuers.replace(new Issuer(new Role.Root(), root, Optional.empty()));
        var services = issuers.services();
        if (goesOn(services.certificate())) {
            keep(services, authority.signServicesAgain(root, key, services));
        }
        for (var zone : issuers.zones()) {
            if (issuers.withdrawn(zone.name()).isEmpty() && goesOn(zone.issuer().certificate())) {
                keep(zone.issuer(), authority.signZoneAgain(root, key, zone));
            }
        }
        for (var other : others()) {
            var again = authority.signIntermediateAgain(root, key, other);
            issuers.replace(other.with(again));
            issuers.recertified(other.name().text(), other.certificate());
            journal.append(
                    note("intermediate", again).detail("name", other.name().text()));
        }
    }

    private boolean goesOn(Certificate issuer) {
        return clock.instant().isBefore(issuer.notAfter());
    }

    private void keep(Issuer before, Issuer again) {
        issuers.replace(again);
        issuers.recertified(before.role().code(), before.certificate());
        journal.append(note(again.role().code(), again.certificate()));
    }

    private static Note note(String issuer, Certificate certificate) {
        return Note.of("rollover.certify")
                .fact("issuer", issuer)
                .fact("serial", certificate.serial().hex())
                .fact("fingerprint", certificate.fingerprint().hex());
    }
}
