package org.hearthkey.core.drive;

/// Why a drive is no place for a bundle.
public enum Objection {
    /// The home's own file is on it: who carries it away carries the home.
    HOLDS_HOME("holds-home"),
    /// It cannot be written.
    READ_ONLY("read-only"),
    /// A bundle does not fit beside the one that is there.
    NO_ROOM("no-room"),
    /// The system lives on it. A folder there can be chosen by name.
    SYSTEM("system");

    private final String code;

    Objection(String code) {
        this.code = code;
    }

    /// The objection as scripts read it.
    public String code() {
        return code;
    }
}
