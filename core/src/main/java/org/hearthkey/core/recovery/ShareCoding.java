package org.hearthkey.core.recovery;

/// Between a share and its words, ten bits a word.
///
/// @see <a href="https://github.com/satoshilabs/slips/blob/master/slip-0039.md">SLIP-39, format of the share mnemonic</a>
final class ShareCoding {
    /// The two words of the set and the two of the seat.
    private static final int HEAD_WORDS = 4;

    private static final int FRAME_WORDS = HEAD_WORDS + Rs1024.WORDS;
    private static final int LEAST_VALUE_BYTES = 16;
    private static final int MOST_PADDING_BITS = 8;
    private static final int NIBBLE = 0xf;

    private ShareCoding() {}

    static int[] encode(Share share) {
        var value = share.value();
        int valueBits = value.length * Byte.SIZE;
        int valueWords = (valueBits + WordList.BITS - 1) / WordList.BITS;
        var words = new int[FRAME_WORDS + valueWords];
        putPair(words, 0, setBits(share.set()));
        putPair(words, 2, seatBits(share.set(), share.seat()));
        int padding = valueWords * WordList.BITS - valueBits;
        for (int i = 0; i < valueBits; i++) {
            int bit = (value[i / Byte.SIZE] >>> (Byte.SIZE - 1 - i % Byte.SIZE)) & 1;
            words[wordOf(padding + i)] |= bit << shiftOf(padding + i);
        }
        Rs1024.complete(share.set().customization(), words);
        return words;
    }

    private static int setBits(ShareSet set) {
        return (set.identifier() << 5) | ((set.extendable() ? 1 : 0) << 4) | set.iterationExponent();
    }

    private static int seatBits(ShareSet set, ShareSeat seat) {
        return (seat.group() << 16)
                | ((set.groupThreshold() - 1) << 12)
                | ((set.groups() - 1) << 8)
                | (seat.member() << 4)
                | (seat.threshold() - 1);
    }

    private static void putPair(int[] words, int at, int bits) {
        words[at] = bits >>> WordList.BITS;
        words[at + 1] = bits & WordList.MASK;
    }

    private static int pair(int[] words, int at) {
        return (words[at] << WordList.BITS) | words[at + 1];
    }

    private static int nibble(int bits, int shift) {
        return (bits >>> shift) & NIBBLE;
    }

    /// The word that holds a bit of the padded value.
    private static int wordOf(int bit) {
        return HEAD_WORDS + bit / WordList.BITS;
    }

    private static int shiftOf(int bit) {
        return WordList.BITS - 1 - bit % WordList.BITS;
    }

    /// Which of the two checksums the words have.
    static boolean isExtendable(int[] words) {
        return (nibble(words[1], 4) & 1) == 1;
    }

    static Share decode(int[] words) throws ShareException {
        int bits = (words.length - FRAME_WORDS) * WordList.BITS;
        int padding = bits % (2 * Byte.SIZE);
        int bytes = (bits - padding) / Byte.SIZE;
        if (padding > MOST_PADDING_BITS || bytes < LEAST_VALUE_BYTES) {
            throw new ShareException(ShareFlaw.WORD_COUNT, words.length);
        }
        int setBits = pair(words, 0);
        int seatBits = pair(words, 2);
        int groupThreshold = nibble(seatBits, 12) + 1;
        int groups = nibble(seatBits, 8) + 1;
        var seat = new ShareSeat(nibble(seatBits, 16), nibble(seatBits, 4), nibble(seatBits, 0) + 1);
        if (groupThreshold > groups || seat.group() >= groups) {
            throw new ShareException(ShareFlaw.NOT_A_SHARE);
        }
        var set = new ShareSet(setBits >>> 5, isExtendable(words), nibble(setBits, 0), groupThreshold, groups);
        return new Share(set, seat, value(words, padding, bytes));
    }

    private static byte[] value(int[] words, int padding, int bytes) throws ShareException {
        int padded = 0;
        for (int i = 0; i < padding; i++) {
            padded |= bit(words, i);
        }
        if (padded != 0) {
            throw new ShareException(ShareFlaw.NOT_A_SHARE);
        }
        var value = new byte[bytes];
        for (int i = 0; i < bytes * Byte.SIZE; i++) {
            value[i / Byte.SIZE] |= (byte) (bit(words, padding + i) << (Byte.SIZE - 1 - i % Byte.SIZE));
        }
        return value;
    }

    private static int bit(int[] words, int bit) {
        return (words[wordOf(bit)] >>> shiftOf(bit)) & 1;
    }
}
