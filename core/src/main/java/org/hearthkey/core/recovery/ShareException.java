package org.hearthkey.core.recovery;

/// Words are no share, or shares do not go together. It never says a word of them.
public final class ShareException extends Exception {
    private static final long serialVersionUID = 1;

    private final ShareFlaw flaw;
    private final int position;

    ShareException(ShareFlaw flaw) {
        this(flaw, 0);
    }

    /// @param position counted from 1: of the word that is not on the list, or how many words there are
    ShareException(ShareFlaw flaw, int position) {
        super(position == 0 ? flaw.name() : flaw.name() + " at " + position);
        this.flaw = flaw;
        this.position = position;
    }

    public ShareFlaw flaw() {
        return flaw;
    }

    /// Counted from 1: of the word that is not on the list, or how many words there are; 0 for other flaws.
    public int position() {
        return position;
    }
}
