package org.hearthkey.core.scan;

/// The check digit that catches every single wrong digit and every pair of swapped neighbors. It multiplies in the
/// group of the turns and flips of a pentagon: 0 to 4 turn, 5 to 9 flip.
final class Verhoeff {
    private static final int[] SHUFFLE = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    private static final int SIDES = 5;
    private static final int ROUNDS = 8;

    private Verhoeff() {}

    /// @param digits ASCII digits, the check digit last
    static boolean holds(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            for (int round = i % ROUNDS; round > 0; round--) {
                digit = SHUFFLE[digit];
            }
            sum = product(sum, digit);
        }
        return sum == 0;
    }

    /// @param digits ASCII digits that lack their check digit
    static String complete(String digits) {
        for (char check = '0'; check < '9'; check++) {
            if (holds(digits + check)) {
                return digits + check;
            }
        }
        return digits + '9';
    }

    private static int product(int a, int b) {
        boolean flipsA = a >= SIDES;
        boolean flipsB = b >= SIDES;
        int turn = flipsA ? Math.floorMod(a - b, SIDES) : (a + b) % SIDES;
        return flipsA == flipsB ? turn : turn + SIDES;
    }
}
