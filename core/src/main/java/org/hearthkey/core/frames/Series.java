package org.hearthkey.core.frames;

/// What is known of one series, beginning with its first frame.
sealed interface Series permits UrSeries, BbqrSeries {
    /// Takes one more frame; of another series it takes nothing.
    Step.Took add(Frame frame);

    Progress progress();

    static Series of(Frame frame) {
        return switch (frame) {
            case UrFrame ur -> UrSeries.of(ur);
            case BbqrFrame bbqr -> new BbqrSeries(bbqr);
        };
    }
}
