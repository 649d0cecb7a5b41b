package org.hearthkey.app.passphrase;

import java.util.List;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// What a review found of one passphrase. It holds nothing of the passphrase itself.
///
/// @param tries how many tries a thief needs at most; he is granted every list that we know
/// @param findings what makes it weak, the worst first; empty if it is enough
public record Verdict(Strength strength, double tries, List<Finding> findings) {
    public static final Verdict NOTHING_TYPED = new Verdict(Strength.NOTHING, 1, List.of());

    /// For when the review itself failed. It is not enough.
    public static final Verdict UNJUDGED =
            new Verdict(Strength.WEAK, 1, List.of(new Finding("passphrase.unjudged", Weight.REFUSAL, List.of(), "")));

    /// A hundred computers that each try a hundred times a second, which for Argon2id at a second a try is generous.
    private static final double TRIES_A_SECOND = 1e4;

    private static final double SECONDS_A_YEAR = 31_557_600;

    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean isEnough() {
        return strength == Strength.GOOD || strength == Strength.STRONG;
    }

    /// Whether it has too few characters, whatever they are.
    public boolean isTooShort() {
        return findings.contains(Weakness.TOO_SHORT.finding());
    }

    /// How long a thief with a hundred fast computers needs on average, in years.
    public double years() {
        return tries / 2 / TRIES_A_SECOND / SECONDS_A_YEAR;
    }
}
