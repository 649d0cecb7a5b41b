package org.hearthkey.core.seal;

import java.time.Duration;
import java.util.Optional;

/// How slow passphrases are to guess on this computer.
@FunctionalInterface
public interface PassphraseCost {
    /// What a new lock costs to try. Takes as long as one run at the floor to find out.
    Argon2Cost ofNew();

    /// What a lock is to cost in place of `present`, judged by how long trying it once has taken here; nothing if it stays.
    default Optional<Argon2Cost> inPlaceOf(Argon2Cost present, Duration took) {
        return Optional.empty();
    }

    /// About one second a guess, and never less than the floor.
    static PassphraseCost ofThisComputer() {
        return new PassphraseCost() {
            @Override
            public Argon2Cost ofNew() {
                return Argon2Cost.calibrated(Argon2id.fastest());
            }

            @Override
            public Optional<Argon2Cost> inPlaceOf(Argon2Cost present, Duration took) {
                return present.raised(took);
            }
        };
    }
}
