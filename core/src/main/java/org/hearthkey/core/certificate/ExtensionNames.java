package org.hearthkey.core.certificate;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/// How RFC 5280 calls the extensions.
final class ExtensionNames {
    private static final Map<ASN1ObjectIdentifier, String> NAMES = Map.ofEntries(
            Map.entry(Extension.authorityInfoAccess, "authorityInfoAccess"),
            Map.entry(Extension.authorityKeyIdentifier, "authorityKeyIdentifier"),
            Map.entry(Extension.basicConstraints, "basicConstraints"),
            Map.entry(Extension.certificateIssuer, "certificateIssuer"),
            Map.entry(Extension.certificatePolicies, "certificatePolicies"),
            Map.entry(Extension.cRLDistributionPoints, "cRLDistributionPoints"),
            Map.entry(Extension.cRLNumber, "cRLNumber"),
            Map.entry(Extension.deltaCRLIndicator, "deltaCRLIndicator"),
            Map.entry(Extension.extendedKeyUsage, "extKeyUsage"),
            Map.entry(Extension.freshestCRL, "freshestCRL"),
            Map.entry(Extension.inhibitAnyPolicy, "inhibitAnyPolicy"),
            Map.entry(Extension.issuerAlternativeName, "issuerAltName"),
            Map.entry(Extension.issuingDistributionPoint, "issuingDistributionPoint"),
            Map.entry(Extension.keyUsage, "keyUsage"),
            Map.entry(Extension.nameConstraints, "nameConstraints"),
            Map.entry(Extension.policyConstraints, "policyConstraints"),
            Map.entry(Extension.policyMappings, "policyMappings"),
            Map.entry(Extension.subjectAlternativeName, "subjectAltName"),
            Map.entry(Extension.subjectInfoAccess, "subjectInfoAccess"),
            Map.entry(Extension.subjectKeyIdentifier, "subjectKeyIdentifier"),
            Map.entry(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24"), "tlsFeature"));

    private ExtensionNames() {}

    static String of(ASN1ObjectIdentifier oid) {
        return NAMES.getOrDefault(oid, oid.getId());
    }
}
