package org.hearthkey.core.seal;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.hearthkey.core.secret.SecretBytes;

/// The public point of a token's key: P-256 or P-384, uncompressed, and on its curve.
public final class TokenPoint {
    private final int curveBits;
    private final byte[] uncompressed;

    private TokenPoint(int curveBits, byte[] uncompressed) {
        this.curveBits = curveBits;
        this.uncompressed = uncompressed;
    }

    /// Reads a point.
    ///
    /// @param uncompressed 65 or 97 bytes
    /// @throws IllegalArgumentException if this is no point of either curve
    public static TokenPoint of(byte[] uncompressed) {
        int curveBits = (uncompressed.length - 1) * 4;
        if ((curveBits != 256 && curveBits != 384) || uncompressed[0] != 4) {
            throw new IllegalArgumentException("Not an uncompressed point of P-256 or P-384");
        }
        // Refuses what does not fulfil the equation of the curve: an agreement with such a point would tell of the key.
        ECNamedCurveTable.getByName(name(curveBits)).getCurve().decodePoint(uncompressed);
        return new TokenPoint(curveBits, uncompressed.clone());
    }

    /// 256 or 384.
    public int curveBits() {
        return curveBits;
    }

    public byte[] uncompressed() {
        return uncompressed.clone();
    }

    /// What a lock names the token by.
    byte[] hash() {
        return Jdk.sha256().digest(uncompressed);
    }

    /// Agrees with a key pair that is thrown away.
    Agreed agreeOnce(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(name(curveBits)), random);
            KeyPair ephemeral = generator.generateKeyPair();
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(ephemeral.getPrivate());
            agreement.doPhase(publicKey(), true);
            return new Agreed(of((ECPublicKey) ephemeral.getPublic()), SecretBytes.owning(agreement.generateSecret()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has ECDH on " + name(curveBits), missing);
        }
    }

    /// What was agreed on: the point that lets the token find it again, and the secret.
    record Agreed(TokenPoint ephemeral, SecretBytes secret) implements AutoCloseable {
        @Override
        public void close() {
            secret.close();
        }
    }

    /// This point as the JDK's providers take it.
    public ECPublicKey publicKey() {
        int half = curveBits / 8;
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 1 + half));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(uncompressed, 1 + half, uncompressed.length));
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec(name(curveBits)));
            ECPublicKeySpec spec =
                    new ECPublicKeySpec(new ECPoint(x, y), curve.getParameterSpec(ECParameterSpec.class));
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + name(curveBits), missing);
        }
    }

    /// The point of a key that Java has read.
    ///
    /// @throws IllegalArgumentException if it is on neither curve
    public static TokenPoint of(ECPublicKey key) {
        int half = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
        byte[] uncompressed = new byte[1 + 2 * half];
        uncompressed[0] = 4;
        put(key.getW().getAffineX(), uncompressed, 1, half);
        put(key.getW().getAffineY(), uncompressed, 1 + half, half);
        return of(uncompressed);
    }

    private static void put(BigInteger coordinate, byte[] into, int at, int length) {
        byte[] bytes = coordinate.toByteArray();
        int skipped = Math.max(0, bytes.length - length);
        int used = bytes.length - skipped;
        System.arraycopy(bytes, skipped, into, at + length - used, used);
    }

    private static String name(int curveBits) {
        return curveBits == 256 ? "secp256r1" : "secp384r1";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenPoint point && Arrays.equals(point.uncompressed, uncompressed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(uncompressed);
    }
}
