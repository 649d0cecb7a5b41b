package org.hearthkey.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearthkey.app.text.StandingWords;
import org.hearthkey.core.witness.Standing;

/// Says how a home stands to its witnesses and to the clock.
final class StandingTelling {
    private final Session session;

    StandingTelling(Session session) {
        this.session = session;
    }

    static StandingWords words() {
        return StandingWords.in(Locale.ENGLISH);
    }

    /// Tells people what is not as it should be.
    void remark(Standing standing) {
        if (!(standing instanceof Standing.Current)) {
            session.remarkOnce(Plain.text(words().explain(standing).toString()));
        }
    }

    /// Ends a command that the home's standing keeps from signing.
    StoppedException stopped(Standing.Blocking reason) {
        var told = Plain.text(words().explain(reason).toString());
        return switch (reason) {
            case Standing.Older _ -> stopped(Exit.HOME_REFUSED, told, "older-than-witness");
            case Standing.Forked _ -> stopped(Exit.HOME_REFUSED, told, "forked");
            case Standing.HandedOver _ -> stopped(Exit.REFUSED, told, "handed-over");
            case Standing.ClockBehind _ -> stopped(Exit.REFUSED, told, "clock-behind");
        };
    }

    private StoppedException stopped(Exit exit, String told, String name) {
        var lines = session.wasRemarked(told) ? session.words().text("refused.unchanged") : told;
        return new StoppedException(exit, List.of(lines), Map.of("refused", name));
    }
}
