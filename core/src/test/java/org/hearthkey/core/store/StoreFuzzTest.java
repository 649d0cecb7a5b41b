package org.hearthkey.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.VaultKeys;
import org.hearthkey.core.secret.Passphrase;
import org.jspecify.annotations.Nullable;

/// Any bytes whatever where a home, its slots and its records are read: refused by name, or as they were.
class StoreFuzzTest {
    @FuzzTest
    void files(byte[] bytes) throws IOException, SQLException {
        Path file = Files.createTempFile("fuzz", ".hearth");
        try {
            Files.write(file, bytes);
            try (Store store = Homes.open(file, Vectors.SCHEMA, Vectors.PASSPHRASE)) {
                assertEquals("porch lamp,T\u00fcrschloss", Homes.devices(store));
            } catch (RefusedException refused) {
                assertNotNull(refused.refusal());
            }
        } finally {
            Files.delete(file);
        }
    }

    @FuzzTest
    void slots(byte[] body) throws NoSuchAlgorithmException {
        byte[] row = Arrays.copyOf(body, body.length + 16);
        System.arraycopy(MessageDigest.getInstance("SHA-256").digest(body), 0, row, body.length, 16);
        try (Passphrase passphrase = Vectors.passphrase(Vectors.PASSPHRASE)) {
            SlotSurvey survey = new SlotSurvey(List.of(new Slot(1, row)));
            assertNotNull(survey.noneFits());
            assertNotNull(survey.candidates(new LockSecret.Remembered(passphrase)));
        } catch (RefusedException refused) {
            assertNotNull(refused.refusal());
        }
    }

    /// What somebody who holds the vault's key could have sealed.
    @FuzzTest
    void records(byte[] plain) {
        byte[] padded = Padding.pad(Arrays.copyOf(plain, Math.min(plain.length, 60_000)));
        try (VaultKeys keys = Vectors.keys()) {
            RecordBox box = new RecordBox(keys);
            long place = Place.of(Place.CATALOG, 16);
            byte[] context = RecordBox.context(keys.vault(), place);
            List<@Nullable Object> values = box.open(place, keys.record().seal(context, padded));
            readAll(place, values);
        } catch (RefusedException refused) {
            assertNotNull(refused.refusal());
        }
    }

    private static void readAll(long place, List<@Nullable Object> values) throws RefusedException {
        try {
            assertNotNull(Head.parse(values));
        } catch (RefusedException notAHead) {
            assertNotNull(new Catalog().read(place, values));
        }
    }
}
