package org.hearthkey.core.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LockTest {
    private static final LockUse USE = LockUse.vault(1);

    private final byte[] vault = new byte[16];
    private final Locksmith smith = new Locksmith(vault, new RememberingArgon2id(), new ScriptedRandom());
    /// Scripted bytes make no key pairs.
    private final Locksmith tokenSmith = new Locksmith(vault, new RememberingArgon2id(), new SecureRandom());
    private final SecretBytes key =
            SecretBytes.owning("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private final LockSecret words = new LockSecret.Remembered(new Passphrase("open".toCharArray()));
    private final Lock lock = smith.make(USE, key, plan());

    private static LockPlan plan() {
        return new LockPlan.Remembered(new Passphrase("open".toCharArray()), Argon2Cost.MINIMUM);
    }

    @Test
    void opensWithItsSecretOnly() throws Exception {
        try (SecretBytes opened = smith.open(lock, USE, words).orElseThrow()) {
            assertArrayEquals(key.use(byte[]::clone), opened.use(byte[]::clone));
        }
        assertTrue(smith.open(lock, USE, new LockSecret.Remembered(new Passphrase("shut".toCharArray())))
                .isEmpty());
        assertTrue(smith.open(lock, USE, new LockSecret.Recovered(SecretBytes.owning(new byte[32])))
                .isEmpty());
    }

    @Test
    void opensWithARecoverySecretWithoutArgon2id() throws Exception {
        RememberingArgon2id argon2 = new RememberingArgon2id();
        Locksmith quick = new Locksmith(vault, argon2, new ScriptedRandom());
        LockSecret.Recovered shares = new LockSecret.Recovered(SecretBytes.owning(new byte[32]));
        Lock byShares = Lock.parse(
                quick.make(USE, key, new LockPlan.Recovered(shares.secret())).encode());
        assertArrayEquals(
                key.use(byte[]::clone),
                quick.open(byShares, USE, shares).orElseThrow().use(byte[]::clone));
        assertEquals(0, argon2.askings());
    }

    @Test
    void opensWithTheTokenItWasMadeFor() throws Exception {
        SoftToken token = new SoftToken("secp256r1");
        SoftToken other = new SoftToken("secp256r1");
        Lock held = Lock.parse(
                tokenSmith.make(USE, key, new LockPlan.Held(token.point())).encode());
        assertArrayEquals(
                key.use(byte[]::clone),
                tokenSmith
                        .open(held, USE, new LockSecret.Held(token))
                        .orElseThrow()
                        .use(byte[]::clone));
        assertTrue(tokenSmith.open(held, USE, new LockSecret.Held(other)).isEmpty());
        assertTrue(tokenSmith.open(held, USE, words).isEmpty());
        assertEquals(1, token.askings());
        assertEquals(0, other.askings());
    }

    @Test
    void opensWithPassphraseAndTokenTogetherOnly() throws Exception {
        SoftToken token = new SoftToken("secp384r1");
        Passphrase right = new Passphrase("open".toCharArray());
        Passphrase wrong = new Passphrase("shut".toCharArray());
        Lock both = tokenSmith.make(USE, key, new LockPlan.RememberedAndHeld(right, Argon2Cost.MINIMUM, token.point()));
        assertArrayEquals(
                key.use(byte[]::clone),
                tokenSmith
                        .open(both, USE, new LockSecret.RememberedAndHeld(right, token))
                        .orElseThrow()
                        .use(byte[]::clone));
        assertTrue(tokenSmith
                .open(both, USE, new LockSecret.RememberedAndHeld(wrong, token))
                .isEmpty());
        assertTrue(tokenSmith.open(both, USE, new LockSecret.Held(token)).isEmpty());
        assertTrue(tokenSmith.open(both, USE, words).isEmpty());
    }

    @Test
    void aTokenMeetsNoPointThatIsNotOnItsCurve() throws Exception {
        SoftToken token = new SoftToken("secp256r1");
        List<@Nullable Object> fields = new ArrayList<>(
                tokenSmith.make(USE, key, new LockPlan.Held(token.point())).fields());
        byte[] nowhere = new byte[65];
        nowhere[0] = 4;
        nowhere[64] = 1;
        List<Object> part = new ArrayList<>((List<?>) fields.get(4));
        part.set(2, nowhere);
        fields.set(4, part);
        Lock forged = Lock.parse(CborArray.encode(fields));
        RefusedException refused =
                assertThrows(RefusedException.class, () -> tokenSmith.open(forged, USE, new LockSecret.Held(token)));
        assertEquals(Refusal.DAMAGED, refused.refusal());
        assertEquals(0, token.askings());
    }

    @Test
    void doesNotOpenElsewhere() throws Exception {
        assertTrue(smith.open(lock, LockUse.vault(2), words).isEmpty());
        assertTrue(smith.open(lock, LockUse.privateKey(new byte[16]), words).isEmpty());
    }

    @Test
    void doesNotOpenWithoutTheKeyThatGoesAhead() throws Exception {
        Locksmith ahead = new Locksmith(
                vault, SecretBytes.owning(new byte[] {1}), new RememberingArgon2id(), new ScriptedRandom());
        Lock inner = ahead.make(USE, key, plan());
        assertTrue(ahead.open(inner, USE, words).isPresent());
        assertTrue(smith.open(inner, USE, words).isEmpty());
    }

    @Test
    void saysDamagedWhenTheSecretFitsAndTheBoxDoesNotOpen() {
        byte[] changed = lock.encode();
        changed[changed.length - 1] ^= 1;
        RefusedException refused =
                assertThrows(RefusedException.class, () -> smith.open(Lock.parse(changed), USE, words));
        assertEquals(Refusal.DAMAGED, refused.refusal());
    }

    @Test
    void noClearFieldCanBeChanged() throws Exception {
        byte[] encoded = lock.encode();
        int opened = 0;
        for (int i = 0; i < encoded.length; i++) {
            byte[] changed = encoded.clone();
            changed[i] ^= 1;
            // Not the salt: that would run Argon2id for each of its bytes. It goes into it, and into HKDF.
            if (i < 19 || i > 53) {
                opened += opens(changed) ? 1 : 0;
            }
        }
        assertEquals(0, opened);
    }

    private boolean opens(byte[] encoded) throws IOException {
        try {
            return smith.open(Lock.parse(encoded), USE, words).isPresent();
        } catch (RefusedException refused) {
            return false;
        }
    }

    @Test
    void refusesWhatIsOutOfBoundsAsSuch() {
        refuses(Refusal.OUT_OF_BOUNDS, fields -> fields.set(1, 5L));
        refuses(Refusal.OUT_OF_BOUNDS, fields -> fields.set(1, 0L));
        refuses(Refusal.OUT_OF_BOUNDS, fields -> fields.set(3, List.of(65_535L, 3L, 4L)));
        refuses(Refusal.OUT_OF_BOUNDS, fields -> fields.set(3, List.of(1L << 40, 3L, 4L)));
        refuses(Refusal.OUT_OF_BOUNDS, fields -> fields.set(3, List.of(1_048_576L, 9L, 4L)));
        refuses(Refusal.OUT_OF_BOUNDS, fields -> fields.set(3, List.of(65_536L, 3L, -4L)));
        refuses(Refusal.OUT_OF_BOUNDS, fields -> {
            fields.set(1, 2L);
            fields.set(3, null);
            fields.set(4, List.of(521L, new byte[32], new byte[133]));
        });
    }

    @Test
    void refusesWhatDoesNotParseAsDamaged() {
        refuses(Refusal.DAMAGED, fields -> fields.set(0, new byte[15]));
        refuses(Refusal.DAMAGED, fields -> fields.set(1, "1"));
        refuses(Refusal.DAMAGED, fields -> fields.set(2, new byte[31]));
        refuses(Refusal.DAMAGED, fields -> fields.set(3, null));
        refuses(Refusal.DAMAGED, fields -> fields.set(3, List.of(65_536L, 3L)));
        refuses(Refusal.DAMAGED, fields -> fields.set(4, List.of(256L, new byte[32], new byte[65])));
        refuses(Refusal.DAMAGED, fields -> fields.set(5, new byte[33]));
        refuses(Refusal.DAMAGED, fields -> fields.set(6, new byte[71]));
        refuses(Refusal.DAMAGED, fields -> fields.removeLast());
        refuses(Refusal.DAMAGED, fields -> {
            fields.set(1, 3L);
            fields.set(4, List.of(256L, new byte[32], new byte[65]));
        });
    }

    private void refuses(Refusal refusal, Consumer<List<@Nullable Object>> change) {
        List<@Nullable Object> fields = new ArrayList<>(lock.fields());
        change.accept(fields);
        RefusedException refused = assertThrows(RefusedException.class, () -> Lock.parse(CborArray.encode(fields)));
        assertEquals(refusal, refused.refusal(), Arrays.toString(fields.toArray()));
    }
}
