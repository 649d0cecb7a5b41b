package org.hearthkey.core.seal;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// HKDF with SHA-256, done by the JDK.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a>
public final class Hkdf {
    private Hkdf() {}

    public static byte[] extract(byte[] salt, byte[] inputKey) {
        return derive(
                HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(inputKey).extractOnly());
    }

    public static byte[] expand(byte[] pseudoRandomKey, byte[] info, int length) {
        return derive(HKDFParameterSpec.expandOnly(new SecretKeySpec(pseudoRandomKey, "HKDF-PRK"), info, length));
    }

    /// Extract and expand in one.
    public static byte[] derive(byte[] salt, byte[] inputKey, byte[] info, int length) {
        return derive(
                HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(inputKey).thenExpand(info, length));
    }

    private static byte[] derive(AlgorithmParameterSpec spec) {
        try {
            return Jdk.hkdf().deriveData(spec);
        } catch (GeneralSecurityException wrongUse) {
            throw new IllegalArgumentException(wrongUse);
        }
    }
}
