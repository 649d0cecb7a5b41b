package org.hearthkey.app.text;

/// What somebody gave as a secret, where the words for a wrong one depend on it.
public enum Offered {
    PASSPHRASE("wrong-secret"),
    TOKEN("wrong-token"),
    BOTH("wrong-both"),
    /// What should wake the root.
    ROOT("wrong-root"),
    /// What should open a home that is open already.
    PRESENT("wrong-present"),
    /// Recovery sheets.
    SHEETS("wrong-sheets");

    private final String key;

    Offered(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
