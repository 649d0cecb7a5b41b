package org.hearthkey.app.passphrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.matching.match.DateMatch;
import me.gosimple.nbvcxz.matching.match.DictionaryMatch;
import me.gosimple.nbvcxz.matching.match.Match;
import me.gosimple.nbvcxz.matching.match.RepeatMatch;
import me.gosimple.nbvcxz.matching.match.SequenceMatch;
import me.gosimple.nbvcxz.matching.match.SpacialMatch;
import me.gosimple.nbvcxz.matching.match.YearMatch;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;

/// Looks at a new passphrase the way a thief would, by nbvcxz's lists and patterns. There are no rules of composition:
/// only a length, and how many tries it takes.
///
/// The first review in a process loads the lists, about half a second, so none runs on the JavaFX thread. nbvcxz takes a
/// `String`: one is made for each review and nothing that was made of it is kept, but it stays in memory until it is
/// collected.
///
/// @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html">NIST SP 800-63B-4, section 3.1.1.2</a>
public final class PassphraseReview {
    /// The least a passphrase may have, in characters.
    public static final int FEWEST_CHARACTERS = 15;

    private static final double ALMOST_NOTHING = 1e9;
    private static final double ENOUGH = 1e13;
    private static final double STRONG = 1e15;

    /// What follows can only make it stronger, and would only take time.
    private static final int MOST_CHARACTERS = 64;

    private static final int KNOWN_TO_EVERY_THIEF = 1_000;
    private static final int SHORTEST_PATTERN = 4;
    private static final int SHORTEST_NAME = 3;
    private static final String CONTEXT = "context";
    private static final String PASSWORDS = "passwords";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Nbvcxz thief;

    /// @param context what a thief who knows the home tries first: its name, its zones
    public PassphraseReview(Collection<String> context) {
        var dictionaries = new ArrayList<Dictionary>(ConfigurationBuilder.getDefaultDictionaries());
        dictionaries.add(new DictionaryBuilder()
                .setDictionaryName(CONTEXT)
                .setExclusion(true)
                .addWords(wordsOf(context), 0)
                .createDictionary());
        thief = new Nbvcxz(new ConfigurationBuilder()
                .setLocale(Locale.ENGLISH)
                .setDictionaries(dictionaries)
                .setMaxLength(MOST_CHARACTERS)
                .createConfiguration());
    }

    /// Judges what was typed, which stays the caller's to wipe.
    public Verdict of(char[] typed) {
        if (typed.length == 0) {
            return Verdict.NOTHING_TYPED;
        }
        var weaknesses = EnumSet.noneOf(Weakness.class);
        if (Character.codePointCount(typed, 0, typed.length) < FEWEST_CHARACTERS) {
            weaknesses.add(Weakness.TOO_SHORT);
        }
        char[] once = Repeats.removed(typed);
        try {
            if (3 * (typed.length - once.length) >= typed.length) {
                weaknesses.add(Weakness.REPEATS);
            }
            return judge(once, weaknesses);
        } finally {
            Arrays.fill(once, '\0');
        }
    }

    private Verdict judge(char[] once, Set<Weakness> weaknesses) {
        var result = thief.estimate(new String(once, 0, Math.min(once.length, MOST_CHARACTERS)));
        double tries = Math.pow(2, result.getEntropy());
        result.getMatches().forEach(match -> see(match, once.length, weaknesses));
        if (tries < ENOUGH) {
            weaknesses.add(Weakness.FEW_WORDS);
        }
        var strength = strength(tries, weaknesses);
        boolean isWeak = strength == Strength.TOO_WEAK || strength == Strength.WEAK;
        return new Verdict(
                strength,
                tries,
                isWeak ? weaknesses.stream().map(Weakness::finding).toList() : List.of());
    }

    private static void see(Match match, int length, Set<Weakness> weaknesses) {
        switch (match) {
            case DictionaryMatch word
            when word.getDictionaryName().equals(CONTEXT) -> weaknesses.add(Weakness.HOME_NAME);
            case DictionaryMatch word when isCommon(word, length) -> weaknesses.add(Weakness.COMMON);
            case SpacialMatch row when row.getLength() >= SHORTEST_PATTERN -> weaknesses.add(Weakness.ROW_OF_KEYS);
            case SequenceMatch row when row.getLength() >= SHORTEST_PATTERN -> weaknesses.add(Weakness.ROW_OF_KEYS);
            case RepeatMatch repeat when repeat.getLength() >= SHORTEST_PATTERN -> weaknesses.add(Weakness.REPEATS);
            case DateMatch _, YearMatch _ -> weaknesses.add(Weakness.DATE);
            default -> {}
        }
    }

    private static boolean isCommon(DictionaryMatch word, int length) {
        return word.getDictionaryName().equals(PASSWORDS)
                && (word.getRank() <= KNOWN_TO_EVERY_THIEF || word.getLength() == length);
    }

    private static Strength strength(double tries, Set<Weakness> weaknesses) {
        if (tries < ALMOST_NOTHING) {
            return Strength.TOO_WEAK;
        }
        if (tries < ENOUGH || weaknesses.contains(Weakness.TOO_SHORT)) {
            return Strength.WEAK;
        }
        return tries < STRONG ? Strength.GOOD : Strength.STRONG;
    }

    private static List<String> wordsOf(Collection<String> context) {
        return context.stream()
                .flatMap(BETWEEN_WORDS::splitAsStream)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_NAME)
                .distinct()
                .toList();
    }
}
