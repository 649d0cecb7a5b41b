package org.hearthkey.core.intermediate;

import java.io.IOException;
import java.time.InstantSource;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.approve.RequestRules;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.Intermediate;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.IssuerRecords;
import org.hearthkey.core.authority.OpenRoot;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.SignedList;
import org.hearthkey.core.seal.RefusedException;

/// Lets the root certify the issuers of other programs (step-ca, EJBCA, OpenBao), each fenced into a subtree of its own, and
/// takes them back. What they issue is theirs: it is on no list of this home and in no bundle.
public final class Intermediates {
    /// As long as the home's own issuers last.
    public static final int MOST_YEARS = 5;

    private final IssuerRecords issuers;
    private final DeviceBook devices;
    private final Lists lists;
    private final Signatory signatory;
    private final Authority authority;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Intermediates(
            IssuerRecords issuers,
            DeviceBook devices,
            Lists lists,
            Signatory signatory,
            Authority authority,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.issuers = issuers;
        this.devices = devices;
        this.lists = lists;
        this.signatory = signatory;
        this.authority = authority;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// All of them, those taken back too, in the order they were added.
    public List<Intermediate> all() {
        return issuers.intermediates();
    }

    public Optional<Intermediate> find(ZoneName name) {
        return issuers.intermediate(name);
    }

    /// Says what speaks for and against certifying this issuer. Changes nothing.
    public List<Finding> review(IntermediateApplication asked) {
        var findings = new ArrayList<Finding>();
        findings.add(RequestRules.possession(asked.request()));
        RequestRules.strength(asked.request().publicKey()).ifPresent(findings::add);
        RequestRules.droppedExtensions(asked.request()).ifPresent(findings::add);
        if (issuers.isTaken(asked.name())) {
            findings.add(refusal(
                    "intermediate.name-taken",
                    "RFC 5280, section 4.2.1.10",
                    asked.name().text()));
        }
        holder(asked.request().publicKey())
                .ifPresent(holder -> findings.add(refusal("key.duplicate", "RFC 5280, section 4.1.2.7", holder)));
        if (asked.years() < 1 || asked.years() > MOST_YEARS) {
            findings.add(refusal(
                    "intermediate.years",
                    "RFC 5280, section 4.1.2.5",
                    Integer.toString(asked.years()),
                    Integer.toString(MOST_YEARS)));
        }
        return findings;
    }

    /// Who has this key already, in the words of its certificate or the device's name.
    private Optional<String> holder(PublicKeyInfo key) {
        var ours = Stream.of(
                        Stream.of(issuers.root(), issuers.services()),
                        issuers.zones().stream().map(Zone::issuer))
                .flatMap(each -> each)
                .map(Issuer::certificate);
        var theirs = issuers.intermediates().stream().map(Intermediate::certificate);
        return Stream.concat(ours, theirs)
                .filter(certificate -> certificate.publicKey().equals(key))
                .map(Certificate::subject)
                .findFirst()
                .or(() -> devices.findByKey(key.hash()).map(DeviceBook.KeyHolder::name));
    }

    private static Finding refusal(String code, String clause, String... facts) {
        return new Finding(code, Weight.REFUSAL, List.of(facts), clause);
    }

    /// Signs and records it.
    ///
    /// @throws IllegalArgumentException if the review refuses
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public Intermediate sign(IntermediateApplication asked, RootSecret rootSecret)
            throws RefusedException, IOException {
        try (var rootKey = signatory.openRoot(rootSecret)) {
            return commits.commit(() -> sign(asked, rootKey));
        }
    }

    private Intermediate sign(IntermediateApplication asked, OpenRoot rootKey) {
        if (review(asked).stream().anyMatch(finding -> finding.weight() == Weight.REFUSAL)) {
            throw new IllegalArgumentException("This review refuses");
        }
        var certificate = authority.signIntermediate(
                issuers.root().certificate(),
                rootKey,
                asked.name(),
                asked.request().publicKey(),
                Period.ofYears(asked.years()));
        var added = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var signed = new Intermediate(asked.name(), certificate, added, Optional.empty());
        issuers.add(signed);
        journal.append(Note.of("intermediate.sign")
                .fact("serial", certificate.serial().hex())
                .fact("fingerprint", certificate.fingerprint().hex())
                .fact("notAfter", certificate.notAfter().toString())
                .detail("name", asked.name().text()));
        return signed;
    }

    /// Takes one back, with all that it issued: the root's list names it.
    ///
    /// @return that list
    /// @throws IllegalArgumentException if there is none of that name, or it is taken back already
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public SignedList withdraw(ZoneName name, Reason reason, RootSecret rootSecret)
            throws RefusedException, IOException {
        var taken = find(name)
                .filter(each -> each.revoked().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("No intermediate to withdraw"));
        try (var rootKey = signatory.openRoot(rootSecret)) {
            return commits.commit(() -> {
                var revoked = new Credential.Revoked(clock.instant().truncatedTo(ChronoUnit.SECONDS), reason);
                issuers.revoke(taken, revoked);
                issuers.supersedeEarlier(name.text(), revoked);
                journal.append(Note.of("intermediate.withdraw")
                        .fact("serial", taken.certificate().serial().hex())
                        .fact("reason", reason.text())
                        .detail("name", name.text()));
                return lists.signRoots(rootKey);
            });
        }
    }
}
