package org.hearthkey.core.ceremony;

import java.util.Locale;

/// Why a script is not read.
public enum ScriptFlaw {
    /// It does not begin with [Script#FIRST_LINE].
    NOT_A_SCRIPT,
    /// It is longer than [Script#MOST_BYTES].
    TOO_LONG,
    /// It is not UTF-8, or has a sign that nobody sees.
    NOT_TEXT,
    /// It has a space too many: at a line's end, or other than two before a line that goes on.
    SPACES,
    /// Something else is due here.
    NOT_DUE,
    /// The text is empty, or has more characters than may stand there.
    WRONG_LENGTH,
    /// There are more of these than may be.
    TOO_MANY,
    /// Two roles have one name.
    SAME_ROLE,
    /// There is no such act.
    UNKNOWN_ACT,
    /// The act cannot come here.
    ACT_OUT_OF_ORDER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
