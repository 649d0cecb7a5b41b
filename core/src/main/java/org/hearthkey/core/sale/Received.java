package org.hearthkey.core.sale;

import org.hearthkey.core.key.Fingerprint;

/// That this home began with a package, and the receipt that was made for it.
///
/// @param sellersRoot the root that the house had before, which is worth nothing here
public record Received(Fingerprint sellersRoot, BuyerReceipt receipt) {}
