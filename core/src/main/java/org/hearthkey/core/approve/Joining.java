package org.hearthkey.core.approve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearthkey.core.attest.AttestationNote;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.authority.LeafDraft;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.OneTimePassword;
import org.hearthkey.core.certificate.Pkcs12;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.device.Sighting;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.RequestCode;
import org.hearthkey.core.secret.SecretBytes;

/// Signs and records what was approved. Only inside a commit, and only what its review lets pass.
public final class Joining {
    private final ApprovalBooks books;
    private final Signatory signatory;
    private final Journal journal;
    private final InstantSource clock;
    private final SecureRandom random;

    public Joining(
            ApprovalBooks books, Signatory signatory, Journal journal, InstantSource clock, SecureRandom random) {
        this.books = books;
        this.signatory = signatory;
        this.journal = journal;
        this.clock = clock;
        this.random = random;
    }

    Outcome join(Review review) {
        return switch (review.application().keySource()) {
            case DEVICE -> issue(review, review.key().orElseThrow(), Optional.empty());
            case MADE_HERE -> {
                try (var made = SoftwareKey.generate(KeyProfile.P256, random)) {
                    yield issue(review, made.publicKey(), Optional.of(made));
                }
            }
            case PAIRING_ONLY -> pair(review);
        };
    }

    Outcome.Issued renew(Device device, Review review) {
        var zone = signer(review);
        var certificate =
                sign(zone, review, device.id(), device.address(), review.key().orElseThrow());
        var credential = credential(zone, certificate);
        books.devices().renew(device.id(), zone.name(), credential, certificate);
        books.devices().saw(device.id(), new Sighting(now(), Sighting.Source.RENEWAL));
        lowerGrade(device, credential);
        raiseGrade(device, review);
        var renewed = books.devices().find(device.id()).orElseThrow();
        var note = note("device.renew", renewed, credential, review);
        journal.append(review.application().attestation().isEmpty() ? note : graded(note, review));
        return new Outcome.Issued(renewed, certificate, zone.issuer().certificate(), Optional.empty());
    }

    private Outcome.Issued issue(Review review, PublicKeyInfo key, Optional<SoftwareKey> made) {
        var zone = signer(review);
        var id = new DeviceId(randomUuid());
        var signedAddress = address(review.application(), zone.name());
        var certificate = sign(zone, review, id, signedAddress, key);
        var credential = credential(zone, certificate);
        var device = device(id, review, credential);
        books.devices().add(device, zone.name(), certificate);
        keepLabel(device, review.application());
        noteAttestation(device, review);
        journal.append(graded(note("device.approve", device, credential, review), review));
        var chain = List.of(certificate, zone.issuer().certificate());
        var handedOver = made.map(software -> pack(software, device, chain));
        return new Outcome.Issued(device, certificate, zone.issuer().certificate(), handedOver);
    }

    private Outcome.Paired pair(Review review) {
        var application = review.application();
        var code = application.label().orElseThrow();
        var pairing = new Credential.Paired(code.kind(), now(), application.keptAt(), Optional.empty());
        var device = device(new DeviceId(randomUuid()), review, pairing);
        books.devices().addPaired(device, pairing);
        keepLabel(device, application);
        noteAttestation(device, review);
        journal.append(graded(note("device.pair", device, review), review).fact("kind", code.kind()));
        return new Outcome.Paired(device);
    }

    private void noteAttestation(Device device, Review review) {
        if (!review.application().attestation().isEmpty()) {
            books.devices().noteAttestation(device.id(), review.judgment().note(now()));
        }
    }

    /// Nothing vouched for another key, unless the owner has just made sure of the device that comes back with it.
    private void lowerGrade(Device device, Credential.Certified renewed) {
        boolean sameKey = device.certified()
                .filter(before -> before.key().equals(renewed.key()))
                .isPresent();
        if (!sameKey && !device.isBeingSetUp()) {
            books.devices()
                    .attestation(device.id())
                    .flatMap(note -> note.afterRekey(now()))
                    .ifPresent(note -> books.devices().noteAttestation(device.id(), note));
        }
    }

    /// What is shown with a renewal counts unless more was proven before.
    private void raiseGrade(Device device, Review review) {
        var before = books.devices().attestation(device.id()).map(AttestationNote::grade);
        if (review.judgment().grade().isAtLeast(before.orElse(Grade.NONE))) {
            noteAttestation(device, review);
        }
    }

    private static Note graded(Note note, Review review) {
        return note.fact("grade", review.judgment().grade().code())
                .fact("gradeReason", review.judgment().reason());
    }

    private Device device(DeviceId id, Review review, Credential credential) {
        var application = review.application();
        return new Device(
                id,
                application.name(),
                address(application, application.zone()),
                application.zone(),
                application.particulars(),
                now(),
                against(review),
                credential,
                Optional.empty(),
                Optional.empty());
    }

    /// What was on the box: by what the device is known again, and the code for the day it is needed.
    private void keepLabel(Device device, Application application) {
        books.marks().add(device.id(), MarkRules.marks(application));
        application
                .label()
                .filter(label -> !(label instanceof RequestCode))
                .ifPresent(label -> keepCode(device, label));
        arrive(device, application);
    }

    /// A device that came with the house waits no longer. The picture of its label stays with its code.
    private void arrive(Device device, Application application) {
        var code = application.label().map(Code::text);
        var waiting = code.flatMap(books.waiting()::findByCode);
        waiting.flatMap(books.waiting()::openPhoto).ifPresent(photo -> {
            try (photo) {
                books.setupCodes().keepPhoto(device.id(), photo);
            }
        });
        waiting.or(() -> books.waiting().find(device.name())).ifPresent(books.waiting()::remove);
    }

    private void keepCode(Device device, Code label) {
        try (var text = SecretBytes.owning(label.text().getBytes(UTF_8))) {
            books.setupCodes().keep(device.id(), label.kind(), text, now());
        }
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

    private Zone signer(Review review) {
        return signatory.issuers().zone(review.signer()).orElseThrow();
    }

    private MadeKey pack(SoftwareKey made, Device device, List<Certificate> chain) {
        var password = OneTimePassword.random(random);
        return new MadeKey(Pkcs12.write(made, device.name().text(), chain, password), password);
    }

    private Credential.Certified credential(Zone zone, Certificate certificate) {
        return new Credential.Certified(
                zone.name(),
                certificate.serial(),
                certificate.fingerprint(),
                certificate.publicKey().hash(),
                certificate.notBefore(),
                certificate.notAfter(),
                signatory.endWithin(new Role.Zone(zone.name()), certificate.notAfter()),
                Optional.empty());
    }

    private static Note note(String act, Device device, Credential.Certified certified, Review review) {
        return note(act, device, review)
                .fact("serial", certified.serial().hex())
                .fact("fingerprint", certified.fingerprint().hex())
                .fact("key", certified.key().hex())
                .fact("notAfter", certified.notAfter().toString());
    }

    private static Note note(String act, Device device, Review review) {
        return Note.of(act)
                .fact("device", device.id().toString())
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

    /// Where a device of that name would be found in a zone.
    static DnsName address(Application application, ZoneName zone) {
        return new DnsName(application.name().label() + "." + zone.dnsName().text());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
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
