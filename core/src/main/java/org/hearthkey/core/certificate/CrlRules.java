package org.hearthkey.core.certificate;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.TBSCertList.CRLEntry;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CRLHolder;
import org.hearthkey.core.certificate.Lint.Rule;

/// The rules for any full revocation list.
final class CrlRules {
    private static final int LONGEST_NUMBER_BITS = 159;

    /// Version, algorithm and issuer.
    private static final int PARTS_BEFORE_TIMES = 3;

    static final List<Rule<X509CRLHolder>> ALL = List.of(
            new Rule<>(
                    "list.version",
                    "RFC 5280, 5.1.2.1",
                    "a list with extensions needs version 2",
                    c -> tbs(c).getVersionNumber() != 2),
            new Rule<>(
                    "list.signature-differs",
                    "RFC 5280, 5.1.1.2",
                    "the signed algorithm is not that of the signature",
                    c -> !c.toASN1Structure().getSignatureAlgorithm().equals(tbs(c).getSignature())),
            new Rule<>(
                    "list.signature-weak",
                    "NIST SP 800-131A",
                    "signed with a weak or unknown algorithm",
                    c -> !CertificateRules.SOUND_SIGNATURES.contains(
                            c.toASN1Structure().getSignatureAlgorithm().getAlgorithm())),
            new Rule<>("list.no-end", "RFC 5280, 5.1.2.5", "nextUpdate must be there", c -> c.getNextUpdate() == null),
            new Rule<>(
                    "list.backward",
                    "RFC 5280, 5.1.2.5",
                    "it ends before it begins",
                    c -> c.getNextUpdate() != null
                            && !c.getThisUpdate()
                                    .toInstant()
                                    .isBefore(c.getNextUpdate().toInstant())),
            new Rule<>(
                    "list.date-form",
                    "RFC 5280, 5.1.2.4",
                    "UTCTime is for dates until 2049, GeneralizedTime for later ones",
                    c -> Stream.concat(
                                    Stream.of(tbs(c).getThisUpdate(), tbs(c).getNextUpdate())
                                            .filter(t -> t != null),
                                    dates(c))
                            .anyMatch(t -> !CertificateRules.isInDueForm(t))),
            new Rule<>(
                    "list.number", "RFC 5280, 5.2.3", "cRLNumber must be there, not critical, up to 20 octets", c -> {
                        var number = extensions(c).getExtension(Extension.cRLNumber);
                        return number == null || number.isCritical() || isOutOfBounds(number);
                    }),
            new Rule<>(
                    "list.issuer-key-id",
                    "RFC 5280, 5.2.1",
                    "the authority key identifier must be there",
                    c -> authority(c)
                            .filter(a -> a.getKeyIdentifierOctets() != null)
                            .isEmpty()),
            new Rule<>(
                    "list.issuer-key-id-bound",
                    "Hearthkey profile",
                    "an authority key identifier with issuer and serial breaks under another certificate of the same"
                            + " key",
                    c -> authority(c)
                            .filter(a -> a.getAuthorityCertIssuer() != null)
                            .isPresent()),
            new Rule<>(
                    "list.critical",
                    "Hearthkey profile",
                    "a critical extension, which mbedTLS cannot read",
                    c -> extensions(c).hasAnyCriticalExtensions()),
            new Rule<>(
                    "list.partial",
                    "RFC 5280, 5.2.4 and 5.2.5",
                    "it covers only a part",
                    c -> extensions(c).getExtension(Extension.deltaCRLIndicator) != null
                            || extensions(c).getExtension(Extension.issuingDistributionPoint) != null),
            new Rule<>(
                    "list.empty",
                    "RFC 5280, 5.1.2.6",
                    "a list of nothing must be left out",
                    c -> parts(c).skip(PARTS_BEFORE_TIMES).anyMatch(p -> p instanceof ASN1Sequence s && s.size() == 0)),
            new Rule<>("list.twice", "RFC 5280, 5.1.2.6", "a serial number occurs twice", c -> {
                var seen = new HashSet<BigInteger>();
                return entries(c).anyMatch(e -> !seen.add(e.getUserCertificate().getValue()));
            }),
            new Rule<>("list.future", "RFC 5280, 5.1.2.6", "an entry is dated after the list", c -> {
                var thisUpdate = c.getThisUpdate().toInstant();
                return dates(c).anyMatch(t -> t.getDate().toInstant().isAfter(thisUpdate));
            }),
            new Rule<>(
                    "list.reason",
                    "RFC 5280, 5.3.1",
                    "a reason that a full list does not state",
                    c -> entries(c).anyMatch(CrlRules::hasStrangeReason)),
            new Rule<>(
                    "list.entry-critical",
                    "Hearthkey profile",
                    "an entry with a critical extension",
                    c -> entries(c)
                            .anyMatch(e -> e.getExtensions() != null
                                    && e.getExtensions().hasAnyCriticalExtensions())));

    private CrlRules() {}

    private static TBSCertList tbs(X509CRLHolder c) {
        return c.toASN1Structure().getTBSCertList();
    }

    private static Stream<ASN1Encodable> parts(X509CRLHolder c) {
        return Arrays.stream(ASN1Sequence.getInstance(tbs(c).toASN1Primitive()).toArray());
    }

    private static Stream<CRLEntry> entries(X509CRLHolder c) {
        Enumeration<?> entries = tbs(c).getRevokedCertificateEnumeration();
        return Collections.list(entries).stream().map(CRLEntry.class::cast);
    }

    /// Each date once: reading one takes longer than all else, and many entries share theirs.
    private static Stream<Time> dates(X509CRLHolder c) {
        return entries(c).map(CRLEntry::getRevocationDate).distinct();
    }

    private static Extensions extensions(X509CRLHolder c) {
        return Optional.ofNullable(tbs(c).getExtensions()).orElseGet(() -> new Extensions(new Extension[0]));
    }

    private static Optional<AuthorityKeyIdentifier> authority(X509CRLHolder c) {
        return Optional.ofNullable(AuthorityKeyIdentifier.fromExtensions(extensions(c)));
    }

    private static boolean isOutOfBounds(Extension number) {
        var value = ASN1Integer.getInstance(number.getParsedValue()).getValue();
        return value.signum() < 0 || value.bitLength() > LONGEST_NUMBER_BITS;
    }

    private static boolean hasStrangeReason(CRLEntry entry) {
        if (entry.getExtensions() == null) {
            return false;
        }
        var reason = entry.getExtensions().getExtensionParsedValue(Extension.reasonCode);
        return reason != null
                && Reason.ofCode(ASN1Enumerated.getInstance(reason).intValueExact())
                        .filter(r -> r != Reason.UNSPECIFIED)
                        .isEmpty();
    }
}
