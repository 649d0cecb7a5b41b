package org.hearthkey.core.key;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.jspecify.annotations.Nullable;

/// A private key in this program's memory, made and used by the JDK's own providers.
public final class SoftwareKey implements SigningKey, AutoCloseable {
    private final KeyProfile profile;
    private final PublicKeyInfo publicKey;
    private @Nullable PrivateKey privateKey;

    private SoftwareKey(KeyProfile profile, PublicKeyInfo publicKey, PrivateKey privateKey) {
        this.profile = profile;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /// Makes a new key.
    ///
    /// @throws IllegalArgumentException for a profile that is only read from devices, never made here
    public static SoftwareKey generate(KeyProfile profile, SecureRandom random) {
        var curve = profile.curve().orElseThrow(() -> new IllegalArgumentException("Not made here: " + profile.code()));
        try {
            var generator = KeyPairGenerator.getInstance(profile.algorithm());
            generator.initialize(new ECGenParameterSpec(curve), random);
            var pair = generator.generateKeyPair();
            return new SoftwareKey(profile, PublicKeyInfo.of(pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + curve, e);
        }
    }

    @Override
    public KeyProfile profile() {
        return profile;
    }

    @Override
    public PublicKeyInfo publicKey() {
        return publicKey;
    }

    @Override
    public byte[] sign(byte[] message) throws GeneralSecurityException {
        var signature = Signature.getInstance(profile.signatureAlgorithm());
        signature.initSign(open());
        signature.update(message);
        return signature.sign();
    }

    private PrivateKey open() {
        if (privateKey == null) {
            throw new IllegalStateException("This key is closed");
        }
        return privateKey;
    }

    /// Forgets the key.
    @Override
    public void close() {
        privateKey = null;
    }

    @Override
    public String toString() {
        return profile.code() + " " + publicKey.hash();
    }
}
