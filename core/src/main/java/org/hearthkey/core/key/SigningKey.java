package org.hearthkey.core.key;

import java.security.GeneralSecurityException;

/// A private key that signs, wherever it lives: in the home's file or on a token that never lets it out. Closing it forgets
/// it, or what it takes to reach it.
public interface SigningKey extends AutoCloseable {
    KeyProfile profile();

    PublicKeyInfo publicKey();

    /// Signs with [KeyProfile#signatureAlgorithm()]; the hash is taken here.
    ///
    /// @throws GeneralSecurityException if the key cannot be used, such as a token that was pulled out
    byte[] sign(byte[] message) throws GeneralSecurityException;

    @Override
    void close();
}
