package org.hearthkey.core.store;

import static org.hearthkey.core.store.Homes.put;
import static org.hearthkey.core.store.Homes.refuses;
import static org.hearthkey.core.store.Homes.slot;
import static org.hearthkey.core.store.Homes.tamper;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.seal.CborArray;
import org.hearthkey.core.seal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Slots that decayed or that somebody forged, with a right sum.
class SlotSurveyTest {
    private static final String UPDATE = "UPDATE slot SET lock=?2 WHERE id=?1";
    private static final String INSERT = "INSERT INTO slot(id,lock) VALUES(?,?)";

    @TempDir
    Path directory;

    private Path file;
    private int askings;

    @BeforeEach
    void createHome() throws Exception {
        file = directory.resolve("Maple.hearth");
        Homes.create(file).close();
        askings = Homes.ARGON2.askings();
    }

    @Test
    void refusesCostsOutOfBoundsBeforeAnyArgon2id() throws Exception {
        put(file, UPDATE, 1, forged(3, List.of(1_048_576, 9, 4)));
        refuses(Refusal.OUT_OF_BOUNDS, file);
        put(file, UPDATE, 1, forged(3, List.of(8, 1, 1)));
        refuses(Refusal.OUT_OF_BOUNDS, file);
        put(file, UPDATE, 1, forged(1, 9));
        refuses(Refusal.OUT_OF_BOUNDS, file);
        assertEquals(askings, Homes.ARGON2.askings());
    }

    @Test
    void refusesSlotsThatCostTooMuchTogether() throws Exception {
        byte[] dear = forged(3, List.of(1_048_576, 8, 4));
        for (int id = 2; id <= 4; id++) {
            put(file, INSERT, id, dear);
        }
        refuses(Refusal.OUT_OF_BOUNDS, file);
        assertEquals(askings, Homes.ARGON2.askings());
    }

    @Test
    void refusesASeventeenthSlot() throws Exception {
        for (int id = 2; id <= 17; id++) {
            put(file, INSERT, id, slot(file, 1));
        }
        refuses(Refusal.OUT_OF_BOUNDS, file);
    }

    @Test
    void refusesIdsAndLengthsOutOfBounds() throws Exception {
        tamper(file, "UPDATE slot SET id=0");
        refuses(Refusal.OUT_OF_BOUNDS, file);
        tamper(file, "UPDATE slot SET id=1073741825");
        refuses(Refusal.OUT_OF_BOUNDS, file);
        tamper(file, "UPDATE slot SET id=1");
        put(file, INSERT, 2, new byte[149]);
        refuses(Refusal.OUT_OF_BOUNDS, file);
        put(file, UPDATE, 2, new byte[1025]);
        refuses(Refusal.OUT_OF_BOUNDS, file);
        assertEquals(askings, Homes.ARGON2.askings());
    }

    @Test
    void saysThatADecayedSlotMayHaveHadTheRightSecret() throws Exception {
        byte[] decayed = slot(file, 1);
        decayed[100] ^= 1;
        put(file, UPDATE, 1, decayed);
        assertEquals(
                Optional.of("a slot; the secret may be right"),
                refuses(Refusal.DAMAGED, file).where());
        assertEquals(askings, Homes.ARGON2.askings());
    }

    @Test
    void opensBesideADecayedSlotAndThenNoticesIt() throws Exception {
        byte[] decayed = slot(file, 1);
        decayed[100] ^= 1;
        put(file, INSERT, 2, decayed);
        refuses(Refusal.SLOTS_CHANGED, file);
    }

    @Test
    void saysThatASlotWhichIsNoneIsDamage() throws Exception {
        put(file, INSERT, 2, summed(new byte[200]));
        refuses(Refusal.DAMAGED, file);
        put(file, UPDATE, 2, forged(0, new byte[16], 0));
        refuses(Refusal.DAMAGED, file);
    }

    @Test
    void aForgedFieldLooksLikeAWrongSecret() throws Exception {
        put(file, UPDATE, 1, forged(5, new byte[32]));
        refuses(Refusal.WRONG_SECRET, file);
    }

    @Test
    void aChangedBoxUnderARightCheckIsDamage() throws Exception {
        put(file, UPDATE, 1, forged(6, new byte[72]));
        assertEquals(
                Optional.of("the key in a lock"), refuses(Refusal.DAMAGED, file).where());
    }

    private byte[] forged(int field, Object value) throws Exception {
        return forged(field, value, 1);
    }

    /// Slot 1 with one field changed and a right sum.
    private byte[] forged(int field, Object value, int firstByte) throws Exception {
        byte[] row = slot(file, 1);
        List<@Nullable Object> fields = CborArray.decode(Arrays.copyOf(row, row.length - 16));
        if (value instanceof byte[] bytes && firstByte == 0) {
            bytes[0] = 99;
        }
        fields.set(field, value);
        return summed(CborArray.encode(fields));
    }

    private static byte[] summed(byte[] body) throws Exception {
        byte[] row = Arrays.copyOf(body, body.length + 16);
        System.arraycopy(MessageDigest.getInstance("SHA-256").digest(body), 0, row, body.length, 16);
        return row;
    }
}
