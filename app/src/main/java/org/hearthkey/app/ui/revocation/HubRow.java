package org.hearthkey.app.ui.revocation;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.ReceiptBook;

/// A hub and how far what it should know has come.
///
/// @param since when it came so far
/// @param receipt what the hub said last
record HubRow(Hub hub, DeliveryState state, Optional<Instant> since, Optional<ReceiptBook.Kept> receipt) {}
