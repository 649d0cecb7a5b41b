package org.hearthkey.core.home;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.hearthkey.core.seal.LockSecret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts wrong passphrases for each home file and says how long to wait before the next. Slows down somebody at this
/// computer who guesses by hand; whoever has copied the file is not slowed by it.
///
/// What cannot be kept locks nobody out.
public final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final KeptTries kept;
    private final InstantSource clock;

    public Attempts(KeptTries kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /// How long nothing may be tried on this file; zero if it may be tried now.
    Duration untilNext(Path file) {
        return of(file).map(tries -> left(file, tries)).orElse(Duration.ZERO);
    }

    private Duration left(Path file, WrongTries tries) {
        var now = clock.instant();
        if (now.isBefore(tries.last())) {
            // The pause begins again by the clock as it is now. Where that cannot be written it would never end.
            return keep(file, tries.lastAt(now)) ? tries.pause() : Duration.ZERO;
        }
        var left = tries.pause().minus(Duration.between(tries.last(), now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// Counts a wrong try that was made just now.
    void countWrong(Path file) {
        var now = clock.instant();
        keep(file, of(file).map(before -> before.andAt(now)).orElseGet(() -> WrongTries.firstAt(now)));
    }

    /// The wrong tries since the last right one.
    Optional<WrongTries> of(Path file) {
        try {
            return kept.read(file);
        } catch (IOException failed) {
            LOG.warn("The wrong tries on {} cannot be read and slow nobody", file, failed);
            return Optional.empty();
        }
    }

    /// Begins to count anew.
    void forget(Path file) {
        try {
            kept.forget(file);
        } catch (IOException failed) {
            LOG.warn("The wrong tries on {} cannot be forgotten and will be told again", file, failed);
        }
    }

    private boolean keep(Path file, WrongTries tries) {
        try {
            kept.write(file, tries);
            return true;
        } catch (IOException failed) {
            LOG.warn("The wrong tries on {} cannot be counted and slow nobody", file, failed);
            return false;
        }
    }

    /// A token counts wrong PINs itself, and nobody guesses its key or 32 random bytes.
    static boolean isGuessable(LockSecret secret) {
        return switch (secret) {
            case LockSecret.Remembered _, LockSecret.RememberedAndHeld _ -> true;
            case LockSecret.Held _, LockSecret.Recovered _ -> false;
        };
    }
}
