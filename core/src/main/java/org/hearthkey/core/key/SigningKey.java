package org.hearthkey.core.key;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    /// Signs what `message` writes, for something too long to hold.
    ///
    /// @throws GeneralSecurityException if the key cannot be used
    /// @throws IOException as `message` throws it
    default byte[] sign(Message message) throws GeneralSecurityException, IOException {
        var whole = new ByteArrayOutputStream();
        message.writeTo(whole);
        return sign(whole.toByteArray());
    }

    /// Something to be signed, written piece by piece.
    @FunctionalInterface
    interface Message {
        void writeTo(OutputStream out) throws IOException;
    }

    @Override
    void close();
}
