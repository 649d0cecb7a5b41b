package org.hearthkey.core.authority;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.hearthkey.core.certificate.ProductArc;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.name.DnsName;

/// The extensions of our profiles, each in the one way we write it.
final class CertificateExtensions {
    private static final String HUB = "http://hub.home.arpa/";
    private static final int KEY_IDENTIFIER_BYTES = 20;

    private CertificateExtensions() {}

    /// Critical, as RFC 5280 4.2.1.9 wants it of issuers.
    static Extension issuerWithPathLength(int certificatesBetween) {
        return critical(Extension.basicConstraints, new BasicConstraints(certificatesBetween));
    }

    static Extension notAnIssuer() {
        return critical(Extension.basicConstraints, new BasicConstraints(false));
    }

    static Extension keyUsage(int usage) {
        return critical(Extension.keyUsage, new KeyUsage(usage));
    }

    static Extension extendedKeyUsage(KeyPurposeId... purposes) {
        return plain(Extension.extendedKeyUsage, new ExtendedKeyUsage(purposes));
    }

    /// Critical, so that whoever does not know the purpose does not use the certificate for another.
    static Extension bundleSigningOnly() {
        var purpose = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(ProductArc.BUNDLE_SIGNING));
        return critical(Extension.extendedKeyUsage, new ExtendedKeyUsage(purpose));
    }

    /// Not critical: mbedTLS refuses to parse a certificate with a critical policy.
    static Extension zonePolicy(int number) {
        var policy = new PolicyInformation(new ASN1ObjectIdentifier(ProductArc.zonePolicy(number)));
        return plain(Extension.certificatePolicies, new CertificatePolicies(policy));
    }

    /// Names below must lie in the zone, as DNS names and as directory names (validators differ in which they check),
    /// and IP addresses are out altogether.
    static Extension zoneConstraints(DnsName subtree, X500Name directoryBase) {
        GeneralSubtree[] permitted = {
            new GeneralSubtree(new GeneralName(GeneralName.dNSName, subtree.text())),
            new GeneralSubtree(new GeneralName(directoryBase))
        };
        // An address and a mask of zeros: every IPv4, every IPv6.
        GeneralSubtree[] excluded = {
            new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[8]))),
            new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[32])))
        };
        return critical(Extension.nameConstraints, new NameConstraints(permitted, excluded));
    }

    static Extension names(List<DnsName> dns, List<InetAddress> addresses) {
        var names = Stream.concat(
                dns.stream().map(name -> new GeneralName(GeneralName.dNSName, name.text())),
                addresses.stream()
                        .map(a -> new GeneralName(GeneralName.iPAddress, new DEROctetString(a.getAddress()))));
        return plain(Extension.subjectAlternativeName, new GeneralNames(names.toArray(GeneralName[]::new)));
    }

    /// Where the issuer's list is fetched, by those that fetch. HTTP: a list is signed, and HTTPS would need the list
    /// first.
    static Extension listAddress(Role issuer) {
        var name = new DistributionPointName(new GeneralNames(address("crl/" + issuer.code() + ".crl")));
        return plain(
                Extension.cRLDistributionPoints,
                new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)}));
    }

    static Extension issuerAddress(Role issuer) {
        return plain(
                Extension.authorityInfoAccess,
                new AuthorityInformationAccess(new AccessDescription(
                        AccessDescription.id_ad_caIssuers, address("ca/" + issuer.code() + ".cer"))));
    }

    static Extension subjectKeyIdentifier(PublicKeyInfo key) {
        return subjectKeyIdentifier(identifier(key));
    }

    /// The identifier that a key has elsewhere already.
    static Extension subjectKeyIdentifier(SubjectKeyIdentifier identifier) {
        return plain(Extension.subjectKeyIdentifier, identifier);
    }

    /// The key identifier alone: with issuer and serial number, a leaf would be refused under its zone's twin.
    static Extension authorityKeyIdentifier(SigningKey issuer) {
        var identifier =
                issuer instanceof CertifiedKey certified ? certified.identifier() : identifier(issuer.publicKey());
        return plain(Extension.authorityKeyIdentifier, new AuthorityKeyIdentifier(identifier.getKeyIdentifier()));
    }

    /// The leftmost 160 bits of the key's SHA-256.
    ///
    /// @see <a href="https://www.rfc-editor.org/rfc/rfc7093#section-2">RFC 7093, section 2, method 1</a>
    static SubjectKeyIdentifier identifier(PublicKeyInfo key) {
        var bits =
                SubjectPublicKeyInfo.getInstance(key.der()).getPublicKeyData().getOctets();
        return new SubjectKeyIdentifier(Arrays.copyOf(Fingerprint.of(bits).bytes(), KEY_IDENTIFIER_BYTES));
    }

    private static GeneralName address(String path) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, new DERIA5String(HUB + path));
    }

    private static Extension critical(ASN1ObjectIdentifier oid, ASN1Encodable value) {
        return extension(oid, true, value);
    }

    static Extension plain(ASN1ObjectIdentifier oid, ASN1Encodable value) {
        return extension(oid, false, value);
    }

    private static Extension extension(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            return new Extension(oid, critical, value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("Encoding to memory does not fail", e);
        }
    }
}
