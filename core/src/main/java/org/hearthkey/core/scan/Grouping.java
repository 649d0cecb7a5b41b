package org.hearthkey.core.scan;

/// How the digits of a code are printed and read aloud: in groups with hyphens between them.
enum Grouping {
    /// HomeKit: 841-31-633.
    THREE_TWO_THREE("3-2-3"),
    /// Matter: 3497-011-2332.
    FOUR_THREE_FOUR("4-3-4"),
    /// Matter with the numbers of maker and product; how to group these is nobody's rule, so they keep their own groups.
    FOUR_THREE_FOUR_FIVE_FIVE("4-3-4-5-5"),
    /// Z-Wave: 51525-35455-41424-34445-31323-33435-21222-32425.
    EIGHT_FIVES("5-5-5-5-5-5-5-5");

    private final String groups;

    /// Groups of so many digits.
    Grouping(String groups) {
        this.groups = groups;
    }

    /// How a Matter code of these digits is grouped; the first of them tells how long it is.
    static String ofManualCode(String digits) {
        return (digits.isEmpty() || digits.charAt(0) < '4' ? FOUR_THREE_FOUR : FOUR_THREE_FOUR_FIVE_FIVE).apply(digits);
    }

    /// Groups digits, or as many of them as there are yet; a hyphen follows a group once the next one begins.
    String apply(String digits) {
        var grouped = new StringBuilder();
        int at = 0;
        for (var digitsOfGroup : groups.split("-", -1)) {
            int group = Integer.parseInt(digitsOfGroup);
            if (at < digits.length()) {
                grouped.append(at == 0 ? "" : "-").append(digits, at, Math.min(digits.length(), at + group));
            }
            at += group;
        }
        return grouped.append(digits.substring(Math.min(at, digits.length()))).toString();
    }
}
