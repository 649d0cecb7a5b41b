package org.hearthkey.core.seal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a lock says of the token that opens it: curve, hash of the token's point, ephemeral point. A lock is read and
/// checked whether or not the token is there; the ephemeral point is held against its curve before a token meets it.
final class TokenPart {
    private final long curve;
    private final byte[] hash;
    private final byte[] ephemeral;

    private TokenPart(long curve, byte[] hash, byte[] ephemeral) {
        this.curve = curve;
        this.hash = hash;
        this.ephemeral = ephemeral;
    }

    static TokenPart of(TokenPoint token, TokenPoint ephemeral) {
        return new TokenPart(token.curveBits(), token.hash(), ephemeral.uncompressed());
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
        return new TokenPart(curve, hash, point);
    }

    List<@Nullable Object> fields() {
        return List.of(curve, hash, ephemeral);
    }

    boolean isOf(TokenPoint token) {
        return token.curveBits() == curve && Arrays.equals(token.hash(), hash);
    }

    /// The point that the token multiplies.
    ///
    /// @throws RefusedException damaged, if it is not on its curve
    TokenPoint ephemeral() throws RefusedException {
        try {
            return TokenPoint.of(ephemeral);
        } catch (IllegalArgumentException notOnTheCurve) {
            throw new RefusedException(Refusal.DAMAGED, "the token of a lock", notOnTheCurve);
        }
    }
}
