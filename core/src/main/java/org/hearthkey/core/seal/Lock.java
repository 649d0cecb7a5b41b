package org.hearthkey.core.seal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A key of 32 bytes wrapped under a secret, as it stands in the file. Everything it says in clear enters the wrapping
/// key, so none of it can be changed.
public final class Lock {
    static final int VAULT_BYTES = 16;
    static final int SALT_BYTES = 32;
    static final int CHECK_BYTES = 32;
    static final int KEY_BYTES = 32;

    private final LockTerms terms;
    private final byte[] check;
    private final byte[] sealed;

    Lock(LockTerms terms, byte[] check, byte[] sealed) {
        this.terms = terms;
        this.check = check;
        this.sealed = sealed;
    }

    /// Reads a lock and holds it to the format's bounds.
    ///
    /// @throws RefusedException out-of-bounds, or damaged
    public static Lock parse(byte[] encoded) throws RefusedException {
        try {
            return parse(CborArray.decode(encoded));
        } catch (MalformedArrayException malformed) {
            throw new RefusedException(Refusal.DAMAGED, "a lock", malformed);
        }
    }

    static Lock parse(List<? extends @Nullable Object> fields) throws RefusedException {
        if (fields.size() != 7) {
            throw new RefusedException(Refusal.DAMAGED, "a lock");
        }
        LockTerms terms = LockTerms.parse(fields.subList(0, 5));
        if (fields.get(5) instanceof byte[] check
                && check.length == CHECK_BYTES
                && fields.get(6) instanceof byte[] sealed
                && sealed.length == KEY_BYTES + SealingKey.OVERHEAD) {
            return new Lock(terms, check, sealed);
        }
        throw new RefusedException(Refusal.DAMAGED, "a lock");
    }

    List<@Nullable Object> fields() {
        List<@Nullable Object> fields = terms.fields();
        fields.add(check);
        fields.add(sealed);
        return fields;
    }

    public byte[] encode() {
        return CborArray.encode(fields());
    }

    LockTerms terms() {
        return terms;
    }

    byte[] check() {
        return check;
    }

    byte[] sealed() {
        return sealed;
    }

    public Factors factors() {
        return terms.factors();
    }

    /// Whether `secret` is of the kind that opens this, and the token the one it names.
    public boolean fits(LockSecret secret) {
        return switch (secret) {
            case LockSecret.Held(var token) -> factors() == secret.factors() && isOf(token);
            case LockSecret.RememberedAndHeld(var _, var token) -> factors() == secret.factors() && isOf(token);
            case LockSecret.Remembered _, LockSecret.Recovered _ -> factors() == secret.factors();
        };
    }

    /// Whether a lock made by `plan` would open to a secret of the same kind, and the same token.
    public boolean isLike(LockPlan plan) {
        return factors() == plan.factors()
                && plan.tokenPoint()
                        .map(point ->
                                terms.token().filter(part -> part.isOf(point)).isPresent())
                        .orElse(true);
    }

    private boolean isOf(TokenKey token) {
        return terms.token().filter(part -> part.isOf(token.point())).isPresent();
    }

    /// What trying a passphrase on it costs; nothing if it takes none.
    public Optional<Argon2Cost> cost() {
        return terms.cost();
    }

    public byte[] vault() {
        return terms.vault().clone();
    }

    public boolean isOfVault(byte[] vault) {
        return Arrays.equals(terms.vault(), vault);
    }
}
