package org.hearthkey.core.seal;

import java.util.Optional;

/// A home or a key in it was refused, and nothing of it was used or changed.
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String NO_SLOT = "this secret opens no slot";

    private final Refusal refusal;
    private final String where;

    public RefusedException(Refusal refusal) {
        this(refusal, "");
    }

    /// Refused at a place.
    ///
    /// @param where what was refused, for example "kind 16, id 7"; never anything that was sealed
    public RefusedException(Refusal refusal, String where) {
        super(message(refusal, where));
        this.refusal = refusal;
        this.where = where;
    }

    public RefusedException(Refusal refusal, String where, Throwable cause) {
        super(message(refusal, where), cause);
        this.refusal = refusal;
        this.where = where;
    }

    /// Wrong-secret, because none of the home's slots opens to it.
    public static RefusedException noSlot() {
        return new RefusedException(Refusal.WRONG_SECRET, NO_SLOT);
    }

    /// Whether the secret was one for the home's slots, and opened none: not one for a key with locks of its own.
    public boolean isOfSlots() {
        return where.equals(NO_SLOT);
    }

    private static String message(Refusal refusal, String where) {
        return refusal.text() + " (" + refusal.number() + ")" + (where.isEmpty() ? "" : ": " + where);
    }

    public Refusal refusal() {
        return refusal;
    }

    public Optional<String> where() {
        return where.isEmpty() ? Optional.empty() : Optional.of(where);
    }
}
