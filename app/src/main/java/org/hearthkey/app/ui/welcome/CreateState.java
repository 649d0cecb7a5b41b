package org.hearthkey.app.ui.welcome;

import java.util.Optional;
import org.hearthkey.core.home.CreationStep;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.key.Fingerprint;

/// What the wizard that makes a home is doing.
public sealed interface CreateState {
    /// Which step of the wizard this belongs to.
    CreateStep step();

    record Deciding(CreateStep step) implements CreateState {}

    /// The home is being made.
    ///
    /// @param doing what the making is busy with
    record Making(CreationStep doing) implements CreateState {
        @Override
        public CreateStep step() {
            return CreateStep.ZONES;
        }
    }

    /// Nothing was left behind.
    record Failed(Exception cause) implements CreateState {
        @Override
        public CreateStep step() {
            return CreateStep.ZONES;
        }
    }

    /// The home is there, and open.
    ///
    /// @param root the root certificate's fingerprint, to be written down
    /// @param trouble why its recovery sheets could not be made
    record Made(Home home, Fingerprint root, Optional<Exception> trouble) implements CreateState {
        @Override
        public CreateStep step() {
            return CreateStep.DONE;
        }
    }

    /// Its recovery sheets are being made, in memory.
    record MakingSheets(Made made) implements CreateState {
        @Override
        public CreateStep step() {
            return CreateStep.DONE;
        }
    }
}
