package org.hearthkey.core.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;

/// The root key, for as long as one act has it. Whoever holds one has shown the root's secret: acts that change who may
/// open the home ask for it even where they sign nothing.
public final class OpenRoot implements SigningKey {
    private static final int NONCE_BYTES = 32;

    private final SigningKey key;

    private OpenRoot(SigningKey key) {
        this.key = key;
    }

    /// Takes over `key`, also when it is refused.
    ///
    /// @throws RefusedException wrong-secret, if it is another key than the root's
    public static OpenRoot of(Certificate root, SigningKey key) throws RefusedException {
        if (root.publicKey().equals(key.publicKey())) {
            return new OpenRoot(key);
        }
        key.close();
        throw new RefusedException(Refusal.WRONG_SECRET, "not the root's key");
    }

    /// Has the key sign something that nobody has asked for before: a token shows its public half without its PIN or touch.
    ///
    /// @throws SigningException if it does not sign, or something else does
    OpenRoot proven(SecureRandom random) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var signature = Signing.sign(nonce, key);
        try {
            var verifier = Signature.getInstance(profile().signatureAlgorithm());
            verifier.initVerify(publicKey().jca());
            verifier.update(nonce);
            if (verifier.verify(signature)) {
                return this;
            }
            throw new SigningException("The signature is not the root's");
        } catch (GeneralSecurityException e) {
            throw new SigningException("The signature is not the root's", e);
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

    /// Signs a statement of the home about itself, which is no certificate.
    ///
    /// @throws SigningException if the key does not sign
    public byte[] attest(byte[] statement) {
        return Signing.sign(statement, key);
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "the root's " + key.publicKey().hash();
    }
}
