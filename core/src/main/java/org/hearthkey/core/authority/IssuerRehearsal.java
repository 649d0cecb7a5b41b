package org.hearthkey.core.authority;

import static org.hearthkey.core.authority.CertificateExtensions.issuerWithPathLength;
import static org.hearthkey.core.authority.CertificateExtensions.names;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Chain;
import org.hearthkey.core.certificate.Lint;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;

/// Rehearses a new root or issuer: its copy under throw-away keys must pass what it is for, and its fences must stop
/// what they are for.
final class IssuerRehearsal {
    private static final String BEYOND_PATH_LENGTH = "PATH_TOO_LONG";
    private static final String OUTSIDE_CONSTRAINTS = "INVALID_NAME";
    private static final DnsName ELSEWHERE = new DnsName("probe.elsewhere.home.arpa");

    private final Profiles profiles;
    private final Subjects subjects;
    private final SecureRandom random;
    private final SoftwareKey probeKey;

    IssuerRehearsal(Profiles profiles, Subjects subjects, SecureRandom random) {
        this.profiles = profiles;
        this.subjects = subjects;
        this.random = random;
        this.probeKey = SoftwareKey.generate(KeyProfile.P256, random);
    }

    void root(Draft draft) {
        var complaints = new Complaints();
        var at = draft.validity().notBefore();
        try (var rootKey = SoftwareKey.generate(KeyProfile.P384, random);
                var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            var root = draft.withKey(rootKey.publicKey()).signedBy(rootKey);
            var servicesDraft = profiles.services(root, key.publicKey(), draft.validity());
            var services = servicesDraft.signedBy(rootKey);
            var probe = hubProbe(services).signedBy(key);
            complaints.add(Lint.certificate(root));
            // With the root in the path as well, the validator applies the root's own constraints.
            complaints.unlessAccepted(new Chain(probe, services, root), root, at);
            var deep = servicesDraft.withExtension(issuerWithPathLength(1)).signedBy(rootKey);
            var below = below(servicesDraft).signedBy(key);
            complaints.unlessRefused(
                    "An issuer below an issuer",
                    BEYOND_PATH_LENGTH,
                    new Chain(hubProbe(below).signedBy(probeKey), below, deep, root).complaint(root, at));
        }
        complaints.throwIfAny();
    }

    /// Below the one root, all that stands below the other must pass.
    void cross(Certificate signer, Draft draft) {
        var complaints = new Complaints();
        var at = draft.validity().momentWithin(signer);
        try (var stage = Stage.of(signer, profiles, random);
                var rootKey = SoftwareKey.generate(KeyProfile.P384, random);
                var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            var cross = draft.withKey(rootKey.publicKey()).signedBy(stage.key());
            var services =
                    profiles.services(cross, key.publicKey(), draft.validity()).signedBy(rootKey);
            var probe = hubProbe(services).signedBy(key);
            complaints.add(Lint.certificate(cross));
            complaints.unlessAccepted(new Chain(probe, services, cross), stage.root(), at);
            var deep = belowIssuer(services, key, profiles.services(cross, key.publicKey(), draft.validity()));
            complaints.unlessRefused(
                    "An issuer below an issuer",
                    BEYOND_PATH_LENGTH,
                    new Chain(Stream.concat(deep.certificates().stream(), Stream.of(cross))
                                    .toList())
                            .complaint(stage.root(), at));
        }
        complaints.throwIfAny();
    }

    void services(Certificate root, Draft draft, Draft twinDraft) {
        var complaints = new Complaints();
        var at = draft.validity().momentWithin(root);
        try (var stage = Stage.of(root, profiles, random);
                var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            var services = draft.withKey(key.publicKey()).signedBy(stage.key());
            var twin = twinDraft.withKey(key.publicKey()).signedBy(key);
            var probe = hubProbe(services).signedBy(key);
            complaints.add(Lint.certificate(services));
            complaints.add(Lint.certificate(twin));
            complaints.unlessAccepted(new Chain(probe, services), stage.root(), at);
            complaints.unlessAccepted(new Chain(probe, twin), twin, at);
            complaints.unlessRefused(
                    "An issuer below this one",
                    BEYOND_PATH_LENGTH,
                    belowIssuer(services, key, draft).complaint(stage.root(), at));
        }
        complaints.throwIfAny();
    }

    void zone(Certificate root, ZoneName zone, int policy, Draft issuerDraft, Draft twinDraft) {
        var complaints = new Complaints();
        var at = issuerDraft.validity().momentWithin(root);
        try (var stage = Stage.of(root, profiles, random);
                var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            var issuer = issuerDraft.withKey(key.publicKey()).signedBy(stage.key());
            var twin = twinDraft.withKey(key.publicKey()).signedBy(key);
            complaints.add(Lint.certificate(issuer));
            complaints.add(Lint.certificate(twin));
            var probe = deviceProbe(issuer, zone, policy);
            fences(complaints, probe, issuer, stage.root(), key, at);
            fences(complaints, probe, twin, twin, key, at);
            complaints.unlessRefused(
                    "An issuer below this one",
                    BEYOND_PATH_LENGTH,
                    belowIssuer(issuer, key, issuerDraft).complaint(stage.root(), at));
        }
        complaints.throwIfAny();
    }

    /// The key itself is only read by lint: what is signed below needs its private half, so a throw-away key stands in.
    void intermediate(Certificate root, ZoneName name, Draft draft) {
        var complaints = new Complaints();
        var at = draft.validity().momentWithin(root);
        try (var stage = Stage.of(root, profiles, random);
                var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            complaints.add(Lint.certificate(draft.signedBy(stage.key())));
            var issuer = draft.withKey(key.publicKey()).signedBy(stage.key());
            var probe = hubProbe(issuer)
                    .withSubject(Subjects.below(subjects.intermediateBase(name)))
                    .withExtension(names(List.of(new DnsName("probe." + name.dnsName())), List.of()));
            fences(complaints, probe, issuer, stage.root(), key, at);
            complaints.unlessRefused(
                    "An issuer below this one",
                    BEYOND_PATH_LENGTH,
                    belowIssuer(issuer, key, draft).complaint(stage.root(), at));
        }
        complaints.throwIfAny();
    }

    private void fences(
            Complaints complaints, Draft probe, Certificate issuer, Certificate trusted, SoftwareKey key, Instant at) {
        complaints.unlessAccepted(new Chain(probe.signedBy(key), issuer), trusted, at);
        var foreignUnit = probe.withSubject(subjects.hub("Probe"));
        var foreignName = probe.withExtension(names(List.of(ELSEWHERE), List.of()));
        var address = probe.withExtension(names(List.of(), List.of(anyAddress())));
        for (var outside : List.of(foreignUnit, foreignName, address)) {
            complaints.unlessRefused(
                    "A name outside the zone",
                    OUTSIDE_CONSTRAINTS,
                    new Chain(outside.signedBy(key), issuer).complaint(trusted, at));
        }
    }

    private Chain belowIssuer(Certificate issuer, SoftwareKey key, Draft draft) {
        var below = below(draft).signedBy(key);
        return new Chain(hubProbe(below).signedBy(probeKey), below, issuer);
    }

    /// An issuer as this one, issued by it. It has another name: self-issued certificates count for no path length.
    private Draft below(Draft issuer) {
        return issuer.withIssuer(issuer.subject())
                .withSubject(Subjects.below(issuer.subject()))
                .withKey(probeKey.publicKey());
    }

    private Draft hubProbe(Certificate issuer) {
        try (var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            return profiles.leaf(
                    Profiles.subjectOf(issuer),
                    new LeafDraft.HubLeaf(
                            "Probe",
                            List.of(new DnsName("probe.home.arpa")),
                            List.of(),
                            key.publicKey(),
                            issuer.notBefore(),
                            issuer.notAfter()));
        }
    }

    private Draft deviceProbe(Certificate issuer, ZoneName zone, int policy) {
        return profiles.probe(issuer, zone, policy, probeKey.publicKey(), random);
    }

    private static InetAddress anyAddress() {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
