package org.hearthkey.app.ui.recovery;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.ceremony.AirPlace;
import org.hearthkey.core.ceremony.AirFacts;
import org.hearthkey.core.ceremony.Script;

/// A computer on which one network link is up, and nothing else speaks against waking the root.
final class QuietAir {
    static final CeremonyCircumstances CIRCUMSTANCES = new CeremonyCircumstances(
            new AirPlace(
                    () -> new AirFacts(List.of("eth0"), List.of(), Optional.of(List.of("bash"))), (_, _) -> List.of()),
            "1.2.3",
            new SecureRandom());

    /// Leads nowhere.
    static final WayOut NO_WAY = new WayOut() {
        @Override
        public void hold(Script script) {
            throw new AssertionError(script.title());
        }

        @Override
        public void bringBack(ActDue due) {
            throw new AssertionError(due);
        }
    };

    private QuietAir() {}
}
