package org.hearthkey.core.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class Argon2idTest {
    private static final byte[] WORDS = "maple bench at the north window".getBytes(StandardCharsets.UTF_8);

    @Test
    void nativeAndJavaGiveTheSame() {
        var library = new NativeArgon2id();
        var portable = new BouncyCastleArgon2id();
        for (int lanes = 1; lanes <= 4; lanes++) {
            byte[] salt = filled(32, lanes);
            for (int passes = 1; passes <= 3; passes++) {
                assertArrayEquals(
                        library.run(WORDS, salt, passes, 1024, lanes), portable.run(WORDS, salt, passes, 1024, lanes));
            }
        }
    }

    @Test
    void bothGiveTheFormatsVector() {
        String expected = "515c3dab105707ccd0601f2af7890cf25912c470d9dab3721c48420a4b281cbc";
        byte[] salt = filled(32, 1);
        assertEquals(expected, hex(new NativeArgon2id().derive(WORDS, salt, Argon2Cost.MINIMUM)));
        assertEquals(expected, hex(new BouncyCastleArgon2id().derive(WORDS, salt, Argon2Cost.MINIMUM)));
    }

    /// RFC 9106, section 5.3. It uses a secret and associated data, which only Bouncy Castle's own interface takes; the
    /// tests above tie the rest to it.
    @Test
    void bouncyCastleAgreesWithTheStandard() {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withIterations(3)
                .withMemoryAsKB(32)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        byte[] tag = new byte[32];
        generator.generateBytes(filled(32, 1), tag);
        assertEquals("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659", hex(tag));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC, OS.WINDOWS})
    void theNativeLibraryLoadsOnCommonComputers() {
        assertInstanceOf(NativeArgon2id.class, Argon2id.fastest());
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
