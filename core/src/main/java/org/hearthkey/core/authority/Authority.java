package org.hearthkey.core.authority;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.DetachedCms;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.ZoneName;

/// Signs for one home. Every signature is rehearsed first: a throw-away key signs the same draft, the JDK's validator
/// and our lint read it, and only if neither has anything against it does the real key sign. What the real key made is
/// checked once more before it leaves.
///
/// Nothing is recorded here: what was signed exists for others only once the caller has kept it.
///
/// All methods throw [IllegalArgumentException] if key, issuer and draft do not belong together, [RehearsalException]
/// if the rehearsal found a fault, and [SigningException] if the key could not be used.
public final class Authority {
    private static final Period ROOT_LIFE = Period.ofYears(20);
    private static final Period ISSUER_LIFE = Period.ofYears(5);

    /// Clocks in a home differ by minutes.
    private static final Duration BACKDATING = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Profiles profiles;
    private final Rehearsal rehearsal;
    private final IssuerRehearsal issuerRehearsal;
    private final AdoptedRehearsal adoptedRehearsal;

    public Authority(HomeId home, InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.profiles = new Profiles(home, random);
        this.rehearsal = new Rehearsal(profiles, random);
        this.adoptedRehearsal = new AdoptedRehearsal(profiles, random);
        this.issuerRehearsal = new IssuerRehearsal(profiles, new Subjects(home), random);
    }

    /// The root of the home, for twenty years.
    public Certificate signRoot(SigningKey root) {
        var draft = profiles.root(root.publicKey(), Validity.starting(justBefore(), ROOT_LIFE));
        issuerRehearsal.root(draft);
        var certificate = draft.signedBy(root);
        return signedBy(certificate, certificate);
    }

    /// The issuer of the home's own servers and its twin, for five years or until the root ends.
    public IssuerPair signServices(Certificate root, SigningKey rootKey, SigningKey servicesKey) {
        requireKey(root, rootKey);
        var issuerDraft = profiles.services(root, servicesKey.publicKey(), issuerValidity(root));
        var twinDraft = profiles.twin(issuerDraft);
        issuerRehearsal.services(root, issuerDraft, twinDraft);
        return pair(root, rootKey, issuerDraft, servicesKey, twinDraft);
    }

    /// The issuer of a zone and its twin, for five years or until the root ends.
    ///
    /// @param policyNumber the zone's own, never given to another zone
    public IssuerPair signZone(
            Certificate root, SigningKey rootKey, ZoneName zone, int policyNumber, SigningKey zoneKey) {
        requireKey(root, rootKey);
        var issuerDraft = profiles.zone(root, zone, policyNumber, zoneKey.publicKey(), issuerValidity(root));
        var twinDraft = profiles.twin(issuerDraft);
        issuerRehearsal.zone(root, zone, policyNumber, issuerDraft, twinDraft);
        return pair(root, rootKey, issuerDraft, zoneKey, twinDraft);
    }

    /// The issuer of another program, for so many years or until the root ends. It has no twin: its key is not here.
    ///
    /// @param name never a zone's
    public Certificate signIntermediate(
            Certificate root, SigningKey rootKey, ZoneName name, PublicKeyInfo key, Period life) {
        requireKey(root, rootKey);
        var validity = Validity.starting(justBefore(), life).endingWith(root);
        var draft = profiles.intermediate(root, name, key, validity);
        issuerRehearsal.intermediate(root, name, draft);
        return signedBy(draft.signedBy(new CertifiedKey(root, rootKey)), root);
    }

    /// Passes if the home can issue below a root that another program made.
    ///
    /// @param zone stands for all zones
    public void rehearseAdopted(Certificate root, ZoneName zone) {
        adoptedRehearsal.root(root, zone, clock.instant());
    }

    /// The issuer of a zone that another program made: the root signs what it said of itself for the same key and name, so
    /// that what it issued goes on. Its twin is what it was, where that was signed by itself.
    ///
    /// @param policyNumber the zone's own, never given to another zone
    public IssuerPair adoptZone(
            Certificate root,
            SigningKey rootKey,
            ZoneName zone,
            int policyNumber,
            Certificate adopted,
            SigningKey zoneKey) {
        requireKey(root, rootKey);
        requireKey(adopted, zoneKey);
        var validity =
                Validity.starting(justBefore(), ISSUER_LIFE).endingWith(root).endingWith(adopted);
        var issuerDraft = profiles.adoptedZone(root, policyNumber, adopted, validity);
        var twin = adopted.isSignedBy(adopted)
                ? adopted
                : profiles.twin(issuerDraft).signedBy(zoneKey);
        adoptedRehearsal.zone(root, zone, policyNumber, issuerDraft, twin);
        return new IssuerPair(
                signedBy(issuerDraft.signedBy(new CertifiedKey(root, rootKey)), root), signedBy(twin, twin));
    }

    /// The root that comes after another, by the same name, for twenty years.
    public Certificate signNextRoot(Certificate before, SigningKey root) {
        var name = Profiles.subjectOf(before);
        var draft = profiles.root(root.publicKey(), Validity.starting(justBefore(), ROOT_LIFE))
                .withSubject(name)
                .withIssuer(name);
        issuerRehearsal.root(draft);
        var certificate = draft.signedBy(root);
        return signedBy(certificate, certificate);
    }

    /// The key of one root, as the other root of the home vouches for it: from when the key is there, until the first of the
    /// two ends.
    public Certificate signCross(Certificate signer, SigningKey signerKey, Certificate root) {
        requireKey(signer, signerKey);
        var draft = profiles.cross(signer, root, Validity.of(root).endingWith(signer));
        issuerRehearsal.cross(signer, draft);
        return signedBy(draft.signedBy(new CertifiedKey(signer, signerKey)), signer);
    }

    /// The services issuer below another root: the same key and end, so that its twin and all below it stay as they are.
    public Issuer signServicesAgain(Certificate root, SigningKey rootKey, Issuer services) {
        requireKey(root, rootKey);
        var draft = again(root, services.certificate());
        issuerRehearsal.services(root, draft, twinOf(services));
        return again(services, signedBy(draft.signedBy(rootKey), root));
    }

    /// A zone's issuer below another root: the same key, name and end, so that its twin and all below it stay as they are.
    public Issuer signZoneAgain(Certificate root, SigningKey rootKey, Zone zone) {
        requireKey(root, rootKey);
        var issuer = zone.issuer();
        var draft = again(root, issuer.certificate());
        if (profiles.isOwn(zone.name(), issuer.certificate())) {
            issuerRehearsal.zone(root, zone.name(), zone.policyNumber(), draft, twinOf(issuer));
        } else {
            adoptedRehearsal.zone(
                    root, zone.name(), zone.policyNumber(), draft, issuer.twin().orElseThrow());
        }
        return again(issuer, signedBy(draft.signedBy(rootKey), root));
    }

    /// The issuer of another program below another root: the same key, name, fences and end, so that what it issued goes on.
    public Certificate signIntermediateAgain(Certificate root, SigningKey rootKey, Intermediate intermediate) {
        requireKey(root, rootKey);
        var draft = again(root, intermediate.certificate());
        issuerRehearsal.intermediate(root, intermediate.name(), draft);
        return signedBy(draft.signedBy(rootKey), root);
    }

    private Draft again(Certificate root, Certificate before) {
        return profiles.again(root, before, new Validity(justBefore(), before.notAfter()).endingWith(root));
    }

    private static Draft twinOf(Issuer issuer) {
        return Draft.copyOf(issuer.twin().orElseThrow(), issuer.certificate().publicKey());
    }

    private static Issuer again(Issuer issuer, Certificate certificate) {
        return new Issuer(issuer.role(), certificate, issuer.twin());
    }

    private static IssuerPair pair(
            Certificate root, SigningKey rootKey, Draft issuerDraft, SigningKey issuerKey, Draft twinDraft) {
        var twin = twinDraft.signedBy(issuerKey);
        return new IssuerPair(
                signedBy(issuerDraft.signedBy(new CertifiedKey(root, rootKey)), root), signedBy(twin, twin));
    }

    /// A certificate at the end of a chain.
    ///
    /// @throws IllegalArgumentException also if it would outlive its issuer or is none of this issuer's
    public Certificate signLeaf(Issuer issuer, SigningKey key, LeafDraft leaf) {
        requireKey(issuer.certificate(), key);
        requireOwn(issuer.role(), leaf);
        if (leaf.notAfter().isAfter(issuer.certificate().notAfter())) {
            throw new IllegalArgumentException("It would outlive its issuer, which ends "
                    + issuer.certificate().notAfter());
        }
        var draft = profiles.leaf(Profiles.subjectOf(issuer.certificate()), leaf);
        rehearsal.leaf(issuer.certificate(), draft);
        return signedBy(draft.signedBy(new CertifiedKey(issuer.certificate(), key)), issuer.certificate());
    }

    /// A full revocation list of an issuer; for a zone it holds under the root and under the twin alike.
    public Crl signCrl(Issuer issuer, SigningKey key, CrlDraft draft) {
        requireKey(issuer.certificate(), key);
        rehearsal.list(issuer.certificate(), draft);
        var list = new ListDraft(Profiles.subjectOf(issuer.certificate()), draft)
                .signedBy(new CertifiedKey(issuer.certificate(), key));
        if (!list.isSignedBy(issuer.certificate())) {
            throw new SigningException("The signature under the list is wrong");
        }
        return list;
    }

    /// Entries for lists of an issuer, rehearsed in slices and put into DER: for more of them than should be held.
    ///
    /// @param first the first list that is to name them; its own entries do not matter
    public EntryRun prepare(Issuer issuer, CrlDraft first, EntrySource entries) {
        return rehearsal.run(issuer.certificate(), first, entries);
    }

    /// A full revocation list of an issuer without being held: it names what was prepared, and then what is in the draft.
    ///
    /// @param prepared by [#prepare] for a list of this issuer that begins no later
    public SignedEnds signEnds(Issuer issuer, SigningKey key, CrlDraft draft, List<EntryRun> prepared) {
        requireKey(issuer.certificate(), key);
        rehearsal.list(issuer.certificate(), draft);
        var own = EntryRun.of(draft.entries());
        var body = new ListBody(Stream.concat(prepared.stream(), Stream.of(own)).toList());
        return new ListWriter(Profiles.subjectOf(issuer.certificate()), draft, body)
                .ends(
                        new CertifiedKey(issuer.certificate(), key),
                        issuer.certificate().x509().getPublicKey(),
                        own);
    }

    /// A detached CMS signature in DER, with the signer and the chain inside.
    ///
    /// @param signer a certificate for signing bundles and for `key`
    /// @param chain the signer's issuer first
    public byte[] signDetached(byte[] content, SigningKey key, Certificate signer, List<Certificate> chain) {
        requireKey(signer, key);
        if (chain.isEmpty() || !signer.isSignedBy(chain.getFirst())) {
            throw new IllegalArgumentException("The chain does not begin with the signer's issuer");
        }
        var draft = new CmsDraft(content, clock.instant());
        rehearsal.detached(chain.getFirst(), signer, draft);
        var signature = draft.signedBy(key, signer, chain);
        return switch (DetachedCms.verify(signature, content, chain.getFirst(), draft.at())) {
            case DetachedCms.Signed _ -> signature;
            case DetachedCms.Refused(var why) -> throw new SigningException("The signature is wrong: " + why);
        };
    }

    /// A detached CMS signature in DER by the root itself, with its certificate inside.
    public byte[] signByRoot(byte[] content, SigningKey key, Certificate root) {
        requireKey(root, key);
        var draft = new CmsDraft(content, clock.instant());
        rehearsal.byRoot(root, draft);
        var signature = draft.signedBy(key, root, List.of());
        return switch (DetachedCms.verifyBy(root, signature, content)) {
            case DetachedCms.Signed _ -> signature;
            case DetachedCms.Refused(var why) -> throw new SigningException("The signature is wrong: " + why);
        };
    }

    private Instant justBefore() {
        return clock.instant().minus(BACKDATING);
    }

    private Validity issuerValidity(Certificate root) {
        return Validity.starting(justBefore(), ISSUER_LIFE).endingWith(root);
    }

    private static Certificate signedBy(Certificate certificate, Certificate issuer) {
        if (!certificate.isSignedBy(issuer)) {
            throw new SigningException("The signature under the certificate is wrong");
        }
        return certificate;
    }

    private static void requireKey(Certificate certificate, SigningKey key) {
        if (!certificate.publicKey().equals(key.publicKey())) {
            throw new IllegalArgumentException("This is not the key of " + certificate.subject());
        }
    }

    private static void requireOwn(Role issuer, LeafDraft leaf) {
        boolean own = switch (leaf) {
            case LeafDraft.DeviceLeaf device -> issuer instanceof Role.Zone(var zone) && zone.equals(device.zone());
            case LeafDraft.HubLeaf _, LeafDraft.HomeLeaf _, LeafDraft.ManifestLeaf _ -> issuer instanceof Role.Services;
        };
        if (!own) {
            throw new IllegalArgumentException("The issuer " + issuer.code() + " does not sign these");
        }
    }
}
