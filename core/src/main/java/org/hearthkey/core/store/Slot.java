package org.hearthkey.core.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.seal.CborArray;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.RefusedException;

/// One row of the slot table: a lock on the vault key and a sum that tells decay from a wrong secret.
final class Slot {
    static final int LEAST_BYTES = 150;
    static final int MOST_BYTES = 1024;
    static final long MOST_ID = 1L << 30;

    private static final int SUM_BYTES = 16;

    private final long id;
    private final byte[] row;

    Slot(long id, byte[] row) {
        this.id = id;
        this.row = row;
    }

    static Slot of(long id, Lock lock) {
        byte[] body = lock.encode();
        byte[] row = Arrays.copyOf(body, body.length + SUM_BYTES);
        System.arraycopy(sha256(body), 0, row, body.length, SUM_BYTES);
        return new Slot(id, row);
    }

    long id() {
        return id;
    }

    byte[] row() {
        return row;
    }

    byte[] body() {
        return Arrays.copyOf(row, row.length - SUM_BYTES);
    }

    /// The lock in it; nothing if this program does not know its kind.
    Optional<Lock> lock() {
        try {
            return Optional.of(Lock.parse(body()));
        } catch (RefusedException unknown) {
            return Optional.empty();
        }
    }

    boolean hasRightSum() {
        byte[] sum = Arrays.copyOfRange(row, row.length - SUM_BYTES, row.length);
        return Arrays.equals(sum, Arrays.copyOf(sha256(body()), SUM_BYTES));
    }

    /// The digest that the head seals.
    ///
    /// @param slots by ascending id
    static byte[] digest(List<Slot> slots) {
        return sha256(CborArray.encode(
                slots.stream().map(slot -> List.of(slot.id, slot.row)).toList()));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
