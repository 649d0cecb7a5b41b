package org.hearthkey.app.ui.approve;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.label.Reading;
import org.hearthkey.core.frames.FrameCollector;
import org.hearthkey.core.frames.Progress;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.scan.Cargo;
import org.hearthkey.core.scan.CodeReader;

/// Codes that carry something together, one after the other.
final class SeriesModel {
    private static final String CLAUSE = "BCR-2020-005";

    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<Progress.Gathering>> gathering =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private FrameCollector collector;

    SeriesModel(InstantSource clock) {
        this.clock = clock;
        collector = new FrameCollector(clock);
    }

    /// How far it is, while frames are missing.
    ReadOnlyObjectProperty<Optional<Progress.Gathering>> gatheringProperty() {
        return gathering.getReadOnlyProperty();
    }

    /// Takes one frame, and answers what all carry once none is missing.
    Optional<Found> add(Found.Part part) {
        return switch (collector.add(part.text()).progress()) {
            case Progress.Waiting _ ->
                Optional.of(useless(
                        part,
                        Reading.of(CodeReader.read(part.text())).findings().getFirst()));
            case Progress.Gathering far -> {
                gathering.set(Optional.of(far));
                yield Optional.empty();
            }
            case Progress.Done(var carried) -> {
                forget();
                yield Optional.of(
                        Cargo.of(carried) instanceof Cargo.Request(var request)
                                ? new Found.Request(part.source(), request)
                                : useless(part, refusal("series.no-request")));
            }
            case Progress.Refused(var why) -> {
                forget();
                yield Optional.of(useless(part, refusal("series.refused", why)));
            }
        };
    }

    /// Begins again with the next frame.
    void forget() {
        collector = new FrameCollector(clock);
        gathering.set(Optional.empty());
    }

    private static Finding refusal(String code, String... facts) {
        return new Finding(code, Weight.REFUSAL, List.of(facts), CLAUSE);
    }

    private static Found useless(Found.Part part, Finding why) {
        return new Found.Useless(part.source(), new Hitch.Unsuitable(why));
    }
}
