package org.hearthkey.core.recovery;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/// The four Feistel rounds that stand between the secret and what is shared, so that a passphrase could be laid over the
/// shares. Ours have none: a wrong one would go unnoticed and open another, empty vault.
///
/// @see <a href="https://github.com/satoshilabs/slips/blob/master/slip-0039.md">SLIP-39, encryption of the master secret</a>
final class ShareCipher {
    private static final int ROUNDS = 4;
    private static final int BASE_ITERATIONS = 2500;

    private final byte[] passphrase;
    private final byte[] salt;
    private final int iterations;

    ShareCipher(byte[] passphrase, ShareSet set) {
        this.passphrase = passphrase.clone();
        this.salt = set.cipherSalt();
        this.iterations = BASE_ITERATIONS << set.iterationExponent();
    }

    byte[] encrypt(byte[] secret) {
        return crypt(secret, round -> round);
    }

    byte[] decrypt(byte[] encrypted) {
        return crypt(encrypted, round -> ROUNDS - 1 - round);
    }

    private byte[] crypt(byte[] input, IntUnaryOperator order) {
        int half = input.length / 2;
        var left = Arrays.copyOf(input, half);
        var right = Arrays.copyOfRange(input, half, input.length);
        for (int round = 0; round < ROUNDS; round++) {
            var mixed = mix(order.applyAsInt(round), right);
            for (int i = 0; i < half; i++) {
                mixed[i] ^= left[i];
            }
            Arrays.fill(left, (byte) 0);
            left = right;
            right = mixed;
        }
        var output = new byte[input.length];
        System.arraycopy(right, 0, output, 0, half);
        System.arraycopy(left, 0, output, half, half);
        Arrays.fill(left, (byte) 0);
        Arrays.fill(right, (byte) 0);
        return output;
    }

    private byte[] mix(int round, byte[] half) {
        var password = new byte[1 + passphrase.length];
        password[0] = (byte) round;
        System.arraycopy(passphrase, 0, password, 1, passphrase.length);
        var salted = Arrays.copyOf(salt, salt.length + half.length);
        System.arraycopy(half, 0, salted, salt.length, half.length);
        var generator = new PKCS5S2ParametersGenerator(SHA256Digest.newInstance());
        generator.init(password, salted, iterations);
        var key = (KeyParameter) generator.generateDerivedMacParameters(half.length * Byte.SIZE);
        Arrays.fill(password, (byte) 0);
        Arrays.fill(salted, (byte) 0);
        return key.getKey();
    }
}
