package org.hearthkey.core.seal;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id in Java, for computers without the native library.
final class BouncyCastleArgon2id implements Argon2id {
    @Override
    public byte[] derive(byte[] passphrase, byte[] salt, Argon2Cost cost) {
        return run(passphrase, salt, cost.passes(), cost.memoryKib(), cost.lanes());
    }

    byte[] run(byte[] passphrase, byte[] salt, int passes, int memoryKib, int lanes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withIterations(passes)
                .withMemoryAsKB(memoryKib)
                .withParallelism(lanes)
                .build());
        byte[] key = new byte[BYTES];
        generator.generateBytes(passphrase, key);
        return key;
    }
}
