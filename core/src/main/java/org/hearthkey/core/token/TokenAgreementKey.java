package org.hearthkey.core.token;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.seal.TokenKey;
import org.hearthkey.core.seal.TokenPoint;
import org.hearthkey.core.secret.SecretBytes;

/// A key on a token that agrees there, for as long as the session lasts in which it was found.
public final class TokenAgreementKey implements TokenKey {
    private final StoredKey stored;
    private final KeyProvider provider;
    private final PrivateKey handle;

    TokenAgreementKey(StoredKey stored, KeyProvider provider, PrivateKey handle) {
        this.stored = stored;
        this.provider = provider;
        this.handle = handle;
    }

    /// Where it is.
    public StoredKey stored() {
        return stored;
    }

    @Override
    public TokenPoint point() {
        return point(stored.publicKey());
    }

    static TokenPoint point(PublicKeyInfo key) {
        try {
            return TokenPoint.of((ECPublicKey) key.jca());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + key.algorithm(), missing);
        }
    }

    @Override
    public SecretBytes agree(TokenPoint ephemeral) throws TokenException {
        try {
            var agreement = KeyAgreement.getInstance("ECDH", provider.provider());
            agreement.init(handle);
            agreement.doPhase(ephemeral.publicKey(), true);
            return SecretBytes.owning(full(agreement.generateSecret()));
        } catch (GeneralSecurityException | ProviderException failed) {
            throw stored.token().explained(KeyProvider.told("agreeing", failed));
        }
    }

    /// Some modules leave out leading zeros.
    private byte[] full(byte[] agreed) throws TokenException {
        int length = stored.publicKey().bits() / Byte.SIZE;
        if (agreed.length == length) {
            return agreed;
        }
        try {
            if (agreed.length > length) {
                throw new TokenException(TokenTrouble.FAILED, "The token agreed on " + agreed.length + " bytes");
            }
            var full = new byte[length];
            System.arraycopy(agreed, 0, full, length - agreed.length, agreed.length);
            return full;
        } finally {
            Arrays.fill(agreed, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return stored.toString();
    }
}
