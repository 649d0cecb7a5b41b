package org.hearthkey.core.seal;

import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/// HMAC-SHA256 under one key, for one thread. What the JDK derives from the key cannot be overwritten; closing forgets it.
public final class Hmac implements AutoCloseable {
    public static final int BYTES = 32;

    private @Nullable Mac mac;

    public Hmac(byte[] key) {
        mac = Jdk.hmac(key);
    }

    public byte[] of(byte[] message) {
        if (mac == null) {
            throw new IllegalStateException("This key has been forgotten");
        }
        return mac.doFinal(message);
    }

    @Override
    public void close() {
        mac = null;
    }
}
