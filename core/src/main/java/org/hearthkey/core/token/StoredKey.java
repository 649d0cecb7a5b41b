package org.hearthkey.core.token;

import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.seal.TokenPoint;

/// A key pair as the token describes it.
public final class StoredKey {
    private final Token token;
    private final byte[] id;
    private final String label;
    private final PublicKeyInfo publicKey;

    StoredKey(Token token, byte[] id, String label, PublicKeyInfo publicKey) {
        this.token = token;
        this.id = id;
        this.label = label;
        this.publicKey = publicKey;
    }

    public Token token() {
        return token;
    }

    byte[] id() {
        return id.clone();
    }

    public String label() {
        return label;
    }

    public PublicKeyInfo publicKey() {
        return publicKey;
    }

    /// The public half of a key that agrees, which is all that a new lock needs.
    public TokenPoint point() {
        return TokenAgreementKey.point(publicKey);
    }

    /// Names this key on this token.
    public TokenUri uri() {
        return token.uri().withKey(id, label);
    }

    @Override
    public String toString() {
        return uri().text();
    }
}
