package org.hearthkey.core.authority;

/// Asked before every signature of the home's issuers.
@FunctionalInterface
public interface Permit {
    /// For a home that is being made: nothing can speak against it yet.
    Permit ALWAYS = () -> {};

    /// Passes, or says why not.
    ///
    /// @throws BlockedException if nothing may be signed now
    void require();
}
