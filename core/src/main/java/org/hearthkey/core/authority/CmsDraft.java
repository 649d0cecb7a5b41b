package org.hearthkey.core.authority;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.key.SigningKey;

/// A detached CMS signature over some content, ready to be made by a throw-away key and by the real one.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5652#section-5">RFC 5652, section 5</a>
final class CmsDraft {
    private final byte[] content;
    private final Instant at;

    CmsDraft(byte[] content, Instant at) {
        this.content = content.clone();
        this.at = Validity.wholeSeconds(at);
    }

    byte[] content() {
        return content.clone();
    }

    /// The signing time that it states.
    Instant at() {
        return at;
    }

    /// The signature as DER, with the signer's certificate and the chain inside.
    byte[] signedBy(SigningKey key, Certificate signer, List<Certificate> chain) {
        try {
            var attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
            var signerInfo = new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(
                            new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                    .build(
                            new KeyContentSigner(key),
                            new X509CertificateHolder(signer.der().bytes()));
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signerInfo);
            for (var certificate :
                    Stream.concat(Stream.of(signer), chain.stream()).toList()) {
                generator.addCertificate(
                        new X509CertificateHolder(certificate.der().bytes()));
            }
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (IOException | OperatorCreationException | CMSException e) {
            throw new SigningException("The signature could not be put together", e);
        }
    }

    /// Lets Bouncy Castle put the signature of one of our keys where it belongs.
    private static final class KeyContentSigner implements ContentSigner {
        private final SigningKey key;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        KeyContentSigner(SigningKey key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return Signing.algorithm(key);
        }

        @Override
        public OutputStream getOutputStream() {
            return message;
        }

        @Override
        public byte[] getSignature() {
            return Signing.sign(message.toByteArray(), key);
        }
    }
}
