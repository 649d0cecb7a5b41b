package org.hearthkey.core.recovery;

/// The Reed-Solomon code over 1,024 elements that finds up to three wrong words of a share.
///
/// @see <a href="https://github.com/satoshilabs/slips/blob/master/slip-0039.md">SLIP-39, checksum</a>
final class Rs1024 {
    static final int WORDS = 3;

    private static final int[] GENERATOR = {
        0xe0e040, 0x1c1c080, 0x3838100, 0x7070200, 0xe0e0009, 0x1c0c2412, 0x38086c24, 0x3090fc48, 0x21b1f890, 0x3f3f120
    };
    private static final int LOW_20_BITS = 0xfffff;

    private Rs1024() {}

    /// Whether the last three words are the checksum of what is before them.
    static boolean fits(byte[] customization, int[] words) {
        return remainder(customization, words) == 1;
    }

    /// Puts the checksum in place of the last three words.
    static void complete(byte[] customization, int[] words) {
        int first = words.length - WORDS;
        for (int i = 0; i < WORDS; i++) {
            words[first + i] = 0;
        }
        int checksum = remainder(customization, words) ^ 1;
        for (int i = 0; i < WORDS; i++) {
            words[first + i] = (checksum >>> (WordList.BITS * (WORDS - 1 - i))) & WordList.MASK;
        }
    }

    private static int remainder(byte[] customization, int[] words) {
        int remainder = 1;
        for (byte letter : customization) {
            remainder = next(remainder, letter);
        }
        for (int word : words) {
            remainder = next(remainder, word);
        }
        return remainder;
    }

    private static int next(int remainder, int word) {
        int top = remainder >>> 20;
        int next = ((remainder & LOW_20_BITS) << WordList.BITS) ^ word;
        for (int bit = 0; bit < GENERATOR.length; bit++) {
            next ^= GENERATOR[bit] & -((top >>> bit) & 1);
        }
        return next;
    }
}
