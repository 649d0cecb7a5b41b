package org.hearthkey.core.attest;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.hearthkey.core.certificate.Certificate;

/// A CMS message with its content inside, or one that only carries certificates.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5652#section-5">RFC 5652, section 5</a>
final class SignedMessage {
    /// A larger message is refused unread.
    static final int MAX_LENGTH = 1024 * 1024;

    /// More certificates than any list of makers has.
    static final int MOST_CERTIFICATES = 1000;

    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    private final String contentType;
    private final Optional<Octets> content;
    private final List<Certificate> certificates;
    private final Optional<SignerInformation> signer;

    private SignedMessage(
            String contentType,
            Optional<Octets> content,
            List<Certificate> certificates,
            Optional<SignerInformation> signer) {
        this.contentType = contentType;
        this.content = content;
        this.certificates = List.copyOf(certificates);
        this.signer = signer;
    }

    /// Reads a message with one signer or none. Nothing is verified yet.
    static Optional<SignedMessage> read(byte[] der) {
        if (der.length > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var cms = new CMSSignedData(der);
            var signers = cms.getSignerInfos().getSigners();
            var holders = cms.getCertificates().getMatches(null);
            if (signers.size() > 1 || holders.size() > MOST_CERTIFICATES) {
                return Optional.empty();
            }
            var certificates = new ArrayList<Certificate>();
            for (X509CertificateHolder holder : holders) {
                certificates.add(Certificate.read(holder.getEncoded()));
            }
            Optional<Octets> content =
                    cms.getSignedContent() != null && cms.getSignedContent().getContent() instanceof byte[] bytes
                            ? Optional.of(new Octets(bytes))
                            : Optional.empty();
            if (content.isPresent() != (signers.size() == 1)) {
                return Optional.empty();
            }
            return Optional.of(new SignedMessage(
                    cms.getSignedContentTypeOID(),
                    content,
                    certificates,
                    signers.stream().findFirst()));
        } catch (CMSException | IOException | CertificateException unreadable) {
            return Optional.empty();
        } catch (IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | ClassCastException malformed) {
            // Bouncy Castle answers malformed structures with any of these.
            return Optional.empty();
        }
    }

    /// The object identifier of what the content is.
    String contentType() {
        return contentType;
    }

    Optional<Octets> content() {
        return content;
    }

    List<Certificate> certificates() {
        return certificates;
    }

    /// The one of `candidates` or of the certificates inside that signed.
    Optional<Certificate> signedBy(List<Certificate> candidates) {
        var all = new ArrayList<>(certificates);
        all.addAll(candidates);
        return all.stream().filter(this::isSignedBy).findFirst();
    }

    /// Whether this certificate's key made the signature. Without signed attributes there is nothing that says what kind
    /// of content was meant (RFC 5652, section 11).
    boolean isSignedBy(Certificate candidate) {
        if (signer.filter(info -> info.getSignedAttributes() != null && DIGESTS.contains(info.getDigestAlgOID()))
                .isEmpty()) {
            return false;
        }
        try {
            return signer.get()
                    .verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .build(candidate.x509().getPublicKey()));
        } catch (CMSException | OperatorCreationException notThisKey) {
            return false;
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException malformed) {
            return false;
        }
    }
}
