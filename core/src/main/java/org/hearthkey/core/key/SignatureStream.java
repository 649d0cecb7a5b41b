package org.hearthkey.core.key;

import java.io.IOException;
import java.io.OutputStream;
import java.security.Signature;
import java.security.SignatureException;

/// Gives to a signature what is written.
public final class SignatureStream extends OutputStream {
    private final Signature signature;

    /// A stream into a signature that was initialized.
    public SignatureStream(Signature signature) {
        this.signature = signature;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        try {
            signature.update(octets, from, length);
        } catch (SignatureException notInitialized) {
            throw new IOException(notInitialized);
        }
    }
}
