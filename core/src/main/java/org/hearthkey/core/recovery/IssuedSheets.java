package org.hearthkey.core.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The sheets of a home that are in force.
///
/// @param issued when they were made, printed and read back
/// @param setIdentifier the number that they have in common
/// @param slot the number of the slot that they open
/// @param drilled when a drill last proved them; nothing if none did since they were made
/// @param sheets by group and member
public record IssuedSheets(
        Instant issued, int setIdentifier, SharePlan plan, long slot, Optional<Instant> drilled, List<Sheet> sheets) {
    private static final Duration DRILL_AFTER = Duration.ofDays(365);

    /// One sheet, which holds one share.
    ///
    /// @param keptAt where the owner says that it is; empty if nothing was said
    public record Sheet(ShareSeat seat, String keptAt) {}

    public IssuedSheets {
        sheets = List.copyOf(sheets);
    }

    /// When they were last seen to bring the home back: reading them back after printing is such a proof.
    public Instant proven() {
        return drilled.orElse(issued);
    }

    public Instant drillDue() {
        return proven().plus(DRILL_AFTER);
    }

    public IssuedSheets drilledAt(Instant at) {
        return new IssuedSheets(issued, setIdentifier, plan, slot, Optional.of(at), sheets);
    }
}
