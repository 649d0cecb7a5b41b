package org.hearthkey.core.adopt;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.authority.RehearsalException;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.SignedList;
import org.hearthkey.core.seal.RefusedException;

/// What the home took over from other programs: its issuers, and what they had issued before.
public final class Adoptions {
    private final AdoptionRecords records;
    private final IssuerBook issuers;
    private final Lists lists;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Adoptions(
            AdoptionRecords records,
            IssuerBook issuers,
            Lists lists,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.records = records;
        this.issuers = issuers;
        this.lists = lists;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// Says what speaks against making this the root of a new home. Needs no key and changes nothing.
    ///
    /// @param authority of any home
    public static List<Finding> reviewRoot(FoundAuthority found, Authority authority, InstantSource clock) {
        var findings = new ArrayList<>(
                AdoptionRules.look(new AdoptionRules.Subject(found, AdoptionUse.ROOT, clock.instant())));
        if (findings.stream().noneMatch(finding -> finding.weight() == Weight.REFUSAL)) {
            try {
                authority.rehearseAdopted(found.certificate(), new ZoneName("probe"));
            } catch (RehearsalException complaint) {
                findings.add(unfit(complaint));
            }
        }
        return findings;
    }

    /// Says what speaks against making this the issuer of a new zone. Needs no key and changes nothing.
    public List<Finding> reviewZone(ZoneName name, FoundAuthority found) {
        var findings = new ArrayList<>(
                AdoptionRules.look(new AdoptionRules.Subject(found, AdoptionUse.ZONE, clock.instant())));
        if (issuers.isTaken(name)) {
            findings.add(new Finding(
                    "intermediate.name-taken", Weight.REFUSAL, List.of(name.text()), "RFC 5280, section 4.2.1.10"));
        }
        holder(found)
                .ifPresent(holder -> findings.add(
                        new Finding("key.duplicate", Weight.REFUSAL, List.of(holder), "RFC 5280, section 4.1.2.7")));
        return findings;
    }

    private Optional<String> holder(FoundAuthority found) {
        var roles = new ArrayList<Role>(List.of(new Role.Root(), new Role.Services()));
        issuers.zones().stream().map(Zone::name).map(Role.Zone::new).forEach(roles::add);
        return roles.stream()
                .map(issuers::issuer)
                .map(Issuer::certificate)
                .filter(certificate ->
                        certificate.publicKey().equals(found.certificate().publicKey()))
                .map(certificate -> certificate.subject())
                .findFirst();
    }

    /// What the rehearsal had against it, as a finding.
    public static Finding unfit(RehearsalException complaint) {
        return new Finding(
                "adopt.unfit",
                Weight.REFUSAL,
                List.of(Optional.ofNullable(complaint.getMessage()).orElse("")),
                "RFC 5280, section 6");
    }

    /// The issuers that other programs had made.
    public List<Adopted> all() {
        return records.all();
    }

    /// What such an issuer had issued before.
    public List<FoundCertificate> issued(Role issuer) {
        return records.issued(issuer);
    }

    /// Keeps what was taken over. Inside the commit in which the issuer is made.
    public static void keep(
            AdoptionRecords records, Journal journal, Role issuer, FoundAuthority found, InstantSource clock) {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var issued = found.issued().orElse(List.of());
        records.add(new Adopted(issuer, found.source(), at, found.lastNumber(), found.certificate()), issued);
        var known = Note.of("issuer.adopt")
                .fact("issuer", issuer.code())
                .fact("source", found.source().code())
                .fact("fingerprint", found.certificate().fingerprint().hex())
                .fact("issued", Long.valueOf(issued.size()))
                .fact(
                        "revoked",
                        Long.valueOf(issued.stream()
                                .filter(each -> each.revoked().isPresent())
                                .count()));
        var note = found.lastNumber()
                .map(number -> known.fact("lastNumber", number.toString()))
                .orElse(known);
        journal.append(note.detail("subject", found.certificate().subject()));
    }

    /// Revokes what an adopted zone's issuer had issued before, and signs its next list.
    ///
    /// @return that list
    /// @throws IllegalArgumentException if it is not known, or revoked already
    public SignedList revoke(ZoneName zone, SerialNumber serial, Reason reason) {
        var role = new Role.Zone(zone);
        return commits.commit(() -> {
            revoke(role, serial, reason);
            return lists.sign(role);
        });
    }

    /// Revokes what an adopted root had issued before, and signs its next list.
    ///
    /// @return that list
    /// @throws IllegalArgumentException if it is not known, or revoked already
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public SignedList revokeRoots(SerialNumber serial, Reason reason, RootSecret rootSecret)
            throws RefusedException, IOException {
        try (var rootKey = signatory.openRoot(rootSecret)) {
            return commits.commit(() -> {
                revoke(new Role.Root(), serial, reason);
                return lists.signRoots(rootKey);
            });
        }
    }

    private void revoke(Role issuer, SerialNumber serial, Reason reason) {
        var known = records.issued(issuer).stream()
                .filter(each -> each.serial().equals(serial))
                .filter(each -> each.revoked().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such certificate to revoke"));
        var revoked = new Credential.Revoked(clock.instant().truncatedTo(ChronoUnit.SECONDS), reason);
        records.revoke(issuer, serial, revoked);
        journal.append(Note.of("adopted.revoke")
                .fact("issuer", issuer.code())
                .fact("serial", serial.hex())
                .fact("reason", reason.text())
                .detail("subject", known.subject()));
    }
}
