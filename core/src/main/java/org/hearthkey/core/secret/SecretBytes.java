package org.hearthkey.core.secret;

import java.security.SecureRandom;
import java.util.Arrays;

/// Key bytes that are overwritten when closed.
public final class SecretBytes implements AutoCloseable {
    private final byte[] bytes;
    private boolean closed;

    private SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes over `bytes`: the caller forgets the array, which becomes zeros when this is closed.
    public static SecretBytes owning(byte[] bytes) {
        return new SecretBytes(bytes);
    }

    /// Draws `length` bytes from `random`.
    public static SecretBytes random(int length, SecureRandom random) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        return new SecretBytes(drawn);
    }

    public int length() {
        return bytes.length;
    }

    /// Lends the bytes to `work`.
    ///
    /// @throws IllegalStateException if closed
    public <R, X extends Exception> R use(Use<R, X> work) throws X {
        if (closed) {
            throw new IllegalStateException("This secret has been wiped");
        }
        return work.with(bytes);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        closed = true;
    }

    @Override
    public String toString() {
        return "SecretBytes";
    }
}
