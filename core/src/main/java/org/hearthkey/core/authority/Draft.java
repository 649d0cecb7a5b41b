package org.hearthkey.core.authority;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.cert.X509CertificateHolder;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SigningKey;

/// Everything a certificate will say but its key identifiers and its signature, which depend on who signs. So the same
/// draft can be signed by a throw-away issuer first and by the real one then.
///
/// @param extensions without key identifiers, but for a subject whose key has one elsewhere already
record Draft(
        SerialNumber serial,
        X500Name issuer,
        X500Name subject,
        Validity validity,
        PublicKeyInfo key,
        List<Extension> extensions) {
    Draft {
        extensions = List.copyOf(extensions);
    }

    /// What an existing certificate says, but for another key.
    static Draft copyOf(Certificate certificate, PublicKeyInfo key) {
        try {
            var holder = new X509CertificateHolder(certificate.der().bytes());
            var extensions = new ArrayList<Extension>();
            for (var oid : holder.getExtensions().getExtensionOIDs()) {
                if (!oid.equals(Extension.subjectKeyIdentifier) && !oid.equals(Extension.authorityKeyIdentifier)) {
                    extensions.add(holder.getExtension(oid));
                }
            }
            return new Draft(
                    certificate.serial(),
                    holder.getIssuer(),
                    holder.getSubject(),
                    Validity.of(certificate),
                    key,
                    extensions);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a certificate", e);
        }
    }

    Draft withKey(PublicKeyInfo other) {
        return new Draft(serial, issuer, subject, validity, other, extensions);
    }

    Draft withSubject(X500Name other) {
        return new Draft(serial, issuer, other, validity, key, extensions);
    }

    Draft withSerial(SerialNumber other) {
        return new Draft(other, issuer, subject, validity, key, extensions);
    }

    Draft withIssuer(X500Name other) {
        return new Draft(serial, other, subject, validity, key, extensions);
    }

    /// The same with the extension of this kind replaced.
    Draft withExtension(Extension other) {
        var changed = extensions.stream()
                .map(e -> e.getExtnId().equals(other.getExtnId()) ? other : e)
                .toList();
        return new Draft(serial, issuer, subject, validity, key, changed);
    }

    /// Signs this draft. A certificate for the signing key itself has no authority key identifier.
    Certificate signedBy(SigningKey signer) {
        return Signing.certificate(tbs(signer), signer);
    }

    private TBSCertificate tbs(SigningKey signer) {
        var generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(serial.value()));
        generator.setSignature(Signing.algorithm(signer));
        generator.setIssuer(issuer);
        generator.setSubject(subject);
        generator.setStartDate(new Time(Date.from(validity.notBefore())));
        generator.setEndDate(new Time(Date.from(validity.notAfter())));
        generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.der()));
        generator.setExtensions(allExtensions(signer));
        return generator.generateTBSCertificate();
    }

    private Extensions allExtensions(SigningKey signer) {
        var all = new ArrayList<>(extensions);
        if (extensions.stream().noneMatch(e -> e.getExtnId().equals(Extension.subjectKeyIdentifier))) {
            all.add(CertificateExtensions.subjectKeyIdentifier(key));
        }
        if (!key.equals(signer.publicKey())) {
            all.add(CertificateExtensions.authorityKeyIdentifier(signer));
        }
        return new Extensions(all.toArray(Extension[]::new));
    }
}
