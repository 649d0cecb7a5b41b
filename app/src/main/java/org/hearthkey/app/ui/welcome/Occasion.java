package org.hearthkey.app.ui.welcome;

import org.hearthkey.app.ui.recovery.ActDue;
import org.hearthkey.core.sale.HouseContents;

/// What a home is made for.
public sealed interface Occasion {
    /// Somebody wants one.
    record Wanted() implements Occasion {}

    /// A house changed hands.
    ///
    /// @param house its package, from which the home is made; closed by whoever makes it
    record Bought(HouseContents house) implements Occasion {}

    /// It is the act of a ceremony.
    record InCeremony(ActDue due) implements Occasion {}
}
