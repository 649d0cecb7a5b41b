package org.hearthkey.core.frames;

import static org.hearthkey.core.frames.MalformedFrameException.require;

/// A prefix code that is told by the length of each symbol's code word.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc1951#section-3.2.2">RFC 1951, section 3.2.2</a>
final class HuffmanCode {
    private static final int LONGEST = 15;
    private static final String WHY = "zlib stream";

    /// How many code words have each length.
    private final int[] counts = new int[LONGEST + 1];
    private final int[] symbols;

    private HuffmanCode(int[] lengths) {
        for (int length : lengths) {
            counts[length]++;
        }
        counts[0] = 0;
        int[] next = new int[LONGEST + 2];
        for (int length = 1; length <= LONGEST; length++) {
            next[length + 1] = next[length] + counts[length];
        }
        symbols = new int[next[LONGEST + 1]];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                symbols[next[lengths[symbol]]++] = symbol;
            }
        }
    }

    /// A code in which every sequence of bits means something.
    static HuffmanCode complete(int[] lengths) throws MalformedFrameException {
        var code = new HuffmanCode(lengths);
        require(code.unused() == 0, WHY);
        return code;
    }

    /// A code of distances, which may also have one word or none.
    static HuffmanCode distances(int[] lengths) throws MalformedFrameException {
        var code = new HuffmanCode(lengths);
        boolean isOne = code.symbols.length == 1 && code.counts[1] == 1;
        require(code.unused() == 0 || code.symbols.length == 0 || isOne, WHY);
        return code;
    }

    /// Code words of the greatest length that are left over; less than none if there are too many.
    private int unused() {
        int left = 1;
        for (int length = 1; length <= LONGEST; length++) {
            left = 2 * left - counts[length];
            if (left < 0) {
                return left;
            }
        }
        return left;
    }

    interface Bits {
        int next() throws MalformedFrameException;
    }

    int symbol(Bits bits) throws MalformedFrameException {
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code |= bits.next();
            if (code - first < counts[length]) {
                return symbols[index + code - first];
            }
            index += counts[length];
            first = (first + counts[length]) << 1;
            code <<= 1;
        }
        throw new MalformedFrameException(WHY);
    }
}
