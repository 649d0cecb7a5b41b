package org.hearthkey.app.ui.recovery;

import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.Transcript;

/// What the director shows.
sealed interface CeremonyState {
    /// What also comes before a home is open.
    sealed interface First extends CeremonyState {}

    /// The script is read before anything begins.
    record Reading() implements First {}

    /// Who takes part is asked, and the air checked.
    record Preparing() implements First {}

    /// A step is asked of people.
    record AtStep(Ceremony ceremony, Script.Step step) implements First {}

    /// Sheets are printed, and the step ends when somebody says so.
    record Printing(Ceremony ceremony, Script.Step step, SheetMaking making) implements CeremonyState {}

    record ReadingBack(Ceremony ceremony, Script.Step step, SheetMaking making) implements CeremonyState {}

    record Drilling(Ceremony ceremony, Script.Step step, SheetDrill drill) implements CeremonyState {}

    /// All steps are behind, and the root is to sign.
    record Ending(Ceremony ceremony) implements CeremonyState {}

    record Held(Transcript transcript) implements CeremonyState {}
}
