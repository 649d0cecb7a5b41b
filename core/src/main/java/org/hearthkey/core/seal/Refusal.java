package org.hearthkey.core.seal;

/// Why a home file, or a private key in it, is not opened. Numbers and names are part of the format.
public enum Refusal {
    NOT_A_HOME(10, "not-a-home"),
    NEWER_FORMAT(11, "newer-format"),
    DAMAGED(12, "damaged"),
    WRONG_SECRET(13, "wrong-secret"),
    OUT_OF_BOUNDS(14, "out-of-bounds"),
    SLOTS_CHANGED(15, "slots-changed"),
    SET_MISMATCH(16, "set-mismatch"),
    IN_USE(17, "in-use"),
    UNFINISHED_COMMIT(18, "unfinished-commit"),
    STRANGE_COMPANION(19, "strange-companion");

    private final int number;
    private final String text;

    Refusal(int number, String text) {
        this.number = number;
        this.text = text;
    }

    public int number() {
        return number;
    }

    public String text() {
        return text;
    }
}
