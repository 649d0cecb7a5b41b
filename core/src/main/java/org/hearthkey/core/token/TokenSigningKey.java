package org.hearthkey.core.token;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.SignatureException;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SigningKey;

/// A key on a token that signs there, for as long as the session lasts in which it was found.
public final class TokenSigningKey implements SigningKey {
    private final StoredKey stored;
    private final KeyProvider provider;
    private final PrivateKey handle;
    private boolean closed;

    TokenSigningKey(StoredKey stored, KeyProvider provider, PrivateKey handle) {
        this.stored = stored;
        this.provider = provider;
        this.handle = handle;
    }

    /// Where it is.
    public StoredKey stored() {
        return stored;
    }

    @Override
    public KeyProfile profile() {
        return TokenUse.ROOT.profile();
    }

    @Override
    public PublicKeyInfo publicKey() {
        return stored.publicKey();
    }

    /// Signs on the token, which may wait for a touch meanwhile.
    ///
    /// @throws SignatureException because of a [TokenException], if the token does not
    @Override
    public byte[] sign(byte[] message) throws GeneralSecurityException {
        if (closed) {
            throw new IllegalStateException("This key is closed");
        }
        try {
            var signature = Signature.getInstance(profile().signatureAlgorithm(), provider.provider());
            signature.initSign(handle);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException | ProviderException failed) {
            throw new SignatureException(
                    "The token did not sign", stored.token().explained(KeyProvider.told("signing", failed)));
        }
    }

    /// Forgets the key; the session stays with whoever opened it.
    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return stored.toString();
    }
}
