package org.hearthkey.core.frames;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Puts together what several codes carry. Frames may come in any order, again and again, and with others in between:
/// the first frame says which series it is, and the rest are dropped. Whatever comes, no more is held than
/// [Frame#MOST_BYTES] take.
///
/// Not safe for use by several threads.
public final class FrameCollector {
    /// How long a series may take: a series that was left and one that comes later do not mix.
    public static final Duration SESSION = Duration.ofSeconds(60);

    private final InstantSource clock;
    private Optional<Series> series = Optional.empty();
    private Instant began = Instant.MIN;
    private Progress progress = new Progress.Waiting();

    public FrameCollector(InstantSource clock) {
        this.clock = clock;
    }

    /// Takes the text of one code. Once all is there, or refused, frames change nothing more.
    public Step add(String text) {
        if (progress instanceof Progress.Done || progress instanceof Progress.Refused) {
            return new Step(Step.Took.REPEATED, progress);
        }
        try {
            return new Step(take(Frame.parse(text)), progress);
        } catch (MalformedFrameException dropped) {
            return new Step(Step.Took.MALFORMED, progress);
        }
    }

    /// How far the series is.
    public Progress progress() {
        return progress;
    }

    private Step.Took take(Frame frame) {
        boolean isLate = series.isPresent() && clock.instant().isAfter(began.plus(SESSION));
        if (isLate) {
            series = Optional.empty();
        }
        boolean isFirst = series.isEmpty();
        var current = series.orElseGet(() -> begin(frame));
        var took = current.add(frame);
        if (isFirst || took == Step.Took.NEW) {
            series = Optional.of(current);
            progress = current.progress();
        }
        return isLate ? Step.Took.BEGAN_AGAIN : isFirst ? Step.Took.NEW : took;
    }

    private Series begin(Frame frame) {
        began = clock.instant();
        return Series.of(frame);
    }
}
