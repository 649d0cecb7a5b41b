package org.hearthkey.core.authority;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;

/// A change of the home's root. Old and new root have the same name, so that the certificates that each gives the other are
/// self-issued and count for no path length: whoever trusts one of them can verify what stands below the other.
///
/// @param newWithOld the new root's key, signed by the old root
/// @param oldWithNew the old root's key, signed by the new root
/// @param finished since when the new root is the home's; until then the old one is
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9810#section-4.4">RFC 9810, section 4.4</a>
public record Rollover(
        Instant begun,
        Certificate oldRoot,
        Certificate newRoot,
        Certificate newWithOld,
        Certificate oldWithNew,
        Optional<Instant> finished) {
    /// Whether the old root still is the home's.
    public boolean isUnderWay() {
        return finished.isEmpty();
    }
}
