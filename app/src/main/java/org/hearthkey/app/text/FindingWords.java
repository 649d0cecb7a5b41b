package org.hearthkey.app.text;

import java.util.Locale;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.policy.Finding;

/// Turns what a rule found into sentences.
public final class FindingWords {
    private static final String NEXT = ".next";

    private static final String GRADED = "attestation.too-low";

    private final Words words;

    private FindingWords(Words words) {
        this.words = words;
    }

    /// Words in the language nearest to `locale`.
    public static FindingWords in(Locale locale) {
        return new FindingWords(Words.of("findings", locale));
    }

    /// What was found, in one sentence without its period.
    public String sentence(Finding finding) {
        return words.text(finding.code(), gaps(finding));
    }

    /// What the owner does about it; empty where there is nothing to do.
    public String next(Finding finding) {
        var key = finding.code() + NEXT;
        return words.has(key) ? words.text(key, gaps(finding)) : "";
    }

    /// Both in one line.
    public String text(Finding finding) {
        return (sentence(finding) + ". " + next(finding)).strip();
    }

    private static Object[] gaps(Finding finding) {
        return finding.facts().stream().map(fact -> gap(finding, fact)).toArray();
    }

    /// Sentences choose by a number how they say a grade.
    private static Object gap(Finding finding, String fact) {
        return finding.code().equals(GRADED)
                ? Grade.parse(fact).<Object>map(FindingWords::number).orElse(fact)
                : fact;
    }

    private static int number(Grade grade) {
        return switch (grade) {
            case NONE -> 0;
            case CLAIMED -> 1;
            case ATTESTED -> 2;
        };
    }
}
