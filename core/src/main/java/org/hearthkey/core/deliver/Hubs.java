package org.hearthkey.core.deliver;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.approve.RequestRules;
import org.hearthkey.core.authority.LeafDraft;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.SignedList;

/// Certifies hubs, and revokes what they were certified with: their server certificates come from the services issuer, which
/// no zone's name constraints bind.
public final class Hubs {
    private final DeliveryBook book;
    private final ReceiptBook receipts;
    private final DeviceBook devices;
    private final Lists lists;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Hubs(
            DeliveryBook book,
            ReceiptBook receipts,
            DeviceBook devices,
            Lists lists,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.book = book;
        this.receipts = receipts;
        this.devices = devices;
        this.lists = lists;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// Says what speaks for and against certifying a hub. Changes nothing.
    public List<Finding> review(HubApplication hub) {
        var findings = new ArrayList<Finding>();
        findings.add(RequestRules.possession(hub.request()));
        RequestRules.strength(hub.request().publicKey()).ifPresent(findings::add);
        RequestRules.droppedExtensions(hub.request()).ifPresent(findings::add);
        devices.findByKey(hub.request().publicKey().hash())
                .filter(holder -> !holder.name().equals(hub.name().text()))
                .ifPresent(holder -> findings.add(new Finding(
                        "key.duplicate", Weight.REFUSAL, List.of(holder.name()), "IEEE 802.1AR-2018, section 6")));
        if (hub.days() < 1 || hub.days() > Lifetimes.LONGEST_DEVICE_DAYS) {
            findings.add(new Finding(
                    "validity.out-of-range",
                    Weight.REFUSAL,
                    List.of(Integer.toString(hub.days()), Integer.toString(Lifetimes.LONGEST_DEVICE_DAYS)),
                    "RFC 5280, section 4.1.2.5"));
        }
        return findings;
    }

    /// Signs and records a hub's server certificate.
    ///
    /// @throws IllegalArgumentException if the review refuses
    public Certificate certify(HubApplication hub) {
        if (review(hub).stream().anyMatch(finding -> finding.weight() == Weight.REFUSAL)) {
            throw new IllegalArgumentException("This review refuses");
        }
        return commits.commit(() -> {
            var certificate = sign(hub);
            book.hub(hub.name().text(), certificate);
            journal.append(Note.of("hub.certify")
                    .fact("serial", certificate.serial().hex())
                    .fact("fingerprint", certificate.fingerprint().hex())
                    .fact("notAfter", certificate.notAfter().toString())
                    .detail("name", hub.name().text()));
            return certificate;
        });
    }

    /// The certificates of a hub that can be revoked: those that it was given under a name of before too, and those past
    /// their end, for what they sign is believed until they are revoked.
    public List<Certificate> certificates(HubName hub) {
        return receipts.given(hub);
    }

    /// Revokes all certificates of a hub, and signs the list of the services that names those of them that have not ended.
    /// Nothing that it said is believed from then on, and nothing that it says until it is certified anew; the key that it
    /// tries with is forgotten.
    ///
    /// @return the new list
    /// @throws IllegalArgumentException if it has none
    public SignedList revoke(HubName hub, Reason reason) {
        var given = certificates(hub);
        if (given.isEmpty()) {
            throw new IllegalArgumentException("It has no certificate: " + hub);
        }
        return commits.commit(() -> {
            var revoked = new Credential.Revoked(clock.instant().truncatedTo(ChronoUnit.SECONDS), reason);
            for (var certificate : given) {
                book.revokeHub(certificate.serial(), revoked);
                journal.append(Note.of("hub.revoke")
                        .fact("serial", certificate.serial().hex())
                        .fact("reason", reason.text())
                        .detail("name", hub.text()));
            }
            receipts.forgetProbeKey(hub);
            return lists.sign(new Role.Services());
        });
    }

    private Certificate sign(HubApplication hub) {
        var services = new Role.Services();
        var notBefore = clock.instant().minus(Lifetimes.BACKDATE).truncatedTo(ChronoUnit.SECONDS);
        var draft = new LeafDraft.HubLeaf(
                hub.name().text(),
                hub.dns(),
                hub.addresses(),
                hub.request().publicKey(),
                notBefore,
                signatory.endWithin(services, notBefore.plus(Duration.ofDays(hub.days()))));
        return signatory.signLeaf(services, draft);
    }
}
