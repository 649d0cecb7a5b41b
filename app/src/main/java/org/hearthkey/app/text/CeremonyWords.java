package org.hearthkey.app.text;

import java.util.Locale;
import org.hearthkey.core.ceremony.AirFinding;
import org.hearthkey.core.ceremony.ScriptException;

/// Says what is wrong with a script, and what speaks against waking the root here and now.
public final class CeremonyWords {
    private final Words words;

    private CeremonyWords(Words words) {
        this.words = words;
    }

    /// Words in the language nearest to `locale`.
    public static CeremonyWords in(Locale locale) {
        return new CeremonyWords(Words.of("ceremonies", locale));
    }

    public String sentence(ScriptException refused) {
        return words.text(
                "flaw.line",
                refused.line(),
                words.text("flaw." + refused.flaw().code(), refused.wanted().strip()));
    }

    public String sentence(AirFinding finding) {
        return words.text("air." + finding.code().code(), String.join(", ", finding.what()));
    }

    /// What is said where nothing was found.
    public String quietAir() {
        return words.text("air.none");
    }

    /// What the check of the air does not see.
    public String unseen() {
        return words.text("air.unseen");
    }
}
