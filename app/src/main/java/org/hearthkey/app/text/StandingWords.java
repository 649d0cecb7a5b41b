package org.hearthkey.app.text;

import java.nio.file.Path;
import java.util.Locale;
import org.hearthkey.core.witness.Comparison;
import org.hearthkey.core.witness.Standing;
import org.hearthkey.core.witness.Witness;

/// Says how a home's file stands to its witnesses and to the clock.
public final class StandingWords {
    private final Words words;

    private StandingWords(Words words) {
        this.words = words;
    }

    /// Words in the language nearest to `locale`.
    public static StandingWords in(Locale locale) {
        return new StandingWords(Words.of("standings", locale));
    }

    /// What the owner should know of a home that stands otherwise than well; what is said of one that stands well as well.
    public Explanation explain(Standing standing) {
        return switch (standing) {
            case Standing.Current(var witnesses) -> Explanation.of(words, "current", witnesses.size());
            case Standing.Unproven(var witness, var why) ->
                Explanation.of(words, "unproven", place(witness), words.text("why." + why(why)));
            case Standing.ClockAhead(var last, var now) ->
                Explanation.of(words, "clock-ahead", Dates.dayAndTimeHere(last), Dates.dayAndTimeHere(now));
            case Standing.Older(var witness, var size, var ours) ->
                Explanation.of(words, "older", place(witness), size, ours);
            case Standing.Forked(var witness, var size, var ours) ->
                Explanation.of(words, "forked", place(witness), size, ours);
            case Standing.HandedOver(var at) -> Explanation.of(words, "handed-over", Dates.dayAndTimeHere(at));
            case Standing.ClockBehind(var last, var now) ->
                Explanation.of(words, "clock-behind", Dates.dayAndTimeHere(last), Dates.dayAndTimeHere(now));
        };
    }

    /// How the journal stands to one checkpoint, in one sentence.
    public String sentence(Comparison comparison) {
        return switch (comparison) {
            case Comparison.Begins(var size) -> words.text("begins", size);
            case Comparison.Accepted(var size) -> words.text("accepted", size);
            case Comparison.Older(var size, var ours) -> words.text("compared.older", size, ours);
            case Comparison.Forked(var size, var ours) -> words.text("compared.forked", size, ours);
            case Comparison.Unreadable(var why) -> words.text("compared.unreadable", words.text("why." + why(why)));
        };
    }

    private static String why(Comparison.Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The witness, and when it was written as far as that is known.
    private String place(Witness witness) {
        var kind = words.text("witness." + witness.kind().name().toLowerCase(Locale.ROOT));
        var where = witness.kind() == Witness.Kind.FOLDER
                ? witness.place()
                        .map(Path::toString)
                        .map(file -> kind + " " + file)
                        .orElse(kind)
                : kind;
        return witness.written()
                .map(at -> words.text("witness.at", where, Dates.dayAndTimeHere(at)))
                .orElse(where);
    }
}
