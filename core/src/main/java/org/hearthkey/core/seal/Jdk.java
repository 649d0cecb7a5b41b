package org.hearthkey.core.seal;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;

/// Asks the JDK for algorithms it is known to have, so that their absence is a mistake of ours and not a case to handle.
final class Jdk {
    private Jdk() {}

    static Cipher cipher(String transformation) {
        try {
            return Cipher.getInstance(transformation);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static KDF hkdf() {
        try {
            return KDF.getInstance("HKDF-SHA256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static Mac hmac(byte[] key) {
        try (LentKey lent = new LentKey(key, "HmacSHA256")) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(lent);
            return mac;
        } catch (InvalidKeyException wrongKey) {
            throw new IllegalArgumentException(wrongKey);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
