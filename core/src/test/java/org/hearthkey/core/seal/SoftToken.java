package org.hearthkey.core.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.KeyAgreement;
import org.hearthkey.core.secret.SecretBytes;

/// A token in memory: agrees as a real one does, and counts how often it was asked.
public final class SoftToken implements TokenKey {
    private final KeyPair pair;
    private int askings;

    public SoftToken(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        pair = generator.generateKeyPair();
    }

    @Override
    public TokenPoint point() {
        return TokenPoint.of((ECPublicKey) pair.getPublic());
    }

    @Override
    public SecretBytes agree(TokenPoint ephemeral) {
        askings++;
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(pair.getPrivate());
            agreement.doPhase(ephemeral.publicKey(), true);
            return SecretBytes.owning(agreement.generateSecret());
        } catch (GeneralSecurityException mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    public int askings() {
        return askings;
    }
}
