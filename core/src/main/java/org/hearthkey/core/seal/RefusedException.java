package org.hearthkey.core.seal;

import java.util.Optional;

/// A home or a key in it was refused, and nothing of it was used or changed.
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

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
