package org.hearthkey.core.transport;

import java.io.InputStream;

/// A file of which nobody knows whether its bytes come from the drive itself.
record FromSystem(InputStream stream) implements Transport.Opened {
    @Override
    public ReadBack from() {
        return ReadBack.FROM_SYSTEM;
    }
}
