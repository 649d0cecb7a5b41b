package org.hearthkey.app.ui.revocation;

import java.util.Optional;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.HubState;
import org.hearthkey.core.deliver.ReceiptBook;

/// A hub and how far what it should know has come.
///
/// @param receipt what the hub said last
/// @param isCertified whether it has a certificate that could be revoked
record HubRow(Hub hub, HubState state, Optional<ReceiptBook.Kept> receipt, boolean isCertified) {}
