package org.hearthkey.app.text;

import java.util.Locale;
import org.hearthkey.core.ceremony.AirFinding;
import org.hearthkey.core.ceremony.ScriptException;
import org.hearthkey.core.ceremony.Setting;

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

    /// What was so at a ceremony and advised otherwise.
    ///
    /// @param item as a transcript has it, such as `air network`
    public String overruled(String item) {
        return was(item.equals(Setting.NO_REHEARSAL) ? "no-rehearsal" : item.replaceFirst("^" + Setting.AIR, ""), item);
    }

    /// What the air check found at a ceremony.
    ///
    /// @param code as a transcript has it, such as `network`
    public String found(String code) {
        return was(code, code);
    }

    /// A transcript of a later program may have what has no words yet.
    private String was(String code, String otherwise) {
        var key = "was." + code;
        return words.has(key) ? words.text(key) : otherwise;
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
