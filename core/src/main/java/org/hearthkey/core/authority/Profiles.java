package org.hearthkey.core.authority;

import static org.hearthkey.core.authority.CertificateExtensions.extendedKeyUsage;
import static org.hearthkey.core.authority.CertificateExtensions.issuerAddress;
import static org.hearthkey.core.authority.CertificateExtensions.issuerWithPathLength;
import static org.hearthkey.core.authority.CertificateExtensions.keyUsage;
import static org.hearthkey.core.authority.CertificateExtensions.listAddress;
import static org.hearthkey.core.authority.CertificateExtensions.names;
import static org.hearthkey.core.authority.CertificateExtensions.notAnIssuer;
import static org.hearthkey.core.authority.CertificateExtensions.zoneConstraints;
import static org.hearthkey.core.authority.CertificateExtensions.zonePolicy;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.ZoneName;

/// What each kind of certificate of one home says.
final class Profiles {
    private static final int ISSUES = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    private static final Role ROOT = new Role.Root();
    private static final Role SERVICES = new Role.Services();

    private final Subjects subjects;
    private final SecureRandom random;

    Profiles(HomeId home, SecureRandom random) {
        this.subjects = new Subjects(home);
        this.random = random;
    }

    static X500Name subjectOf(Certificate certificate) {
        try {
            return new X509CertificateHolder(certificate.der().bytes()).getSubject();
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a certificate", e);
        }
    }

    Draft root(PublicKeyInfo key, Validity validity) {
        return draft(
                subjects.root(), subjects.root(), validity, key, List.of(issuerWithPathLength(1), keyUsage(ISSUES)));
    }

    /// One root's key as another root of the same home vouches for it.
    Draft cross(Certificate signer, Certificate root, Validity validity) {
        return draft(
                subjectOf(signer),
                subjectOf(root),
                validity,
                root.publicKey(),
                List.of(
                        issuerWithPathLength(1),
                        keyUsage(ISSUES),
                        CertificateExtensions.subjectKeyIdentifier(CertifiedKey.identifierOf(root)),
                        listAddress(ROOT),
                        issuerAddress(ROOT)));
    }

    /// No name constraints: devices that cannot parse them must be able to check the hub. Not for servers only: OpenSSL
    /// would refuse the home's own certificate below it, with which the home delivers to hubs.
    Draft services(Certificate root, PublicKeyInfo key, Validity validity) {
        return draft(
                subjectOf(root),
                subjects.services(),
                validity,
                key,
                List.of(
                        issuerWithPathLength(0),
                        keyUsage(ISSUES),
                        extendedKeyUsage(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth),
                        listAddress(ROOT),
                        issuerAddress(ROOT)));
    }

    Draft zone(Certificate root, ZoneName zone, int policy, PublicKeyInfo key, Validity validity) {
        return draft(
                subjectOf(root),
                subjects.zone(zone),
                validity,
                key,
                List.of(
                        issuerWithPathLength(0),
                        keyUsage(ISSUES),
                        extendedKeyUsage(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth),
                        zoneConstraints(zone.dnsName(), subjects.zoneBase(zone)),
                        zonePolicy(policy),
                        listAddress(ROOT),
                        issuerAddress(ROOT)));
    }

    /// The issuer of a zone as another program made it: its name, its key identifier, its constraints and its purposes.
    Draft adoptedZone(Certificate root, int policy, Certificate adopted, Validity validity) {
        var made = Draft.copyOf(adopted, adopted.publicKey());
        var extensions = new ArrayList<>(List.of(
                issuerWithPathLength(0),
                keyUsage(ISSUES),
                CertificateExtensions.subjectKeyIdentifier(CertifiedKey.identifierOf(adopted)),
                zonePolicy(policy),
                listAddress(ROOT),
                issuerAddress(ROOT)));
        made.extensions().stream()
                .filter(e -> e.getExtnId().equals(Extension.nameConstraints)
                        || e.getExtnId().equals(Extension.extendedKeyUsage))
                .forEach(extensions::add);
        return draft(subjectOf(root), subjectOf(adopted), validity, adopted.publicKey(), extensions);
    }

    /// What an issuer below one root says, below another: the same key and its identifier, name, fences and purposes.
    Draft again(Certificate root, Certificate before, Validity validity) {
        var made = Draft.copyOf(before, before.publicKey());
        var extensions = new ArrayList<>(made.extensions());
        extensions.add(CertificateExtensions.subjectKeyIdentifier(CertifiedKey.identifierOf(before)));
        return draft(subjectOf(root), made.subject(), validity, made.key(), extensions);
    }

    /// Whether a zone's issuer was made here and not by another program.
    boolean isOwn(ZoneName zone, Certificate issuer) {
        return subjectOf(issuer).equals(subjects.zone(zone));
    }

    /// As a zone's issuer, but for the key of another program: fenced into a subtree and a directory name of its own.
    Draft intermediate(Certificate root, ZoneName name, PublicKeyInfo key, Validity validity) {
        return draft(
                subjectOf(root),
                subjects.intermediate(name),
                validity,
                key,
                List.of(
                        issuerWithPathLength(0),
                        keyUsage(ISSUES),
                        extendedKeyUsage(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth),
                        zoneConstraints(name.dnsName(), subjects.intermediateBase(name)),
                        listAddress(ROOT),
                        issuerAddress(ROOT)));
    }

    /// The same key, name and constraints as the zone's issuer, signed by itself; so nobody's list and address but its
    /// own.
    Draft twin(Draft zone) {
        var extensions = zone.extensions().stream()
                .filter(e -> !e.getExtnId().equals(Extension.cRLDistributionPoints)
                        && !e.getExtnId().equals(Extension.authorityInfoAccess))
                .toList();
        return draft(zone.subject(), zone.subject(), zone.validity(), zone.key(), extensions);
    }

    Draft leaf(X500Name issuer, LeafDraft leaf) {
        var validity = new Validity(leaf.notBefore(), leaf.notAfter());
        return switch (leaf) {
            case LeafDraft.DeviceLeaf device ->
                draft(issuer, subjects.device(device), validity, leaf.key(), of(device));
            case LeafDraft.HubLeaf hub -> draft(issuer, subjects.hub(hub.name()), validity, leaf.key(), of(hub));
            case LeafDraft.HomeLeaf _ -> draft(issuer, subjects.homeItself(), validity, leaf.key(), ofHomeItself());
            case LeafDraft.ManifestLeaf _ ->
                draft(issuer, subjects.manifestSigner(), validity, leaf.key(), ofManifestSigner());
        };
    }

    /// An end of a chain below any issuer, to try a revocation list on.
    Draft probe(X500Name issuer, Validity validity, PublicKeyInfo key) {
        return draft(issuer, subjects.hub("Probe"), validity, key, List.of(notAnIssuer()));
    }

    private static List<Extension> of(LeafDraft.DeviceLeaf device) {
        var zone = new Role.Zone(device.zone());
        return List.of(
                notAnIssuer(),
                keyUsage(KeyUsage.digitalSignature),
                extendedKeyUsage(KeyPurposeId.id_kp_clientAuth),
                names(List.of(device.dns()), List.of()),
                zonePolicy(device.policyNumber()),
                listAddress(zone),
                issuerAddress(zone));
    }

    private static List<Extension> of(LeafDraft.HubLeaf hub) {
        // NSS wants keyEncipherment of an RSA server; RFC 8813 forbids it to EC keys.
        int usage = hub.key().algorithm().equals("RSA")
                ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment
                : KeyUsage.digitalSignature;
        return List.of(
                notAnIssuer(),
                keyUsage(usage),
                extendedKeyUsage(KeyPurposeId.id_kp_serverAuth),
                names(hub.dns(), hub.addresses()),
                listAddress(SERVICES),
                issuerAddress(SERVICES));
    }

    private static List<Extension> ofHomeItself() {
        return List.of(
                notAnIssuer(),
                keyUsage(KeyUsage.digitalSignature),
                extendedKeyUsage(KeyPurposeId.id_kp_clientAuth),
                listAddress(SERVICES),
                issuerAddress(SERVICES));
    }

    private static List<Extension> ofManifestSigner() {
        return List.of(
                notAnIssuer(),
                keyUsage(KeyUsage.digitalSignature),
                CertificateExtensions.bundleSigningOnly(),
                listAddress(SERVICES),
                issuerAddress(SERVICES));
    }

    private Draft draft(
            X500Name issuer, X500Name subject, Validity validity, PublicKeyInfo key, List<Extension> extensions) {
        return new Draft(SerialNumber.random(random), issuer, subject, validity, key, extensions);
    }

    /// A device of a zone that is certified in a rehearsal only, as long as its issuer.
    Draft probe(Certificate issuer, ZoneName zone, int policy, PublicKeyInfo key, SecureRandom random) {
        return leaf(
                subjectOf(issuer),
                new LeafDraft.DeviceLeaf(
                        new DeviceName("Probe"),
                        new UUID(random.nextLong(), random.nextLong()),
                        zone,
                        new DnsName("probe." + zone.dnsName()),
                        policy,
                        key,
                        issuer.notBefore(),
                        issuer.notAfter()));
    }
}
