package org.hearthkey.core.sale;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.key.Fingerprint;

/// How far the hand-over of this house has come.
///
/// @param made when the package was made
/// @param packageHash the SHA-256 of its file
/// @param proofHash of what whoever has opened it can tell
/// @param devices and `codes`: how many are in it
/// @param ending nothing until the owner has begun to end this home
public record Sale(
        Instant made,
        Fingerprint packageHash,
        Fingerprint proofHash,
        long devices,
        long codes,
        Optional<Ending> ending) {
    /// The end of the seller's home.
    ///
    /// @param at since when all that it signed is revoked
    /// @param receipt the buyer's; empty if it was ended without one
    /// @param closed when its root ended, after which nothing is signed
    public record Ending(Instant at, Optional<BuyerReceipt> receipt, Optional<Instant> closed) {}

    /// Since when this home is handed over.
    public Optional<Instant> closed() {
        return ending.flatMap(Ending::closed);
    }

    /// Whether this is the receipt for this package, by somebody who has opened it.
    public boolean isFor(BuyerReceipt receipt) {
        return receipt.packageHash().equals(packageHash)
                && receipt.proof().hash().equals(proofHash);
    }
}
