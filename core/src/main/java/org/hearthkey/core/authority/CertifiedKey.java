package org.hearthkey.core.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SigningKey;

/// The key of an issuer that has a certificate. What it signs names it as that certificate does: one that another program
/// made may have another key identifier than ours would be, and OpenSSL goes by it.
///
/// @param key stays with whoever opened it
record CertifiedKey(Certificate certificate, SigningKey key) implements SigningKey {
    /// The certificate's subject key identifier, or the one that ours have.
    SubjectKeyIdentifier identifier() {
        return identifierOf(certificate);
    }

    static SubjectKeyIdentifier identifierOf(Certificate certificate) {
        try {
            var holder = new X509CertificateHolder(certificate.der().bytes());
            return Optional.ofNullable(holder.getExtensions())
                    .map(SubjectKeyIdentifier::fromExtensions)
                    .orElseGet(() -> CertificateExtensions.identifier(certificate.publicKey()));
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a certificate", e);
        }
    }

    @Override
    public KeyProfile profile() {
        return key.profile();
    }

    @Override
    public PublicKeyInfo publicKey() {
        return key.publicKey();
    }

    @Override
    public byte[] sign(byte[] message) throws GeneralSecurityException {
        return key.sign(message);
    }

    @Override
    public byte[] sign(Message message) throws GeneralSecurityException, IOException {
        return key.sign(message);
    }

    @Override
    public void close() {
        key.close();
    }
}
