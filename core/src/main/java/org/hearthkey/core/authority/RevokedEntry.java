package org.hearthkey.core.authority;

import java.time.Instant;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;

/// One line of a revocation list.
///
/// @param at when the certificate was revoked, in whole seconds
public record RevokedEntry(SerialNumber serial, Instant at, Reason reason) {
    public RevokedEntry {
        at = Validity.wholeSeconds(at);
    }
}
