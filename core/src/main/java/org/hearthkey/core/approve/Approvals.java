package org.hearthkey.core.approve;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearthkey.core.authority.LeafDraft;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.certificate.OneTimePassword;
import org.hearthkey.core.certificate.Pkcs12;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.device.DeviceRecords;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.policy.Rule;
import org.hearthkey.core.policy.Weight;

/// Reviews devices, and issues their certificates. Issuing and recording are one commit: what was not recorded is never
/// handed out.
public final class Approvals {
    private final DeviceRecords devices;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;
    private final SecureRandom random;

    public Approvals(
            DeviceRecords devices,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock,
            SecureRandom random) {
        this.devices = devices;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
        this.random = random;
    }

    /// Says what speaks for and against an application. Needs no key and changes nothing.
    public Review review(Application application) {
        return review(application, Optional.empty());
    }

    /// Says what speaks for and against giving `device` a new certificate for the key in `request`.
    public Review reviewRenewal(Device device, CertificateRequest request, int days) {
        return review(renewal(device, request, days), Optional.of(device.id()));
    }

    /// Signs what was approved and records the device.
    ///
    /// @throws IllegalStateException if the approval was used before
    public Outcome issue(Approval approval) {
        var application = approval.redeem().application();
        return commits.commit(() -> {
            var review = review(application);
            return review.mayApprove() ? issueNew(review) : new Outcome.Refused(review);
        });
    }

    /// Signs the renewal that was approved. The old certificate stays valid until its own end.
    ///
    /// @throws IllegalStateException if the approval was used before
    public Outcome renew(Device device, Approval approval) {
        var application = approval.redeem().application();
        return commits.commit(() -> {
            var review = review(application, Optional.of(device.id()));
            return review.mayApprove() ? issueRenewal(device, review) : new Outcome.Refused(review);
        });
    }

    private static Application renewal(Device device, CertificateRequest request, int days) {
        return Application.of(device.name(), device.zone())
                .request(request)
                .particulars(device.particulars())
                .lasting(days);
    }

    private Review review(Application application, Optional<DeviceId> renewing) {
        var key = application.request().map(CertificateRequest::publicKey);
        var notBefore = clock.instant().minus(Lifetimes.BACKDATE).truncatedTo(ChronoUnit.SECONDS);
        var notAfter = notBefore.plus(Duration.ofDays(application.days()));
        var candidate = new Candidate(application, key, renewing, devices, signatory.issuers(), notBefore, notAfter);
        return new Review(application, key, Rule.review(ApprovalRules.ALL, candidate), notBefore, notAfter);
    }

    private Outcome.Issued issueNew(Review review) {
        if (review.application().keySource() == KeySource.DEVICE) {
            return issueNew(review, review.key().orElseThrow(), Optional.empty());
        }
        try (var made = SoftwareKey.generate(KeyProfile.P256, random)) {
            return issueNew(review, made.publicKey(), Optional.of(made));
        }
    }

    private Outcome.Issued issueNew(Review review, PublicKeyInfo key, Optional<SoftwareKey> made) {
        var application = review.application();
        var zone = signatory.issuers().zone(application.zone()).orElseThrow();
        var id = new DeviceId(randomUuid());
        var address = address(application);
        var certificate = sign(zone, review, id, address, key);
        var device = new Device(
                id,
                application.name(),
                address,
                application.zone(),
                application.particulars(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                against(review),
                credential(zone, certificate));
        devices.add(device, certificate);
        journal.append(note("device.approve", device, review));
        var chain = List.of(certificate, zone.issuer().certificate());
        var handedOver = made.map(software -> pack(software, device, chain));
        return new Outcome.Issued(device, certificate, zone.issuer().certificate(), handedOver);
    }

    private Outcome.Issued issueRenewal(Device device, Review review) {
        var zone = signatory.issuers().zone(device.zone()).orElseThrow();
        var certificate =
                sign(zone, review, device.id(), device.address(), review.key().orElseThrow());
        var credential = credential(zone, certificate);
        devices.renew(device.id(), credential, certificate);
        var renewed = new Device(
                device.id(),
                device.name(),
                device.address(),
                device.zone(),
                device.particulars(),
                device.added(),
                device.findings(),
                credential);
        journal.append(note("device.renew", renewed, review));
        return new Outcome.Issued(renewed, certificate, zone.issuer().certificate(), Optional.empty());
    }

    private Certificate sign(Zone zone, Review review, DeviceId id, DnsName address, PublicKeyInfo key) {
        var draft = new LeafDraft.DeviceLeaf(
                review.application().name(),
                id.uuid(),
                zone.name(),
                address,
                zone.policyNumber(),
                key,
                review.notBefore(),
                review.notAfter());
        return signatory.signLeaf(new Role.Zone(zone.name()), draft);
    }

    private MadeKey pack(SoftwareKey made, Device device, List<Certificate> chain) {
        var password = OneTimePassword.random(random);
        return new MadeKey(Pkcs12.write(made, device.name().text(), chain, password), password);
    }

    private Credential.Certified credential(Zone zone, Certificate certificate) {
        return new Credential.Certified(
                certificate.serial(),
                certificate.fingerprint(),
                certificate.publicKey().hash(),
                certificate.notBefore(),
                certificate.notAfter(),
                signatory.endWithin(new Role.Zone(zone.name()), certificate.notAfter()),
                Optional.empty());
    }

    private static Note note(String act, Device device, Review review) {
        var certified = device.credential();
        return Note.of(act)
                .fact("device", device.id().toString())
                .fact("serial", certified.serial().hex())
                .fact("fingerprint", certified.fingerprint().hex())
                .fact("key", certified.key().hex())
                .fact("notAfter", certified.notAfter().toString())
                .fact("findings", against(review))
                .detail("name", device.name().text())
                .detail("zone", device.zone().text());
    }

    private static List<String> against(Review review) {
        return review.findings().stream()
                .filter(finding -> finding.weight() != Weight.SUPPORT)
                .map(Finding::code)
                .toList();
    }

    /// Where a device of that name would be found in its zone.
    static DnsName address(Application application) {
        return new DnsName(
                application.name().label() + "." + application.zone().dnsName().text());
    }

    private UUID randomUuid() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40); // version 4, RFC 9562
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
