package org.hearthkey.app.passphrase;

import java.util.Arrays;

/// Leaves out what was said before: to a thief it is worth one more try, and nbvcxz counts a phrase said twice as two.
final class Repeats {
    private static final int SHORTEST = 5;

    private Repeats() {}

    /// A copy of `typed` without the parts of five letters or more that occur earlier in it. The caller wipes it.
    static char[] removed(char[] typed) {
        char[] left = new char[typed.length];
        int length = 0;
        try {
            for (int at = 0; at < typed.length; ) {
                int repeated = longestSeenBefore(typed, at);
                if (repeated >= SHORTEST) {
                    at += repeated;
                } else {
                    left[length++] = typed[at++];
                }
            }
            return Arrays.copyOf(left, length);
        } finally {
            Arrays.fill(left, '\0');
        }
    }

    private static int longestSeenBefore(char[] text, int at) {
        int longest = 0;
        for (int from = 0; from < at; from++) {
            int same = 0;
            while (from + same < at && at + same < text.length && alike(text[from + same], text[at + same])) {
                same++;
            }
            longest = Math.max(longest, same);
        }
        return longest;
    }

    private static boolean alike(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
