package org.hearthkey.core.certificate;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/// Checks detached CMS signatures over bundles.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5652#section-5">RFC 5652, section 5</a>
public final class DetachedCms {
    /// More than a signature with its chain; a larger one is refused unread.
    private static final int MAX_LENGTH = 65536;

    private static final int LONGEST_CHAIN = 4;
    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    private static final String UNSOUND = "No signed attributes, or a digest of yesterday";
    private static final String UNFIT = "The signature does not fit the content";

    private DetachedCms() {}

    /// What a check found.
    public sealed interface Verdict {}

    /// The content is as it was signed, by a key that may sign bundles under the trusted certificate.
    public record Signed(Certificate signer) implements Verdict {}

    /// It is not, or that cannot be shown.
    ///
    /// @param why for the log
    public record Refused(String why) implements Verdict {}

    /// Checks a signature made by one signer whose chain lies inside.
    ///
    /// @param signature DER
    /// @param trusted the home's root
    /// @param at when the signer's certificate must be valid
    public static Verdict verify(byte[] signature, byte[] content, Certificate trusted, Instant at) {
        return read(signature, content, (signerInfo, inside) -> verify(signerInfo, inside, trusted, at));
    }

    /// Checks a signature made by the key of this very certificate, whatever it is for.
    ///
    /// @param signature DER
    public static Verdict verifyBy(Certificate signer, byte[] signature, byte[] content) {
        return read(signature, content, (signerInfo, inside) -> {
            if (!isSoundlyMade(signerInfo)) {
                return new Refused(UNSOUND);
            }
            if (!inside.contains(signer) || !signerInfo.getSID().match(holder(signer))) {
                return new Refused("It is signed by another");
            }
            return fits(signerInfo, signer) ? new Signed(signer) : new Refused(UNFIT);
        });
    }

    /// What is asked of a signature that could be read.
    private interface Check {
        Verdict of(SignerInformation signerInfo, List<Certificate> inside)
                throws CMSException, OperatorCreationException, CertificateException;
    }

    private static Verdict read(byte[] signature, byte[] content, Check check) {
        if (signature.length > MAX_LENGTH) {
            return new Refused("A signature of " + signature.length + " bytes is refused unread");
        }
        try {
            var cms = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            var signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return new Refused(signers.size() + " signers instead of one");
            }
            var signerInfo = signers.iterator().next();
            var inside = new ArrayList<Certificate>();
            for (X509CertificateHolder holder : cms.getCertificates().getMatches(null)) {
                inside.add(Certificate.read(holder.getEncoded()));
            }
            return check.of(signerInfo, inside);
        } catch (CMSException | IOException | CertificateException | OperatorCreationException e) {
            return new Refused(Objects.toString(e.getMessage(), "unreadable"));
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            // Bouncy Castle answers malformed structures with any of these.
            return new Refused("Malformed: " + e.getMessage());
        }
    }

    private static Verdict verify(
            SignerInformation signerInfo, List<Certificate> inside, Certificate trusted, Instant at)
            throws CMSException, OperatorCreationException, CertificateException {
        if (!isSoundlyMade(signerInfo)) {
            return new Refused(UNSOUND);
        }
        var signer = inside.stream()
                .filter(c -> signerInfo.getSID().match(holder(c)))
                .findFirst();
        if (signer.isEmpty()) {
            return new Refused("The signer's certificate is not inside");
        }
        if (!fits(signerInfo, signer.get())) {
            return new Refused(UNFIT);
        }
        if (!maySignBundles(signer.get())) {
            return new Refused("The signer's certificate is not for bundles");
        }
        return chain(signer.get(), inside, trusted)
                .complaint(trusted, at)
                .<Verdict>map(complaint -> new Refused(complaint.toString()))
                .orElseGet(() -> new Signed(signer.get()));
    }

    private static boolean fits(SignerInformation signerInfo, Certificate signer)
            throws CMSException, OperatorCreationException, CertificateException {
        return signerInfo.verify(new JcaSimpleSignerInfoVerifierBuilder().build(signer.x509()));
    }

    /// Without signed attributes, a signature over attributes could be shown as one over content (RFC 5652, 11).
    static boolean isSoundlyMade(SignerInformation signerInfo) {
        return signerInfo.getSignedAttributes() != null && DIGESTS.contains(signerInfo.getDigestAlgOID());
    }

    /// From the signer to the last certificate inside that leads towards the trusted one.
    private static Chain chain(Certificate signer, List<Certificate> inside, Certificate trusted) {
        var chain = new ArrayList<>(List.of(signer));
        while (chain.size() < LONGEST_CHAIN && !chain.getLast().isSignedBy(trusted)) {
            var next = inside.stream()
                    .filter(c -> !chain.contains(c) && chain.getLast().isSignedBy(c))
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            chain.add(next.get());
        }
        return new Chain(chain);
    }

    private static boolean maySignBundles(Certificate signer) throws CertificateParsingException {
        return Optional.ofNullable(signer.x509().getExtendedKeyUsage())
                .filter(purposes -> purposes.contains(ProductArc.BUNDLE_SIGNING))
                .isPresent();
    }

    static X509CertificateHolder holder(Certificate certificate) {
        try {
            return new X509CertificateHolder(certificate.der().bytes());
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a certificate", e);
        }
    }
}
