package org.hearthkey.app.text;

import java.io.IOException;
import java.time.Duration;
import org.hearthkey.core.authority.SigningException;
import org.hearthkey.core.home.TooSoonException;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.witness.BlockedException;

/// Says what went wrong: what happened, what is still safe, what to do next.
public final class Troubles {
    private final Words words;
    private final RefusalWords refusals;
    private final FailureWords failures;
    private final StandingWords standings;

    public Troubles(Words words) {
        this.words = words;
        this.refusals = RefusalWords.in(words.locale());
        this.failures = FailureWords.in(words.locale());
        this.standings = StandingWords.in(words.locale());
    }

    /// Why a home or its root did not open to what was offered.
    public Explanation of(Refusal refusal, Offered offered) {
        return refusals.explain(refusal, offered);
    }

    /// Why something did not open to recovery sheets, or what failed while it was tried.
    public Explanation ofSheets(Exception cause) {
        return cause instanceof RefusedException refused ? of(refused.refusal(), Offered.SHEETS) : of(cause);
    }

    /// Why a passphrase was not even tried.
    public Explanation ofWait(Duration left) {
        return refusals.explainWait(left);
    }

    /// What failed under the program, or what the program itself did wrong.
    public Explanation of(Exception failed) {
        return switch (failed) {
            case IOException disk -> failures.explain(disk);
            case SigningException signing
            when signing.trouble().isPresent() ->
                failures.explain(signing.trouble().get());
            case StoreException store -> failures.explain(store);
            case TooSoonException tooSoon -> refusals.explainWait(tooSoon.left());
            case BlockedException blocked -> standings.explain(blocked.reason());
            default ->
                Explanation.of(words, "trouble.mistake", failed.getClass().getSimpleName());
        };
    }
}
