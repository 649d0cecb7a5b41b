package org.hearthkey.app.text;

import java.time.Duration;
import java.util.Locale;
import org.hearthkey.core.seal.Refusal;

/// Says why a home, or a key in it, was not opened.
public final class RefusalWords {
    private final Words words;

    private RefusalWords(Words words) {
        this.words = words;
    }

    /// Words in the language nearest to `locale`.
    public static RefusalWords in(Locale locale) {
        return new RefusalWords(Words.of("refusals", locale));
    }

    public Explanation explain(Refusal refusal) {
        return Explanation.of(words, refusal.text());
    }

    /// Says why, where one of several secrets may have been wrong.
    public Explanation explain(Refusal refusal, Offered offered) {
        return refusal == Refusal.WRONG_SECRET ? Explanation.of(words, offered.key()) : explain(refusal);
    }

    /// Says how long to wait after wrong passphrases.
    public Explanation explainWait(Duration left) {
        return Explanation.of(words, "too-soon", seconds(left));
    }

    /// Whole seconds after which the wait is over.
    public static long seconds(Duration left) {
        return left.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
