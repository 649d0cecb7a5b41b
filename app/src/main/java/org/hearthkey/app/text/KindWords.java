package org.hearthkey.app.text;

import java.util.Locale;

/// Names the kinds of codes for people.
public final class KindWords {
    private final Words words;

    private KindWords(Words words) {
        this.words = words;
    }

    /// Words in the language nearest to `locale`.
    public static KindWords in(Locale locale) {
        return new KindWords(Words.ofCommands(locale));
    }

    /// What a code of this kind is, without a period.
    ///
    /// @param kind the name that the command line has for it, such as `matter-manual`
    public String name(String kind) {
        return words.text("scan.kind." + kind);
    }
}
