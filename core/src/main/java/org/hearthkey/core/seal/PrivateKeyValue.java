package org.hearthkey.core.seal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sealed private key as it stands in a row: `[keyId, algorithm, purpose, generation, locks, box]`.
final class PrivateKeyValue {
    static final int ID_BYTES = 16;
    static final int MOST_LOCKS = 8;

    private final byte[] keyId;
    private final KeyLabel label;
    private final List<Lock> locks;
    private final byte[] box;

    PrivateKeyValue(byte[] keyId, KeyLabel label, List<Lock> locks, byte[] box) {
        this.keyId = keyId;
        this.label = label;
        this.locks = List.copyOf(locks);
        this.box = box;
    }

    static PrivateKeyValue parse(byte[] value) throws RefusedException {
        try {
            List<@Nullable Object> fields = CborArray.decode(value);
            if (fields.size() == 6
                    && fields.get(0) instanceof byte[] keyId
                    && keyId.length == ID_BYTES
                    && fields.get(1) instanceof String algorithm
                    && fields.get(2) instanceof String purpose
                    && fields.get(3) instanceof Long generation
                    && fields.get(4) instanceof List<?> locks
                    && fields.get(5) instanceof byte[] box) {
                return new PrivateKeyValue(keyId, new KeyLabel(algorithm, purpose, generation), parseLocks(locks), box);
            }
            throw new RefusedException(Refusal.DAMAGED, "a private key");
        } catch (MalformedArrayException | IllegalArgumentException malformed) {
            throw new RefusedException(Refusal.DAMAGED, "a private key", malformed);
        }
    }

    private static List<Lock> parseLocks(List<?> encoded) throws RefusedException {
        if (encoded.size() > MOST_LOCKS) {
            throw new RefusedException(Refusal.OUT_OF_BOUNDS, "the locks of a private key");
        }
        List<Lock> locks = new ArrayList<>();
        for (Object lock : encoded) {
            if (!(lock instanceof List<?> fields)) {
                throw new RefusedException(Refusal.DAMAGED, "a lock of a private key");
            }
            locks.add(Lock.parse(fields));
        }
        return locks;
    }

    byte[] encode() {
        return CborArray.of(
                keyId,
                label.algorithm(),
                label.purpose(),
                label.generation(),
                locks.stream().map(Lock::fields).toList(),
                box);
    }

    /// What the box is bound to.
    static byte[] context(byte[] vault, byte[] keyId, KeyLabel label) {
        return CborArray.of("hearth/1 private", vault, keyId, label.algorithm(), label.purpose(), label.generation());
    }

    byte[] context(byte[] vault) {
        return context(vault, keyId, label);
    }

    PrivateKeyValue with(List<Lock> others) {
        return new PrivateKeyValue(keyId, label, others, box);
    }

    byte[] keyId() {
        return keyId;
    }

    KeyLabel label() {
        return label;
    }

    List<Lock> locks() {
        return locks;
    }

    byte[] box() {
        return box;
    }
}
