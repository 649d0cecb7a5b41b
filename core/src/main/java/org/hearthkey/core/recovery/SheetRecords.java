package org.hearthkey.core.recovery;

import java.time.Instant;
import java.util.Optional;

/// Keeps what is known of the sheets, never what is on them. Changing only inside a commit.
public interface SheetRecords {
    Optional<IssuedSheets> issued();

    /// Puts these in place of all before.
    void replace(IssuedSheets sheets);

    void drilled(Instant at);

    void keptAt(ShareSeat seat, String place);
}
