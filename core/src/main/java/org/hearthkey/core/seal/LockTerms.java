package org.hearthkey.core.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of a lock that is in clear before anything is computed: whose it is, what opens it, at what cost.
final class LockTerms {
    private final byte[] vault;
    private final Factors factors;
    private final byte[] salt;
    private final @Nullable Argon2Cost cost;
    private final @Nullable TokenPart token;

    LockTerms(byte[] vault, Factors factors, byte[] salt, @Nullable Argon2Cost cost, @Nullable TokenPart token) {
        this.vault = vault;
        this.factors = factors;
        this.salt = salt;
        this.cost = cost;
        this.token = token;
    }

    /// Bounds come first, so that what is out of bounds is called so even where something else is wrong as well.
    static LockTerms parse(List<? extends @Nullable Object> fields) throws RefusedException {
        if (!(fields.get(1) instanceof Long number)) {
            throw damaged("the factors of a lock");
        }
        Factors factors = Factors.of(number)
                .orElseThrow(() -> new RefusedException(Refusal.OUT_OF_BOUNDS, "the factors of a lock"));
        Argon2Cost cost = parseCost(factors, fields.get(3));
        TokenPart token = parseToken(factors, fields.get(4));
        if (fields.get(0) instanceof byte[] vault
                && vault.length == Lock.VAULT_BYTES
                && fields.get(2) instanceof byte[] salt
                && salt.length == Lock.SALT_BYTES) {
            return new LockTerms(vault, factors, salt, cost, token);
        }
        throw damaged("a lock");
    }

    private static @Nullable Argon2Cost parseCost(Factors factors, @Nullable Object field) throws RefusedException {
        if (!factors.includePassphrase() && field == null) {
            return null;
        }
        if (!factors.includePassphrase()
                || !(field instanceof List<?> argon)
                || argon.size() != 3
                || !(argon.get(0) instanceof Long memory)
                || !(argon.get(1) instanceof Long passes)
                || !(argon.get(2) instanceof Long lanes)) {
            throw damaged("the Argon2id cost of a lock");
        }
        if (!Argon2Cost.isAllowed(memory, passes, lanes)) {
            throw new RefusedException(Refusal.OUT_OF_BOUNDS, "the Argon2id cost of a lock");
        }
        return new Argon2Cost(memory.intValue(), passes.intValue(), lanes.intValue());
    }

    private static @Nullable TokenPart parseToken(Factors factors, @Nullable Object field) throws RefusedException {
        if (!factors.includeToken() && field == null) {
            return null;
        }
        if (!factors.includeToken() || !(field instanceof List<?> token)) {
            throw damaged("the token of a lock");
        }
        return TokenPart.parse(token);
    }

    private static RefusedException damaged(String where) {
        return new RefusedException(Refusal.DAMAGED, where);
    }

    List<@Nullable Object> fields() {
        List<@Nullable Object> fields = new ArrayList<>();
        fields.add(vault);
        fields.add(factors.number());
        fields.add(salt);
        fields.add(argon());
        fields.add(token == null ? null : token.fields());
        return fields;
    }

    private @Nullable List<Object> argon() {
        return cost == null ? null : List.of(cost.memoryKib(), cost.passes(), cost.lanes());
    }

    /// The context of everything derived and sealed for a lock with these terms.
    byte[] info(LockUse use) {
        return CborArray.of(
                "hearth/1 lock",
                use.use(),
                vault,
                use.who(),
                factors.number(),
                argon(),
                token == null ? null : token.fields());
    }

    byte[] vault() {
        return vault;
    }

    Factors factors() {
        return factors;
    }

    byte[] salt() {
        return salt;
    }

    Optional<Argon2Cost> cost() {
        return Optional.ofNullable(cost);
    }

    Optional<TokenPart> token() {
        return Optional.ofNullable(token);
    }
}
