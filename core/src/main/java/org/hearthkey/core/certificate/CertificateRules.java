package org.hearthkey.core.certificate;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.hearthkey.core.certificate.Lint.Rule;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.DnsName;

/// The rules for any certificate.
final class CertificateRules {
    /// CA/Browser Forum Baseline Requirements, 7.1, ask for 64 bits of randomness.
    private static final int SHORTEST_SERIAL_BITS = 56;

    private static final int LONGEST_SERIAL_BITS = 159;

    /// RFC 5280, appendix A: upper bounds of a common name, an organization and its unit.
    private static final int LONGEST_NAME_PART = 64;

    private static final Instant YEAR_2050 = Instant.parse("2050-01-01T00:00:00Z");

    private static final Set<ASN1ObjectIdentifier> CRITICAL_WE_KNOW = Set.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.nameConstraints,
            Extension.subjectAlternativeName,
            Extension.certificatePolicies,
            Extension.policyConstraints,
            Extension.policyMappings,
            Extension.inhibitAnyPolicy);

    static final Set<ASN1ObjectIdentifier> SOUND_SIGNATURES = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            PKCSObjectIdentifiers.id_RSASSA_PSS,
            EdECObjectIdentifiers.id_Ed25519);

    static final List<Rule<X509CertificateHolder>> ALL = List.of(
            new Rule<>(
                    "version.not-3", "RFC 5280, 4.1.2.1", "extensions need version 3", c -> c.getVersionNumber() != 3),
            new Rule<>(
                    "serial.bounds",
                    "RFC 5280, 4.1.2.2",
                    "the serial number is not positive or longer than 20 octets",
                    c -> c.getSerialNumber().signum() <= 0
                            || c.getSerialNumber().bitLength() > LONGEST_SERIAL_BITS),
            new Rule<>(
                    "serial.short",
                    "CA/Browser Forum BR, 7.1",
                    "the serial number is too short to be random",
                    c -> c.getSerialNumber().bitLength() < SHORTEST_SERIAL_BITS),
            new Rule<>(
                    "signature.differs",
                    "RFC 5280, 4.1.1.2",
                    "the signed algorithm is not that of the signature",
                    c -> !c.toASN1Structure()
                            .getSignatureAlgorithm()
                            .equals(c.toASN1Structure().getTBSCertificate().getSignature())),
            new Rule<>(
                    "signature.weak",
                    "NIST SP 800-131A",
                    "signed with a weak or unknown algorithm",
                    c -> !SOUND_SIGNATURES.contains(c.getSignatureAlgorithm().getAlgorithm())),
            new Rule<>("issuer.empty", "RFC 5280, 4.1.2.4", "the issuer has no name", c -> isEmpty(c.getIssuer())),
            new Rule<>(
                    "name.long",
                    "RFC 5280, appendix A.1",
                    "a part of a name is longer than 64 characters",
                    c -> Stream.of(c.getSubject(), c.getIssuer()).anyMatch(CertificateRules::hasLongPart)),
            new Rule<>(
                    "validity.backward",
                    "RFC 5280, 4.1.2.5",
                    "it ends before it begins",
                    c -> !c.getNotBefore().toInstant().isBefore(c.getNotAfter().toInstant())),
            new Rule<>(
                    "validity.form",
                    "RFC 5280, 4.1.2.5",
                    "UTCTime is for dates until 2049, GeneralizedTime for later ones",
                    c -> !isInDueForm(c.toASN1Structure().getTBSCertificate().getStartDate())
                            || !isInDueForm(
                                    c.toASN1Structure().getTBSCertificate().getEndDate())),
            new Rule<>(
                    "extension.unknown-critical",
                    "RFC 5280, 4.2",
                    "a critical extension that few will know",
                    c -> !CRITICAL_WE_KNOW.containsAll(c.getCriticalExtensionOIDs())),
            new Rule<>(
                    "extension.twice",
                    "RFC 5280, 4.2",
                    "an extension occurs twice",
                    c -> new HashSet<>(List.of(oids(c))).size() != oids(c).length),
            new Rule<>(
                    "ca.constraints",
                    "RFC 5280, 4.2.1.9",
                    "an issuer's basicConstraints must be critical",
                    c -> isIssuer(c) && !isCritical(c, Extension.basicConstraints)),
            new Rule<>(
                    "ca.usage",
                    "RFC 5280, 4.2.1.3",
                    "an issuer must be allowed to sign certificates",
                    c -> isIssuer(c) && !has(c, KeyUsage.keyCertSign)),
            new Rule<>(
                    "leaf.signs-certificates",
                    "RFC 5280, 4.2.1.9",
                    "only an issuer may sign certificates",
                    c -> !isIssuer(c) && has(c, KeyUsage.keyCertSign)),
            new Rule<>(
                    "leaf.path-length",
                    "RFC 5280, 4.2.1.9",
                    "a path length without being an issuer",
                    c -> constraints(c)
                            .filter(b -> !b.isCA() && b.getPathLenConstraint() != null)
                            .isPresent()),
            new Rule<>(
                    "usage.not-critical",
                    "RFC 5280, 4.2.1.3",
                    "keyUsage should be critical",
                    c -> c.getExtension(Extension.keyUsage) != null && !isCritical(c, Extension.keyUsage)),
            new Rule<>(
                    "usage.ec-encipherment",
                    "RFC 8813, 3",
                    "an EC key cannot encipher",
                    c -> isEc(c) && (has(c, KeyUsage.keyEncipherment) || has(c, KeyUsage.dataEncipherment))),
            new Rule<>(
                    "purpose.empty",
                    "RFC 5280, 4.2.1.12",
                    "extKeyUsage names no purpose",
                    c -> Optional.ofNullable(ExtendedKeyUsage.fromExtensions(extensions(c)))
                            .filter(e -> e.getUsages().length == 0)
                            .isPresent()),
            new Rule<>(
                    "key-id.missing",
                    "RFC 5280, 4.2.1.2",
                    "an issuer needs a subject key identifier",
                    c -> isIssuer(c) && c.getExtension(Extension.subjectKeyIdentifier) == null),
            new Rule<>(
                    "issuer-key-id.missing",
                    "RFC 5280, 4.2.1.1",
                    "what is not self-signed needs an authority key identifier",
                    c -> !c.getSubject().equals(c.getIssuer())
                            && authority(c)
                                    .filter(a -> a.getKeyIdentifierOctets() != null)
                                    .isEmpty()),
            new Rule<>(
                    "issuer-key-id.bound",
                    "Hearthkey profile",
                    "an authority key identifier with issuer and serial breaks under another certificate of the same"
                            + " key",
                    c -> authority(c)
                            .filter(a -> a.getAuthorityCertIssuer() != null || a.getAuthorityCertSerialNumber() != null)
                            .isPresent()),
            new Rule<>(
                    "constraints.leaf",
                    "RFC 5280, 4.2.1.10",
                    "only an issuer may have name constraints",
                    c -> !isIssuer(c) && c.getExtension(Extension.nameConstraints) != null),
            new Rule<>(
                    "constraints.not-critical",
                    "RFC 5280, 4.2.1.10",
                    "name constraints must be critical",
                    c -> c.getExtension(Extension.nameConstraints) != null
                            && !isCritical(c, Extension.nameConstraints)),
            new Rule<>(
                    "policy.critical",
                    "Hearthkey profile",
                    "mbedTLS cannot read a critical policy",
                    c -> isCritical(c, Extension.certificatePolicies)),
            new Rule<>(
                    "policy.twice",
                    "RFC 5280, 4.2.1.4",
                    "a policy occurs twice",
                    c -> Optional.ofNullable(CertificatePolicies.fromExtensions(extensions(c)))
                            .map(CertificatePolicies::getPolicyInformation)
                            .filter(p -> Arrays.stream(p)
                                            .map(i -> i.getPolicyIdentifier())
                                            .distinct()
                                            .count()
                                    != p.length)
                            .isPresent()),
            new Rule<>(
                    "names.empty",
                    "RFC 5280, 4.2.1.6",
                    "subjectAltName names nothing",
                    c -> c.getExtension(Extension.subjectAlternativeName) != null && names(c).isEmpty()),
            new Rule<>(
                    "names.dns-form",
                    "RFC 1123, 2.1",
                    "a DNS name in no form that compares",
                    c -> names(c).stream()
                            .filter(n -> n.getTagNo() == GeneralName.dNSName)
                            .map(n -> n.getName().toString())
                            .anyMatch(n -> DnsName.parse(n.replaceFirst("^\\*\\.", ""))
                                    .filter(d -> n.endsWith(d.text()))
                                    .isEmpty())),
            new Rule<>(
                    "subject.none",
                    "RFC 5280, 4.1.2.6",
                    "without a subject, subjectAltName must be there and critical; an issuer needs a subject",
                    c -> isEmpty(c.getSubject()) && (isIssuer(c) || !isCritical(c, Extension.subjectAlternativeName))),
            new Rule<>(
                    "key.weak",
                    "NIST SP 800-57 part 1, 5.6",
                    "the key is weaker than 112 bits, or of an unknown kind",
                    CertificateRules::hasWeakKey));

    private CertificateRules() {}

    static Extensions extensions(X509CertificateHolder c) {
        return Optional.ofNullable(c.getExtensions()).orElseGet(() -> new Extensions(new Extension[0]));
    }

    static List<GeneralName> names(X509CertificateHolder c) {
        return Optional.ofNullable(GeneralNames.fromExtensions(extensions(c), Extension.subjectAlternativeName))
                .map(names -> List.of(names.getNames()))
                .orElse(List.of());
    }

    static boolean isIssuer(X509CertificateHolder c) {
        return constraints(c).filter(BasicConstraints::isCA).isPresent();
    }

    static boolean has(X509CertificateHolder c, int usage) {
        return usage(c).filter(u -> u.hasUsages(usage)).isPresent();
    }

    static boolean isInDueForm(Time time) {
        boolean isUtc = time.toASN1Primitive() instanceof ASN1UTCTime;
        return isUtc == time.getDate().toInstant().isBefore(YEAR_2050);
    }

    private static Optional<BasicConstraints> constraints(X509CertificateHolder c) {
        return Optional.ofNullable(BasicConstraints.fromExtensions(extensions(c)));
    }

    private static Optional<KeyUsage> usage(X509CertificateHolder c) {
        return Optional.ofNullable(KeyUsage.fromExtensions(extensions(c)));
    }

    private static Optional<AuthorityKeyIdentifier> authority(X509CertificateHolder c) {
        return Optional.ofNullable(AuthorityKeyIdentifier.fromExtensions(extensions(c)));
    }

    private static ASN1ObjectIdentifier[] oids(X509CertificateHolder c) {
        return extensions(c).getExtensionOIDs();
    }

    private static boolean isCritical(X509CertificateHolder c, ASN1ObjectIdentifier oid) {
        var extension = c.getExtension(oid);
        return extension != null && extension.isCritical();
    }

    private static boolean isEmpty(X500Name name) {
        return name.getRDNs().length == 0;
    }

    private static boolean hasLongPart(X500Name name) {
        return Stream.of(BCStyle.CN, BCStyle.O, BCStyle.OU, BCStyle.SERIALNUMBER)
                .flatMap(type -> Arrays.stream(name.getRDNs(type)))
                .map(rdn -> rdn.getFirst().getValue())
                .anyMatch(value -> value instanceof ASN1String text
                        && text.getString().codePoints().count() > LONGEST_NAME_PART);
    }

    private static boolean isEc(X509CertificateHolder c) {
        return c.getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
    }

    private static boolean hasWeakKey(X509CertificateHolder c) {
        try {
            return PublicKeyInfo.parse(c.getSubjectPublicKeyInfo().getEncoded("DER"))
                    .filter(key -> key.bits() >= (key.algorithm().equals("RSA") ? 2048 : 224))
                    .isEmpty();
        } catch (IOException e) {
            return true;
        }
    }
}
