package org.hearthkey.core.attest;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.hearthkey.core.certificate.Certificate;

/// Certificates that say they are Matter's.
final class MatterShown {
    private static final String ATTESTATION_ARC = "1.3.6.1.4.1.37244.2";

    private MatterShown() {}

    /// Whether the subject carries a vendor's or product's id, well written or not.
    static boolean isMatters(Certificate certificate) {
        var subject = X500Name.getInstance(
                certificate.x509().getSubjectX500Principal().getEncoded());
        for (var part : subject.getRDNs()) {
            for (var typed : part.getTypesAndValues()) {
                if (typed.getType().on(new ASN1ObjectIdentifier(ATTESTATION_ARC))
                        || (BCStyle.CN.equals(typed.getType())
                                && typed.getValue() instanceof ASN1String text
                                && (text.getString().contains("Mvid:")
                                        || text.getString().contains("Mpid:")))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The certificate by Matter's rules, if it can be read by them.
    static Optional<MatterCertificate> read(Certificate certificate) {
        try {
            return Optional.of(MatterCertificate.readX509(certificate.der().bytes()));
        } catch (BrokenRuleException another) {
            return Optional.empty();
        }
    }
}
