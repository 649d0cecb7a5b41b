package org.hearthkey.app.ui.home;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Tile;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.witness.Comparison;
import org.hearthkey.core.witness.Seen;
import org.hearthkey.core.witness.Standing;
import org.hearthkey.core.witness.Witness;

/// Says which witness agreed with the file last, and when.
final class WitnessTile {
    private final Words words;
    private final Dates dates;

    WitnessTile(Words words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    void show(Tile tile, Standing standing) {
        switch (standing) {
            case Standing.Current(var seen) ->
                seen.stream()
                        .filter(one -> one.comparison() instanceof Comparison.Begins
                                || one.comparison() instanceof Comparison.Accepted)
                        .max(Comparator.comparing(one -> one.witness().written().orElse(Instant.EPOCH)))
                        .ifPresentOrElse(
                                last -> agreed(tile, last),
                                () -> tile.show(
                                        words.text("home.witness.none"),
                                        words.text("home.witness.first"),
                                        Tone.NEUTRAL));
            case Standing.Unproven(var witness, var _) ->
                tile.show(words.text("home.witness.unread"), name(witness), Tone.WARNING);
            case Standing.ClockAhead _ ->
                tile.show(words.text("home.witness.clock"), words.text("home.witness.journal"), Tone.WARNING);
            case Standing.ClockBehind _ ->
                tile.show(words.text("home.witness.clock"), words.text("home.witness.above"), Tone.DANGER);
            case Standing.HandedOver _ ->
                tile.show(words.text("home.witness.ended"), words.text("home.witness.above"), Tone.NEUTRAL);
            case Standing.Older(var witness, var _, var _) ->
                tile.show(words.text("home.witness.older"), name(witness), Tone.DANGER);
            case Standing.Forked(var witness, var _, var _) ->
                tile.show(words.text("home.witness.forked"), name(witness), Tone.DANGER);
        }
    }

    private void agreed(Tile tile, Seen last) {
        var written = last.witness().written();
        tile.show(
                written.map(dates::distance).orElseGet(() -> words.text("home.witness.agrees")),
                written.map(at -> words.text("home.witness.when", name(last.witness()), dates.shortDayAndTime(at)))
                        .orElseGet(() -> words.text("home.witness.who", name(last.witness()))),
                Tone.NEUTRAL);
    }

    /// A drive by the name it is mounted under.
    private String name(Witness witness) {
        return switch (witness.kind()) {
            case COMPUTER -> words.text("home.witness.computer");
            case OWNER -> words.text("home.witness.owner");
            case FOLDER ->
                witness.place()
                        .map(Path::toAbsolutePath)
                        .flatMap(file -> Optional.ofNullable(file.getParent()))
                        .flatMap(folder -> Optional.ofNullable(folder.getFileName()))
                        .map(Path::toString)
                        .orElseGet(() -> words.text("home.witness.drive"));
        };
    }
}
