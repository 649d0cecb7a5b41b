package org.hearthkey.core.sale;

import java.time.Instant;
import java.util.Optional;

/// Keeps how far the hand-over has come, for the seller and for the buyer. Changing only inside a commit.
public interface SaleRecords {
    /// The hand-over of this house, if its owner sells it.
    Optional<Sale> sale();

    void begin(Sale sale);

    void cancel();

    void ending(Instant at, Optional<BuyerReceipt> receipt);

    void close(Instant at);

    /// What this home gave for the package that it began with.
    Optional<Received> received();

    void received(Received received);
}
