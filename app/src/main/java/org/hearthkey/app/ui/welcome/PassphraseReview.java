package org.hearthkey.app.ui.welcome;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks at a passphrase the way a thief would: which parts are tried first, and how many tries it takes at least. It
/// never makes a string of it.
///
/// The number is a floor, not a score. A thief is granted the list of the 1,000 words people choose, and knows that a run
/// of letters is words; whatever is not a word, a date or a row of keys he has to try letter by letter.
final class PassphraseReview {
    /// The least a passphrase may have, in characters (NIST SP 800-63B-4, section 3.1.1.2, for a passphrase alone).
    static final int FEWEST_CHARACTERS = 15;

    /// A hundred computers that each try a hundred times a second, which for Argon2id at a second a try is generous.
    static final double TRIES_A_SECOND = 1e4;

    /// What makes a passphrase weak.
    enum Weakness {
        TOO_SHORT,
        HOME_NAME,
        YEAR,
        ROW_OF_KEYS,
        REPEATS,
        COMMON_WORD,
        FEW_WORDS
    }

    /// How strong it is, in the four steps of the meter.
    enum Strength {
        NOTHING,
        TOO_WEAK,
        WEAK,
        GOOD,
        STRONG
    }

    /// @param tries how many tries find it at least
    record Verdict(Strength strength, Set<Weakness> weaknesses, double tries) {
        static final Verdict NOTHING_TYPED = new Verdict(Strength.NOTHING, Set.of(), 0);

        boolean isEnough() {
            return strength == Strength.GOOD || strength == Strength.STRONG;
        }

        /// How long the thief of [#TRIES_A_SECOND] needs on average, in years.
        double years() {
            return tries / 2 / TRIES_A_SECOND / 31_557_600;
        }
    }

    private static final double WORDS = 1_000;
    private static final int LETTERS_A_WORD = 7;
    private static final double YEARS = 130;
    private static final double KNOWN = 10;
    private static final double SIGNS = 30;
    private static final double ENOUGH = 5e11;
    private static final double STRONG = 1e15;
    private static final double ALMOST_NOTHING = 1e9;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<String> ROWS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertzuiop",
            "0123456789",
            "9876543210");
    private static final List<String> COMMON = List.of(
            "password",
            "passphrase",
            "passwort",
            "hearthkey",
            "hearth",
            "letmein",
            "welcome",
            "admin",
            "secret",
            "iloveyou",
            "dragon",
            "monkey",
            "master",
            "sunshine",
            "princess",
            "football",
            "home");

    private PassphraseReview() {}

    /// @param homeName what the home is called, which is tried first
    static Verdict of(char[] typed, String homeName) {
        if (typed.length == 0) {
            return Verdict.NOTHING_TYPED;
        }
        char[] small = typed.clone();
        try {
            for (int i = 0; i < small.length; i++) {
                small[i] = Character.toLowerCase(small[i]);
            }
            return judge(small, homeName);
        } finally {
            Arrays.fill(small, '\0');
        }
    }

    private static Verdict judge(char[] small, String homeName) {
        var weaknesses = EnumSet.noneOf(Weakness.class);
        double tries = 1;
        int words = 0;
        int at = 0;
        while (at < small.length) {
            int end = endOfRun(small, at);
            int known = knownPart(small, at, homeName, weaknesses);
            if (known > 0) {
                tries *= KNOWN;
                end = at + known;
            } else if (seenBefore(small, at, end)) {
                weaknesses.add(Weakness.REPEATS);
                tries *= 2;
            } else if (Character.isLetter(small[at])) {
                words++;
                tries *= triesOfLetters(end - at);
            } else if (Character.isDigit(small[at])) {
                tries *= triesOfDigits(small, at, end, weaknesses);
            } else {
                tries *= small[at] == ' ' ? 1 : SIGNS;
                end = at + 1;
            }
            at = end;
        }
        if (Character.codePointCount(small, 0, small.length) < FEWEST_CHARACTERS) {
            weaknesses.add(Weakness.TOO_SHORT);
        } else if (tries < ENOUGH && words < 4) {
            weaknesses.add(Weakness.FEW_WORDS);
        }
        return new Verdict(strength(tries, weaknesses), weaknesses, tries);
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

    /// How many letters from `at` are something tried first; 0 if none.
    private static int knownPart(char[] text, int at, String homeName, Set<Weakness> weaknesses) {
        for (String part : BETWEEN_WORDS.split(homeName.toLowerCase(Locale.ROOT), -1)) {
            if (part.length() >= 3 && startsWith(text, at, part)) {
                weaknesses.add(Weakness.HOME_NAME);
                return part.length();
            }
        }
        for (String row : ROWS) {
            int length = longestPartOf(row, text, at);
            if (length >= 4) {
                weaknesses.add(Weakness.ROW_OF_KEYS);
                return length;
            }
        }
        for (String common : COMMON) {
            if (startsWith(text, at, common)) {
                weaknesses.add(Weakness.COMMON_WORD);
                return common.length();
            }
        }
        int same = 1;
        while (at + same < text.length && text[at + same] == text[at]) {
            same++;
        }
        if (same >= 3) {
            weaknesses.add(Weakness.REPEATS);
            return same;
        }
        return 0;
    }

    private static double triesOfLetters(int length) {
        double asLetters = Math.pow(26, length);
        double asWords = Math.pow(WORDS, Math.ceilDiv(length, LETTERS_A_WORD));
        return Math.min(asLetters, asWords);
    }

    private static double triesOfDigits(char[] text, int at, int end, Set<Weakness> weaknesses) {
        if (end - at == 4 && (startsWith(text, at, "19") || startsWith(text, at, "20"))) {
            weaknesses.add(Weakness.YEAR);
            return YEARS;
        }
        return Math.pow(10, end - at);
    }

    private static int endOfRun(char[] text, int at) {
        int end = at + 1;
        while (end < text.length && kind(text[end]) == kind(text[at])) {
            end++;
        }
        return end;
    }

    private static int kind(char letter) {
        if (Character.isLetter(letter)) {
            return 0;
        }
        return Character.isDigit(letter) ? 1 : 2;
    }

    private static boolean seenBefore(char[] text, int from, int to) {
        int length = to - from;
        for (int start = 0; length >= 3 && start + length <= from; start++) {
            if (Arrays.equals(text, start, start + length, text, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(char[] text, int at, String part) {
        if (at + part.length() > text.length) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (text[at + i] != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int longestPartOf(String row, char[] text, int at) {
        int start = row.indexOf(text[at]);
        int length = 0;
        while (start >= 0
                && at + length < text.length
                && start + length < row.length()
                && text[at + length] == row.charAt(start + length)) {
            length++;
        }
        return length;
    }
}
