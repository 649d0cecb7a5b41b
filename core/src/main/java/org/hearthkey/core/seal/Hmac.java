package org.hearthkey.core.seal;

import javax.crypto.Mac;

/// HMAC-SHA256 under one key, for one thread.
public final class Hmac {
    public static final int BYTES = 32;

    private final Mac mac;

    public Hmac(byte[] key) {
        mac = Jdk.hmac(key);
    }

    public byte[] of(byte[] message) {
        return mac.doFinal(message);
    }
}
