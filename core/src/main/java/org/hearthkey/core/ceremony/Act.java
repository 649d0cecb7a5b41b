package org.hearthkey.core.ceremony;

import java.util.Arrays;
import java.util.Optional;

/// What a step of a ceremony may have the program do. The list is closed: a script from elsewhere can do nothing else.
public enum Act {
    /// Makes the home, its root and its zones.
    CREATE_HOME("create-home"),
    /// Has the root sign the issuer of one more zone.
    ADD_ZONE("add-zone"),
    /// Signs the lists of every issuer, the root's too, for the months to come.
    SIGN_LIFELINES("sign-lifelines"),
    /// Makes recovery sheets and prints them. They are in force only once they were read back.
    MAKE_SHEETS("make-sheets"),
    /// Reads back the sheets that were just made.
    READ_BACK("read-back"),
    /// Proves that the sheets bring the home back.
    DRILL("drill"),
    /// Puts a new root beside the old one.
    ROLL_OVER("roll-over"),
    /// Signs an issuer that is kept by another program.
    SIGN_INTERMEDIATE("sign-intermediate"),
    /// Opens a home with its sheets and gives it new passphrases.
    RECOVER("recover");

    private final String code;

    Act(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Act> parse(String code) {
        return Arrays.stream(values()).filter(act -> act.code.equals(code)).findAny();
    }

    /// Whether the home must be open before this act. The two others open it themselves.
    public boolean needsHome() {
        return this != CREATE_HOME && this != RECOVER;
    }
}
