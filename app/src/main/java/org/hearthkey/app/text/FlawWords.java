package org.hearthkey.app.text;

import java.util.Locale;
import org.hearthkey.core.deliver.Flaw;

/// Says what is wrong with a bundle.
public final class FlawWords {
    private final Words words;

    private FlawWords(Words words) {
        this.words = words;
    }

    /// Words in the language nearest to `locale`.
    public static FlawWords in(Locale locale) {
        return new FlawWords(Words.of("flaws", locale));
    }

    public String sentence(Flaw flaw) {
        return words.text(flaw.code().text(), flaw.path());
    }
}
