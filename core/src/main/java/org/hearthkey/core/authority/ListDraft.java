package org.hearthkey.core.authority;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.CRLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSequenceGenerator;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.Time;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.key.SigningKey;

/// A revocation list of one issuer, ready to be signed by a throw-away key and by the real one. Its entries are encoded
/// one after the other, so that a hundred thousand of them need room for their bytes only.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-5.1">RFC 5280, section 5.1</a>
record ListDraft(X500Name issuer, CrlDraft draft) {
    private static final int VERSION_2 = 1;
    private static final Map<Reason, Extensions> REASONS = Arrays.stream(Reason.values())
            .collect(Collectors.toUnmodifiableMap(reason -> reason, ListDraft::extensions));

    Crl signedBy(SigningKey key) {
        try {
            return Crl.read(Signing.signed(tbs(key), key));
        } catch (CRLException e) {
            throw new SigningException("What was signed cannot be read", e);
        }
    }

    private byte[] tbs(SigningKey key) {
        try (var out = new ByteArrayOutputStream()) {
            var list = new DERSequenceGenerator(out);
            list.addObject(new ASN1Integer(VERSION_2));
            list.addObject(Signing.algorithm(key));
            list.addObject(issuer);
            list.addObject(time(draft.thisUpdate()));
            list.addObject(time(draft.nextUpdate()));
            if (!draft.entries().isEmpty()) {
                var entries = new DERSequenceGenerator(list.getRawOutputStream());
                for (var entry : draft.entries()) {
                    entries.addObject(entry(entry));
                }
                entries.close();
            }
            list.addObject(new DERTaggedObject(true, 0, extensions(key)));
            list.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Encoding to memory does not fail", e);
        }
    }

    private static DERSequence entry(RevokedEntry entry) {
        var parts = new ASN1EncodableVector(3);
        parts.add(new ASN1Integer(entry.serial().value()));
        parts.add(time(entry.at()));
        // RFC 5280 5.3.1: no reason rather than "unspecified".
        if (entry.reason() != Reason.UNSPECIFIED) {
            parts.add(REASONS.get(entry.reason()));
        }
        return new DERSequence(parts);
    }

    private static Extensions extensions(Reason reason) {
        var code = new ASN1Enumerated(reason.code());
        return new Extensions(CertificateExtensions.plain(Extension.reasonCode, code));
    }

    /// No issuing distribution point: mbedTLS refuses lists with a critical extension, and ours cover everything.
    private Extensions extensions(SigningKey key) {
        return new Extensions(new Extension[] {
            CertificateExtensions.authorityKeyIdentifier(key.publicKey()),
            CertificateExtensions.plain(Extension.cRLNumber, new ASN1Integer(draft.number()))
        });
    }

    private static Time time(Instant instant) {
        return new Time(Date.from(instant));
    }
}
