package org.hearthkey.core.seal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a lock says of the token that opens it: curve, hash of the token's point, ephemeral point. Kept so that such
/// locks are read and checked; a point is held against its curve by whoever computes with it.
final class TokenPart {
    private final List<@Nullable Object> fields;

    private TokenPart(List<@Nullable Object> fields) {
        this.fields = fields;
    }

    static TokenPart parse(List<?> fields) throws RefusedException {
        if (fields.size() != 3
                || !(fields.get(0) instanceof Long curve)
                || !(fields.get(1) instanceof byte[] hash)
                || !(fields.get(2) instanceof byte[] point)) {
            throw new RefusedException(Refusal.DAMAGED, "the token of a lock");
        }
        if (curve != 256 && curve != 384) {
            throw new RefusedException(Refusal.OUT_OF_BOUNDS, "the curve of a lock");
        }
        if (hash.length != 32 || point.length != 1 + 2 * curve / 8 || point[0] != 4) {
            throw new RefusedException(Refusal.DAMAGED, "the token of a lock");
        }
        return new TokenPart(List.copyOf(List.of(curve, hash, point)));
    }

    List<@Nullable Object> fields() {
        return fields;
    }
}
