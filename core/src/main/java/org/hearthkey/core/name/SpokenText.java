package org.hearthkey.core.name;

import java.text.Normalizer;

/// What the names that people speak have in common. They end up in certificates (RFC 5280 allows 64 characters), on
/// paper and on screens, so nothing invisible and nothing that turns the writing direction may hide in them.
final class SpokenText {
    /// Upper bound of a common name, RFC 5280, appendix A.
    static final int MAX_CODE_POINTS = 64;

    private SpokenText() {}

    static boolean isWellFormed(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
                && text.equals(text.strip())
                && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && text.codePoints().allMatch(SpokenText::isVisibleOrSpace);
    }

    /// What was typed, without the space around it and in the one form that compares.
    static String tidied(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    private static boolean isVisibleOrSpace(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
