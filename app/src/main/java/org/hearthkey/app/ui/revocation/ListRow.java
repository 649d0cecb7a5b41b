package org.hearthkey.app.ui.revocation;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.deliver.DeliveryBook.Delivery;
import org.hearthkey.core.deliver.ListState;
import org.hearthkey.core.revoke.SignedList;

/// One issuer's newest list, and how far it has come.
///
/// @param end when the last of the lists that follow it lapses
/// @param delivered the last delivery that carried this list and was read back
/// @param state what hubs said of it, and what became of trying it there
public record ListRow(SignedList list, Instant end, Optional<Delivery> delivered, ListState state) {
    Role issuer() {
        return list.issuer();
    }

    /// Whether somebody whom this list names may still be let in, because it has not left this computer.
    boolean isKeptBack() {
        return list.entries() > 0 && delivered.isEmpty();
    }
}
