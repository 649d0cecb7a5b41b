package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import org.hearthkey.core.home.CreationStep;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.ShareException;

/// What the screen can be in on which a home is made anew.
public sealed interface RebuildState {
    /// The steps, in their order.
    enum Step {
        SHEETS,
        PLAN,
        PASSPHRASES
    }

    /// Which step this belongs to.
    Step step();

    /// Sheets and core come in.
    sealed interface OfSheets extends RebuildState {
        @Override
        default Step step() {
            return Step.SHEETS;
        }
    }

    /// What comes back is told, and where the file goes is chosen.
    sealed interface OfPlan extends RebuildState {
        @Override
        default Step step() {
            return Step.PLAN;
        }
    }

    /// The new passphrases are chosen, and the home is made.
    sealed interface OfPassphrases extends RebuildState {
        @Override
        default Step step() {
            return Step.PASSPHRASES;
        }
    }

    /// Sheets, or parts of the core, are wanted.
    record Asking() implements OfSheets {}

    /// The sheets are tried together, on the core if it is there.
    record Trying() implements OfSheets {}

    /// The sheets do not go together. All was forgotten, to begin again.
    record Flawed(ShareException flaw) implements OfSheets {}

    /// A sheet is of another set than the core. All was forgotten, to begin again.
    record OtherSet(int ofSheet, SealedCore core) implements OfSheets {}

    /// The sheets do not open the core. All was forgotten, to begin again.
    record Foreign() implements OfSheets {}

    /// The core does not have the root's key. All was forgotten.
    record RootOnToken(HomeName home) implements OfSheets {}

    record Planning() implements OfPlan {}

    /// A stick is looked at.
    record Looking() implements OfPlan {}

    /// A stick tells nothing of this home.
    record NoWitness(Path stick) implements OfPlan {}

    record Choosing() implements OfPassphrases {}

    /// The home is being made.
    ///
    /// @param doing what the making is busy with
    record Making(CreationStep doing) implements OfPassphrases {
        /// Whether the owner may still change their mind.
        boolean canStop() {
            return doing.compareTo(CreationStep.SIGNING_ZONES) < 0;
        }
    }

    /// Nothing was left behind.
    record Failed(Step step, Exception cause) implements RebuildState {}
}
