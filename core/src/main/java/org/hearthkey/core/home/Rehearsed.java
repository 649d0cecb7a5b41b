package org.hearthkey.core.home;

/// Whether making and losing a home was tried with one that is thrown away, before a real one is made.
public enum Rehearsed {
    YES("yes"),
    NO("no"),
    /// The owner was advised to, and said that it goes without.
    OVERRULED("overruled"),
    /// This home is itself the one that is thrown away.
    IS_REHEARSAL("is-rehearsal");

    private final String code;

    Rehearsed(String code) {
        this.code = code;
    }

    /// What the journal calls it.
    public String code() {
        return code;
    }
}
