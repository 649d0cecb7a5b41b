package org.hearthkey.core.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import org.hearthkey.core.seal.CborArray;
import org.hearthkey.core.seal.CborReader;
import org.hearthkey.core.seal.MalformedArrayException;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.SealingKey;
import org.hearthkey.core.seal.VaultKeys;
import org.hearthkey.core.seal.Xaes;
import org.jspecify.annotations.Nullable;

/// Seals a record for its place and opens it there.
final class RecordBox {
    private final VaultKeys keys;
    private final byte[] vault;

    RecordBox(VaultKeys keys) {
        this.keys = keys;
        vault = keys.vault();
    }

    static boolean isSize(int sealedLength) {
        return Padding.isStep(sealedLength - SealingKey.OVERHEAD);
    }

    byte[] seal(long place, long commit, List<? extends @Nullable Object> columns) {
        List<@Nullable Object> values = new ArrayList<>(columns.size() + 1);
        values.add(commit);
        values.addAll(columns);
        return keys.record().seal(context(vault, place), Padding.pad(CborArray.encode(values)));
    }

    /// The commit and the columns.
    ///
    /// @throws RefusedException damaged, naming the place
    List<@Nullable Object> open(long place, byte[] sealed) throws RefusedException {
        try {
            byte[] padded = keys.record().open(context(vault, place), sealed);
            CborReader reader = new CborReader(padded);
            List<@Nullable Object> values = reader.array();
            if (Padding.isRight(padded, reader.position())
                    && !values.isEmpty()
                    && values.getFirst() instanceof Long commit
                    && commit >= 1) {
                return values;
            }
            throw new RefusedException(Refusal.DAMAGED, Place.name(place));
        } catch (AEADBadTagException | MalformedArrayException changed) {
            throw new RefusedException(Refusal.DAMAGED, Place.name(place), changed);
        }
    }

    /// What this record adds to the digest of the set.
    byte[] element(long place, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, Xaes.NONCE_BYTES);
        byte[] tag = Arrays.copyOfRange(sealed, sealed.length - Xaes.TAG_BYTES, sealed.length);
        return keys.set().of(CborArray.of(place, nonce, tag));
    }

    /// What binds a record to its vault and place.
    static byte[] context(byte[] vault, long place) {
        return CborArray.of("hearth/1 record", vault, place);
    }
}
