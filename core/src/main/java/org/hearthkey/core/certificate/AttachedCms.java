package org.hearthkey.core.certificate;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/// Opens CMS signatures that carry their content, made with a certificate that is known beforehand.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5652#section-5">RFC 5652, section 5</a>
public final class AttachedCms {
    /// More than a receipt with its chain; a larger one is refused unread.
    private static final int MAX_LENGTH = 4 << 20;

    private AttachedCms() {}

    /// What was found.
    public sealed interface Verdict {}

    /// The content is as one of the known signers signed it.
    public record Signed(Der content, Certificate signer) implements Verdict {}

    /// It is not, or that cannot be shown.
    ///
    /// @param why for the log
    public record Refused(String why) implements Verdict {}

    /// Puts the content into a signature that was made beside it: one file instead of two, and the same signature.
    ///
    /// @param detached DER
    public static byte[] with(byte[] content, byte[] detached) {
        try {
            var signed =
                    SignedData.getInstance(ContentInfo.getInstance(detached).getContent());
            var inside = new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(content));
            return new ContentInfo(
                            CMSObjectIdentifiers.signedData,
                            new SignedData(
                                    signed.getDigestAlgorithms(),
                                    inside,
                                    signed.getCertificates(),
                                    signed.getCRLs(),
                                    signed.getSignerInfos()))
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("Encoding to memory does not fail", e);
        }
    }

    /// Opens a signature made by exactly one signer. What certificates lie inside does not matter.
    ///
    /// @param signed DER
    /// @param known whose signature counts
    public static Verdict open(byte[] signed, Collection<Certificate> known) {
        if (signed.length > MAX_LENGTH) {
            return new Refused("A signature of " + signed.length + " bytes is refused unread");
        }
        try {
            var cms = new CMSSignedData(signed);
            var signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1 || !(cms.getSignedContent() instanceof CMSProcessableByteArray content)) {
                return new Refused(signers.size() + " signers, or nothing signed inside");
            }
            return open(signers.iterator().next(), content, known);
        } catch (CMSException | CertificateException | OperatorCreationException e) {
            return new Refused(Objects.toString(e.getMessage(), "unreadable"));
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | ClassCastException e) {
            // Bouncy Castle answers malformed structures with any of these.
            return new Refused("Malformed: " + e.getMessage());
        }
    }

    /// The certificates inside that say they are of the signer. Nothing is checked: it shows against whom to.
    ///
    /// @param signed DER
    public static List<Certificate> signers(byte[] signed) {
        if (signed.length > MAX_LENGTH) {
            return List.of();
        }
        try {
            var cms = new CMSSignedData(signed);
            var signers = new ArrayList<Certificate>();
            for (var signer : cms.getSignerInfos().getSigners()) {
                for (X509CertificateHolder holder : cms.getCertificates().getMatches(null)) {
                    if (signer.getSID().match(holder)) {
                        signers.add(Certificate.read(holder.getEncoded()));
                    }
                }
            }
            return List.copyOf(signers);
        } catch (CMSException | IOException | CertificateException unreadable) {
            return List.of();
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | ClassCastException e) {
            // As in open.
            return List.of();
        }
    }

    /// The content of a signature that was checked before it was kept.
    public static Optional<Der> unproven(byte[] signed) {
        try {
            return new CMSSignedData(signed).getSignedContent() instanceof CMSProcessableByteArray content
                    ? Optional.of(new Der((byte[]) content.getContent()))
                    : Optional.empty();
        } catch (CMSException malformed) {
            return Optional.empty();
        }
    }

    private static Verdict open(
            SignerInformation signerInfo, CMSProcessableByteArray content, Collection<Certificate> known)
            throws CMSException, CertificateException, OperatorCreationException {
        if (!DetachedCms.isSoundlyMade(signerInfo)) {
            return new Refused("No signed attributes, or a digest of yesterday");
        }
        for (var signer : known) {
            if (signerInfo.getSID().match(DetachedCms.holder(signer))
                    && signerInfo.verify(new JcaSimpleSignerInfoVerifierBuilder().build(signer.x509()))) {
                return new Signed(new Der((byte[]) content.getContent()), signer);
            }
        }
        return new Refused("Nobody known signed it");
    }
}
