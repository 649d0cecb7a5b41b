package org.hearthkey.core.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.hearthkey.core.certificate.Lint.Rule;

/// What our own profile asks of a device's certificate beyond RFC 5280.
final class DeviceCertificateRules {
    private static final String PROFILE = "Hearthkey profile";
    private static final int RANDOM_SERIAL_BITS = 128;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final List<ASN1ObjectIdentifier> NAME_ORDER =
            List.of(BCStyle.O, BCStyle.OU, BCStyle.CN, BCStyle.SERIALNUMBER);

    static final List<Rule<X509CertificateHolder>> ALL = List.of(
            new Rule<>(
                    "device.names",
                    PROFILE,
                    "not exactly one DNS name: GnuTLS and the JDK refuse a URI alone",
                    c -> CertificateRules.names(c).size() != 1
                            || CertificateRules.names(c).getFirst().getTagNo() != GeneralName.dNSName),
            new Rule<>(
                    "device.subject",
                    PROFILE,
                    "the subject is not home, zone, name and number in this order",
                    c -> !Arrays.stream(c.getSubject().getRDNs())
                            .map(rdn -> rdn.getFirst().getType())
                            .toList()
                            .equals(NAME_ORDER)),
            new Rule<>(
                    "device.number",
                    PROFILE,
                    "the serialNumber in the subject is no UUID",
                    c -> Arrays.stream(c.getSubject().getRDNs(BCStyle.SERIALNUMBER))
                            .noneMatch(rdn -> UUID_FORM
                                    .matcher(rdn.getFirst().getValue().toString())
                                    .matches())),
            new Rule<>(
                    "device.serial",
                    PROFILE,
                    "the serial number has more than 128 bits",
                    c -> c.getSerialNumber().bitLength() > RANDOM_SERIAL_BITS),
            new Rule<>("device.issuer", PROFILE, "a device must not be an issuer", CertificateRules::isIssuer),
            new Rule<>(
                    "device.usage",
                    PROFILE,
                    "a device must be allowed to sign handshakes",
                    c -> !CertificateRules.has(c, KeyUsage.digitalSignature)),
            new Rule<>("device.purpose", PROFILE, "a device is a TLS client and nothing else", c -> {
                var purposes = ExtendedKeyUsage.fromExtensions(CertificateRules.extensions(c));
                return purposes == null
                        || !List.of(purposes.getUsages()).equals(List.of(KeyPurposeId.id_kp_clientAuth));
            }),
            new Rule<>(
                    "device.addresses",
                    PROFILE,
                    "it does not say where the list and the issuer are found",
                    c -> c.getExtension(Extension.cRLDistributionPoints) == null
                            || c.getExtension(Extension.authorityInfoAccess) == null),
            new Rule<>(
                    "device.policy",
                    PROFILE,
                    "it does not state its zone's policy",
                    c -> c.getExtension(Extension.certificatePolicies) == null));

    private DeviceCertificateRules() {}
}
