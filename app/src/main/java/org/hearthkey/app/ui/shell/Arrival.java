package org.hearthkey.app.ui.shell;

import org.hearthkey.core.home.SheetDraft;

/// What one comes into a home for.
sealed interface Arrival {
    /// Nothing in particular.
    record AsUsual() implements Arrival {}

    /// To put its first recovery sheets on paper.
    ///
    /// @param sheets closed by whoever shows them
    record WithSheets(SheetDraft sheets) implements Arrival {}

    /// To go on with the ceremony that it keeps.
    record InCeremony() implements Arrival {}
}
