package org.hearthkey.core.authority;

/// Asked before something that a home may be kept from: a signature of its issuers, or any change.
@FunctionalInterface
public interface Permit {
    /// For a home that is being made: nothing can speak against it yet.
    Permit ALWAYS = () -> {};

    /// Passes, or says why not.
    ///
    /// @throws BlockedException if it may not be done now
    void require();
}
