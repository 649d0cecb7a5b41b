package org.hearthkey.core.seal;

import java.util.Arrays;
import javax.crypto.SecretKey;

/// Key bytes in the form in which the JDK's ciphers take them. Its own class for that, `SecretKeySpec`, keeps a copy that
/// nobody can overwrite.
final class LentKey implements SecretKey, AutoCloseable {
    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes;
    private final String algorithm;

    /// Copies `bytes`.
    LentKey(byte[] bytes, String algorithm) {
        this.bytes = bytes.clone();
        this.algorithm = algorithm;
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    /// A copy, which the JDK's ciphers overwrite once they have read it.
    @Override
    public byte[] getEncoded() {
        return bytes.clone();
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "LentKey";
    }
}
