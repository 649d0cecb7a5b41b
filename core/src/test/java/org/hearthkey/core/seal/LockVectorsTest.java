package org.hearthkey.core.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The locks and keys among the vectors of docs/formats/hearth-file.md.
class LockVectorsTest {
    private static final byte[] VAULT = bytes("000102030405060708090a0b0c0d0e0f");
    private static final byte[] VAULT_KEY = bytes("202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f");
    private static final String WORDS = "maple bench at the north window";
    private static final String SLOW = "515c3dab105707ccd0601f2af7890cf25912c470d9dab3721c48420a4b281cbc";
    private static final String KEK = "3fab09c313b86f06b9047d5a95fe8e6379156d992d623d59e9007052088de464";
    private static final String CHECK = "e9b80453ada7cfdb5f505b7546bf1c21efb035b0118bd2469b2c13f4b5c69b9a";

    private final Locksmith smith = new Locksmith(VAULT, new RememberingArgon2id(), new ScriptedRandom());

    @Test
    void makesTheLockOfTheFirstSlot() {
        Lock lock;
        try (Passphrase words = new Passphrase(WORDS.toCharArray());
                SecretBytes key = SecretBytes.owning(VAULT_KEY.clone())) {
            lock = smith.make(LockUse.vault(1), key, new LockPlan.Remembered(words, Argon2Cost.MINIMUM));
        }
        assertEquals(
                "876d6865617274682f31206c6f636b657661756c7450000102030405060708090a0b0c0d0e0f0101831a000100000304f6",
                hex(lock.terms().info(LockUse.vault(1))));
        assertEquals(CHECK, hex(lock.check()));
        assertEquals(
                "83b1bd1dc3a23709a1154ca7dc6e9529a9b46c4656b377dd4ca0d4802d12af7d"
                        + "9197cbdb9a191108bb8d56d78f52d8f3a9208cda2b1885477864543c88f001d9863764c6ff24a241",
                hex(lock.sealed()));
        assertEquals(186 - 16, lock.encode().length);
    }

    @Test
    void derivesInTheStepsThatTheFormatNames() {
        byte[] salt = bytes("01".repeat(32));
        LockTerms terms = new LockTerms(VAULT, Factors.PASSPHRASE, salt, Argon2Cost.MINIMUM, null);
        assertEquals(
                "a97c14146c66036ab1e26a8a17fd6f4886ecb13221fed3c0b6ea49693c44f765",
                hex(Hkdf.extract(salt, bytes(SLOW))));
        assertEquals(KEK + CHECK, hex(Hkdf.derive(salt, bytes(SLOW), terms.info(LockUse.vault(1)), 64)));
    }

    @Test
    void derivesFromPassphraseAndTokenTogether() throws RefusedException {
        byte[] token = Jdk.sha256().digest("token".getBytes(StandardCharsets.US_ASCII));
        byte[] point = bytes("04" + "44".repeat(64));
        byte[] salt = bytes("66".repeat(32));
        LockTerms terms = new LockTerms(
                VAULT,
                Factors.PASSPHRASE_AND_TOKEN,
                salt,
                Argon2Cost.MINIMUM,
                TokenPart.parse(List.of(256L, token, point)));
        byte[] slow =
                new RememberingArgon2id().derive(WORDS.getBytes(StandardCharsets.UTF_8), salt, Argon2Cost.MINIMUM);
        String shared = "77".repeat(32);
        String okm = "f1dc462b0bbdf79c91f3050041cf28205fb92b1af17e23b12572c473476692518397dd6c965981e61be8e27c213062b7"
                + "3d17f46dcf17cd7cde2403a1029d0097";
        assertEquals(okm, hex(Hkdf.derive(salt, bytes(hex(slow) + shared), terms.info(LockUse.vault(2)), 64)));
        try (LockKeys keys = LockKeys.derive(terms, LockUse.vault(2), slow, bytes(shared))) {
            assertEquals(okm.substring(64), hex(keys.check()));
        }
    }

    @Test
    void readsALockWithAToken() throws RefusedException {
        List<@Nullable Object> fields = new ArrayList<>(List.of(
                VAULT, 2L, new byte[32], List.of(), List.of(384L, new byte[32], bytes("04" + "01".repeat(96)))));
        fields.set(3, null);
        fields.add(new byte[32]);
        fields.add(new byte[72]);
        byte[] encoded = CborArray.encode(fields);
        assertEquals(Factors.TOKEN, Lock.parse(encoded).factors());
        assertEquals(hex(encoded), hex(Lock.parse(encoded).encode()));
    }

    @Test
    void derivesTheKeysOfTheVault() {
        byte[] pseudoRandomKey = Hkdf.extract(VAULT, VAULT_KEY);
        assertEquals("21b8e892bb84c0760c1c21ff44332bc1255e9a7d3987c0342a3aa331793c67c5", hex(pseudoRandomKey));
        assertEquals(
                "683393fb0d75cb75b63aa777ef05fc6f0174e2086495575ceab2eed50b100fa6",
                derived(pseudoRandomKey, "hearth/1 record"));
        assertEquals(
                "818ad2827484c8a8dfd7e3a23270316fc2b0f19c08085d0a9c7e26dee169bb41",
                derived(pseudoRandomKey, "hearth/1 set"));
        assertEquals(
                "caeefee9eb4a5e9faa1576c46b70f105c08da64813ac7940e0f6989e75fa5d50",
                derived(pseudoRandomKey, "hearth/1 private"));
    }

    private static String derived(byte[] pseudoRandomKey, String label) {
        try (SecretBytes key = VaultKeys.derived(pseudoRandomKey, label)) {
            return key.use(LockVectorsTest::hex);
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
