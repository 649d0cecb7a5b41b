package org.hearthkey.core.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.hearthkey.core.secret.SecretBytes;
import org.jspecify.annotations.Nullable;

/// A private key in this program's memory, used by the JDK's own providers. EC keys are made here; RSA keys only come from
/// elsewhere.
///
/// The JDK's EC keys cannot be overwritten: closing forgets the key and leaves its bytes to the garbage collector. So a
/// key is opened for an act and closed after it, and the root's only while it signs.
public final class SoftwareKey implements SigningKey {
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

    /// The key in these bytes. Its public half is computed anew, not believed.
    ///
    /// @param pkcs8 as [#pkcs8()] gave it; stays the caller's
    /// @throws IllegalArgumentException if it is no key of a profile
    public static SoftwareKey open(SecretBytes pkcs8) {
        return pkcs8.use(bytes -> PrivateKeyInfo.getInstance(bytes)
                        .getPrivateKeyAlgorithm()
                        .getAlgorithm()
                        .equals(PKCSObjectIdentifiers.rsaEncryption)
                ? openRsa(bytes)
                : openEc(bytes));
    }

    private static SoftwareKey openEc(byte[] pkcs8) {
        var key = (ECPrivateKey) read("EC", pkcs8);
        var profile = Arrays.stream(KeyProfile.values())
                .filter(p -> p.curve().filter(name -> isOn(key, name)).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A private key on a curve of no profile"));
        return new SoftwareKey(profile, publicHalf(key, profile.curve().orElseThrow()), key);
    }

    /// One that another program made.
    private static SoftwareKey openRsa(byte[] pkcs8) {
        if (!(read("RSA", pkcs8) instanceof RSAPrivateCrtKey key)) {
            throw new IllegalArgumentException("An RSA key without its public exponent");
        }
        try {
            var half = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            var publicKey = PublicKeyInfo.of(half);
            var profile = publicKey
                    .profile()
                    .orElseThrow(() -> new IllegalArgumentException("An RSA key of the size of no profile"));
            return new SoftwareKey(profile, publicKey, key);
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("Not a private RSA key", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    private static PrivateKey read(String algorithm, byte[] pkcs8) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("Not a private " + algorithm + " key", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    private static boolean isOn(ECPrivateKey key, String curve) {
        return ECNamedCurveTable.getByName(curve).getN().equals(key.getParams().getOrder());
    }

    private static PublicKeyInfo publicHalf(ECPrivateKey key, String curve) {
        var point = new FixedPointCombMultiplier()
                .multiply(ECNamedCurveTable.getByName(curve).getG(), key.getS())
                .normalize();
        ASN1ObjectIdentifier oid = ECNamedCurveTable.getOID(curve);
        var info = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, oid), point.getEncoded(false));
        try {
            return PublicKeyInfo.parse(info.getEncoded("DER")).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("Encoding to memory does not fail", e);
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
        signature.initSign(opened());
        signature.update(message);
        return signature.sign();
    }

    @Override
    public byte[] sign(Message message) throws GeneralSecurityException, IOException {
        var signature = Signature.getInstance(profile.signatureAlgorithm());
        signature.initSign(opened());
        message.writeTo(new SignatureStream(signature));
        return signature.sign();
    }

    /// The key's PKCS#8, for sealing. The caller closes it.
    public SecretBytes pkcs8() {
        return SecretBytes.owning(opened().getEncoded());
    }

    /// The bare number of an EC key, as long as the curve's order, for a token that takes no other form. The caller closes
    /// it.
    public SecretBytes scalar() {
        var number = ((ECPrivateKey) opened()).getS().toByteArray();
        var length = profile.bits() / Byte.SIZE;
        var scalar = new byte[length];
        var skipped = Math.max(0, number.length - length);
        System.arraycopy(number, skipped, scalar, length - number.length + skipped, number.length - skipped);
        Arrays.fill(number, (byte) 0);
        return SecretBytes.owning(scalar);
    }

    private PrivateKey opened() {
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
