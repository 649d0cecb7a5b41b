package org.hearthkey.core.attest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.hearthkey.core.certificate.Certificate;

/// What a certificate says as a device identity of IEEE 802.1AR.
///
/// @param serialNumber the `serialNumber` of its subject, there exactly once
/// @param hardware the type and serial number of its hardware, if it names them (RFC 4108, section 5)
/// @param subjectKeyId of its own key
/// @param authorityKeyId of the key that signed it
public record DeviceIdentity(
        Optional<String> serialNumber,
        Optional<Hardware> hardware,
        Optional<String> subjectKeyId,
        Optional<String> authorityKeyId) {
    private static final ASN1ObjectIdentifier HARDWARE_MODULE_NAME = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.4");

    /// A piece of hardware.
    ///
    /// @param type an object identifier
    /// @param serial lower-case hex
    public record Hardware(String type, String serial) {}

    private static final DeviceIdentity NOTHING =
            new DeviceIdentity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// What `certificate` says of this; nothing where its extensions are malformed.
    public static DeviceIdentity of(Certificate certificate) {
        try {
            var holder = new X509CertificateHolder(certificate.der().bytes());
            var extensions = holder.getExtensions();
            return new DeviceIdentity(
                    serialNumber(holder.getSubject()),
                    extensions == null ? Optional.empty() : hardware(holder),
                    Optional.ofNullable(extensions)
                            .map(SubjectKeyIdentifier::fromExtensions)
                            .map(id -> new Octets(id.getKeyIdentifier()).hex()),
                    Optional.ofNullable(extensions)
                            .map(AuthorityKeyIdentifier::fromExtensions)
                            .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
                            .map(id -> new Octets(id).hex()));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException malformed) {
            // Bouncy Castle answers malformed structures with any of these.
            return NOTHING;
        }
    }

    private static Optional<String> serialNumber(X500Name subject) {
        var parts = subject.getRDNs(BCStyle.SERIALNUMBER);
        return parts.length == 1
                        && !parts[0].isMultiValued()
                        && parts[0].getFirst().getValue() instanceof ASN1String text
                        && !text.getString().isEmpty()
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    private static Optional<Hardware> hardware(X509CertificateHolder holder) {
        var names = GeneralNames.fromExtensions(holder.getExtensions(), Extension.subjectAlternativeName);
        if (names == null) {
            return Optional.empty();
        }
        for (var name : names.getNames()) {
            if (name.getTagNo() == GeneralName.otherName) {
                var other = ASN1Sequence.getInstance(name.getName());
                if (other.size() == 2 && HARDWARE_MODULE_NAME.equals(other.getObjectAt(0))) {
                    var module = ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(other.getObjectAt(1)), true);
                    var type = ASN1ObjectIdentifier.getInstance(module.getObjectAt(0));
                    var serial = ASN1OctetString.getInstance(module.getObjectAt(1));
                    return Optional.of(new Hardware(type.getId(), new Octets(serial.getOctets()).hex()));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether `issuer` signed `certificate`: by the key identifiers where both are there, and always by the signature.
    static boolean isSignedBy(Certificate certificate, Certificate issuer) {
        var wanted = of(certificate).authorityKeyId();
        var there = of(issuer).subjectKeyId();
        boolean named = wanted.isEmpty() || there.isEmpty() || wanted.equals(there);
        return named && issuer.x509().getBasicConstraints() >= 0 && certificate.isSignedBy(issuer);
    }

    /// What it says, by the names that scripts rely on.
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        serialNumber.ifPresent(serial -> facts.put("serialNumber", serial));
        hardware.ifPresent(module -> {
            facts.put("hwType", module.type());
            facts.put("hwSerialNum", module.serial());
        });
        return facts;
    }
}
