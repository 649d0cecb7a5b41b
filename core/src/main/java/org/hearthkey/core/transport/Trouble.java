package org.hearthkey.core.transport;

/// Why a place could not be reached or did not do what it was asked for.
public enum Trouble {
    /// Nobody answers at this address, or not in time.
    UNREACHABLE,
    /// The connection broke while it was in use.
    BROKEN,
    /// The SSH server's key was never compared by the owner.
    HOST_KEY_UNKNOWN,
    /// The SSH server shows another key than the one that the owner compared.
    HOST_KEY_OTHER,
    /// The server's certificate is not one of this home's services.
    NOT_OUR_SERVER,
    /// The server does not let this home in.
    TURNED_AWAY,
    /// This home may not write there.
    NOT_ALLOWED,
    /// There is no such folder or file.
    GONE,
    FULL,
    /// The server takes no message as long as this.
    TOO_LONG,
    READ_ONLY,
    /// The server cannot do what a delivery needs of it.
    UNABLE,
    /// Something else; the cause says what.
    FAILED;

    /// Whether it may be over in a moment.
    public boolean mayPass() {
        return this == UNREACHABLE || this == BROKEN;
    }
}
