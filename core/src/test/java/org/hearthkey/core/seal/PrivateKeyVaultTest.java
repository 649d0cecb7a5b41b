package org.hearthkey.core.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PrivateKeyVaultTest {
    private static final KeyLabel ZONE = new KeyLabel("EC P-256", "zone lighting");
    private static final KeyLabel ROOT = new KeyLabel("EC P-384", "root");
    private static final byte[] PKCS8 = {1, 2, 3};

    private final RememberingArgon2id argon2 = new RememberingArgon2id();
    private final VaultKeys home = vault(1);
    private final PrivateKeyVault keys = home.privateKeys(argon2);
    private final Passphrase words = new Passphrase("the root has its own words".toCharArray());
    private final LockPlan byWords = new LockPlan.Remembered(words, Argon2Cost.MINIMUM);

    private static VaultKeys vault(int value) {
        byte[] key = new byte[32];
        key[0] = (byte) value;
        return new VaultKeys(new byte[16], SecretBytes.owning(key), new ScriptedRandom());
    }

    @Test
    void aZoneKeyOpensWithTheHome() throws Exception {
        byte[] value = keys.seal(ZONE, pkcs8());
        assertArrayEquals(PKCS8, opened(keys.open(value)));
        assertEquals(ZONE, PrivateKeyVault.label(value));
    }

    @Test
    void aZoneKeyOpensInNoOtherHome() {
        byte[] value = keys.seal(ZONE, pkcs8());
        refuses(Refusal.DAMAGED, () -> vault(2).privateKeys(argon2).open(value));
    }

    @Test
    void aRootKeyTakesTheHomeAndItsOwnPassphrase() throws Exception {
        byte[] value = keys.sealRoot(ROOT, pkcs8(), List.of(byWords));
        assertArrayEquals(PKCS8, opened(keys.openRoot(value, new LockSecret.Remembered(words))));
        Passphrase homes = new Passphrase("the home's words".toCharArray());
        refuses(Refusal.WRONG_SECRET, () -> keys.openRoot(value, new LockSecret.Remembered(homes)));
        refuses(
                Refusal.WRONG_SECRET,
                () -> vault(2).privateKeys(argon2).openRoot(value, new LockSecret.Remembered(words)));
        assertThrows(IllegalArgumentException.class, () -> keys.open(value));
    }

    @Test
    void aRootKeyOpensWithTheRecoverySecretToo() throws Exception {
        LockSecret.Recovered shares = new LockSecret.Recovered(SecretBytes.owning(new byte[32]));
        byte[] value = keys.sealRoot(ROOT, pkcs8(), List.of(byWords, new LockPlan.Recovered(shares.secret())));
        argon2.derive(new byte[1], new byte[32], Argon2Cost.MINIMUM);
        int before = argon2.askings();
        assertArrayEquals(PKCS8, opened(keys.openRoot(value, shares)));
        assertEquals(before, argon2.askings());
    }

    @Test
    void noByteOfAValueCanBeChanged() throws Exception {
        byte[] value = keys.seal(ZONE, pkcs8());
        for (int i = 0; i < value.length; i++) {
            byte[] changed = value.clone();
            changed[i] ^= 1;
            refuses(Refusal.DAMAGED, () -> keys.open(changed));
        }
    }

    @Test
    void aKeyDoesNotOpenUnderAnotherLabel() throws Exception {
        PrivateKeyValue value = PrivateKeyValue.parse(keys.seal(ZONE, pkcs8()));
        KeyLabel next = new KeyLabel(ZONE.algorithm(), ZONE.purpose(), 2);
        byte[] relabeled = new PrivateKeyValue(value.keyId(), next, List.of(), value.box()).encode();
        refuses(Refusal.DAMAGED, () -> keys.open(relabeled));
    }

    @Test
    void locksAreHeldToTheirBoundsBeforeAnyIsTried() throws Exception {
        PrivateKeyValue value = PrivateKeyValue.parse(keys.sealRoot(ROOT, pkcs8(), List.of(byWords)));
        int before = argon2.askings();
        Argon2Cost most = new Argon2Cost(1_048_576, 8, 4);
        LockTerms dear = new LockTerms(new byte[16], Factors.PASSPHRASE, new byte[32], most, null);
        Lock lock = new Lock(dear, new byte[32], new byte[72]);
        byte[] three = new PrivateKeyValue(value.keyId(), ROOT, List.of(lock, lock, lock), value.box()).encode();
        refuses(Refusal.OUT_OF_BOUNDS, () -> keys.openRoot(three, new LockSecret.Remembered(words)));
        byte[] nine = new PrivateKeyValue(
                        value.keyId(),
                        ROOT,
                        Collections.nCopies(9, value.locks().getFirst()),
                        value.box())
                .encode();
        refuses(Refusal.OUT_OF_BOUNDS, () -> keys.openRoot(nine, new LockSecret.Remembered(words)));
        assertEquals(before, argon2.askings());
    }

    @Test
    void opensNothingOnceTheHomeIsClosed() {
        byte[] value = keys.seal(ZONE, pkcs8());
        home.close();
        assertThrows(IllegalStateException.class, () -> keys.open(value));
    }

    @Test
    void exceptionsTellNothingThatWasSealed() {
        byte[] value = keys.sealRoot(ROOT, pkcs8(), List.of(byWords));
        Passphrase wrong = new Passphrase("wrong guess".toCharArray());
        RefusedException refused =
                assertThrows(RefusedException.class, () -> keys.openRoot(value, new LockSecret.Remembered(wrong)));
        assertFalse(refused.toString().contains("guess"));
    }

    private static void refuses(Refusal refusal, Executable opening) {
        assertEquals(refusal, assertThrows(RefusedException.class, opening).refusal());
    }

    private static SecretBytes pkcs8() {
        return SecretBytes.owning(PKCS8.clone());
    }

    private static byte[] opened(SecretBytes secret) {
        return secret.use(byte[]::clone);
    }
}
