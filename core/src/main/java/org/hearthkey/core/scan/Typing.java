package org.hearthkey.core.scan;

import java.util.Locale;
import java.util.regex.Pattern;

/// A field for typing a code after one change to it: digits stand in the groups of their label, as [TypedCode] has them,
/// and the caret stands among the same digits as before. Nothing is kept from one change to the next but the text itself.
///
/// Hyphens between groups are ours. Whoever deletes one means the digit beside it, and whoever types one says where a group
/// ends, which tells one kind of label from another.
///
/// @param text what the field holds now
/// @param caret how many letters of it are before the caret
public record Typing(String text, int caret) {
    private static final Pattern DIGITS = Pattern.compile("[0-9](?:[ -]*[0-9])*+[ -]*");

    /// The first group of a Z-Wave key; that of a Matter code has four.
    private static final int FIVE = 5;

    /// What becomes of a change.
    ///
    /// @param before the text before it
    /// @param caretBefore how many letters of that were before the caret
    /// @param from where it begins
    /// @param to where it ends: the letters between are taken away
    /// @param typed the letters that are put there, also pasted ones
    public static Typing changed(String before, int caretBefore, int from, int to, String typed) {
        int begin = from;
        int end = to;
        if (typed.isEmpty() && isDigits(before) && isSeparators(before.substring(from, to))) {
            if (caretBefore >= to) {
                begin = Math.max(0, from - 1);
            } else {
                end = Math.min(before.length(), to + 1);
            }
        }
        var after = before.substring(0, begin) + typed + before.substring(end);
        int caret = begin + typed.length();
        if (isDigits(after.strip())) {
            return grouped(after, caret, typed);
        }
        // A code that goes on with letters has no hyphens that we put there.
        var bare = bare(after);
        boolean goesOn = isDigits(before) && isImpossible(after) && !isImpossible(bare);
        return goesOn ? new Typing(bare, count(after, caret)) : new Typing(after, caret);
    }

    private static Typing grouped(String after, int caret, String typed) {
        var bare = bare(after);
        var text = text(after.strip(), bare, typed);
        if (TypedCode.of(text).kinds().isEmpty()) {
            return new Typing(after, caret);
        }
        return new Typing(text, place(text, count(after, caret), typed));
    }

    private static String text(String after, String bare, String typed) {
        boolean endsGroup = isSeparator(after.charAt(after.length() - 1));
        if (endsGroup && bare.length() == FIVE) {
            // Said before the next group begins: it is a key of fives, and no Matter code.
            return withEnd(bare + "-");
        }
        boolean ofFives = after.length() > FIVE && count(after, FIVE) == FIVE && isSeparator(after.charAt(FIVE));
        boolean isPasted = typed.length() > 1 && typed.chars().anyMatch(letter -> isSeparator((char) letter));
        var text = TypedCode.of(ofFives || isPasted ? after : bare).text();
        return endsGroup ? withEnd(text + "-") : text;
    }

    /// A hyphen at the end stays where the next digit would begin a group.
    private static String withEnd(String ended) {
        return TypedCode.of(ended + "0").text().equals(ended + "0") ? ended : ended.substring(0, ended.length() - 1);
    }

    private static int place(String text, int digits, String typed) {
        int at = 0;
        for (int seen = 0; seen < digits && at < text.length(); at++) {
            seen += isSeparator(text.charAt(at)) ? 0 : 1;
        }
        // What was typed goes on in the next group, and so does what will be typed after the last one.
        boolean goesOn = !typed.isEmpty() || at == text.length() - 1;
        return goesOn && at > 0 && at < text.length() && isSeparator(text.charAt(at)) ? at + 1 : at;
    }

    private static boolean isImpossible(String text) {
        return TypedCode.of(text).progress() == TypedCode.Progress.IMPOSSIBLE;
    }

    private static boolean isDigits(String text) {
        return DIGITS.matcher(text).matches();
    }

    private static boolean isSeparators(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> isSeparator((char) letter));
    }

    private static boolean isSeparator(char letter) {
        return letter == '-' || letter == ' ';
    }

    private static String bare(String text) {
        return text.replaceAll("[ -]", "").strip();
    }

    private static int count(String text, int end) {
        return bare(text.substring(0, end)).length();
    }

    /// How long it is: the text may be a secret.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d letters, caret at %d", text.length(), caret);
    }
}
