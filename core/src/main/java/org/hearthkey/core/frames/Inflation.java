package org.hearthkey.core.frames;

import static org.hearthkey.core.frames.MalformedFrameException.require;

import java.util.Arrays;

/// Unpacks raw DEFLATE with a window of 1,024 bytes, as small devices do. The JDK's unpacker cannot be held to that
/// window, and would read what those devices refuse.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc1951#section-3.2">RFC 1951, section 3.2</a>
final class Inflation {
    private static final int WINDOW = 1 << 10;
    private static final String WHY = "zlib stream";

    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final int[] CODE_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int END_OF_BLOCK = 256;
    private static final int LITERALS = 288;
    private static final int DISTANCES = 30;

    private final byte[] in;
    private final int most;
    private byte[] out = new byte[1024];
    private int written;
    private int bit;

    private Inflation(byte[] in, int most) {
        this.in = in;
        this.most = most;
    }

    /// Unpacks all, and nothing may follow it.
    ///
    /// @param most bytes that may come out
    static byte[] inflate(byte[] deflated, int most) throws MalformedFrameException {
        return new Inflation(deflated, most).all();
    }

    private byte[] all() throws MalformedFrameException {
        boolean isLast;
        do {
            isLast = bits(1) == 1;
            switch (bits(2)) {
                case 0 -> stored();
                case 1 -> compressed(fixedLiterals(), fixedDistances());
                case 2 -> dynamic();
                default -> throw new MalformedFrameException(WHY);
            }
        } while (!isLast);
        int left = -bit & 7;
        require(bits(left) == 0 && bit == in.length * Byte.SIZE, WHY);
        return Arrays.copyOf(out, written);
    }

    private int bits(int count) throws MalformedFrameException {
        require(bit + count <= in.length * Byte.SIZE, WHY);
        int value = 0;
        for (int i = 0; i < count; i++, bit++) {
            value |= (in[bit >>> 3] >>> (bit & 7) & 1) << i;
        }
        return value;
    }

    private void put(byte b) throws MalformedFrameException {
        require(written < most, "more than " + most + " bytes");
        if (written == out.length) {
            out = Arrays.copyOf(out, 2 * written);
        }
        out[written++] = b;
    }

    private void stored() throws MalformedFrameException {
        bits(-bit & 7);
        int length = bits(Short.SIZE);
        require((length ^ 0xFFFF) == bits(Short.SIZE), WHY);
        for (int i = 0; i < length; i++) {
            put((byte) bits(Byte.SIZE));
        }
    }

    private void dynamic() throws MalformedFrameException {
        int literals = bits(5) + 257;
        int distances = bits(5) + 1;
        int codes = bits(4) + 4;
        require(literals <= 286 && distances <= DISTANCES, WHY);
        int[] order = new int[CODE_ORDER.length];
        for (int i = 0; i < codes; i++) {
            order[CODE_ORDER[i]] = bits(3);
        }
        var lengths = lengths(HuffmanCode.complete(order), literals + distances);
        require(lengths[END_OF_BLOCK] > 0, WHY);
        compressed(
                HuffmanCode.complete(Arrays.copyOf(lengths, literals)),
                HuffmanCode.distances(Arrays.copyOfRange(lengths, literals, lengths.length)));
    }

    private int[] lengths(HuffmanCode code, int count) throws MalformedFrameException {
        int[] lengths = new int[count];
        for (int at = 0; at < count; ) {
            int symbol = symbol(code);
            if (symbol < 16) {
                lengths[at++] = symbol;
                continue;
            }
            require(symbol != 16 || at > 0, WHY);
            int value = symbol == 16 ? lengths[at - 1] : 0;
            int times = switch (symbol) {
                case 16 -> 3 + bits(2);
                case 17 -> 3 + bits(3);
                default -> 11 + bits(7);
            };
            require(times <= count - at, WHY);
            Arrays.fill(lengths, at, at + times, value);
            at += times;
        }
        return lengths;
    }

    private int symbol(HuffmanCode code) throws MalformedFrameException {
        return code.symbol(() -> bits(1));
    }

    private void compressed(HuffmanCode literals, HuffmanCode distances) throws MalformedFrameException {
        for (int symbol = symbol(literals); symbol != END_OF_BLOCK; symbol = symbol(literals)) {
            if (symbol < END_OF_BLOCK) {
                put((byte) symbol);
                continue;
            }
            int index = symbol - END_OF_BLOCK - 1;
            require(index < LENGTH_BASE.length, WHY);
            int length = LENGTH_BASE[index] + bits(LENGTH_BITS[index]);
            int distance = distance(symbol(distances));
            require(distance <= written, WHY);
            require(distance <= WINDOW, "zlib window");
            for (int i = 0; i < length; i++) {
                put(out[written - distance]);
            }
        }
    }

    private int distance(int symbol) throws MalformedFrameException {
        require(symbol < DISTANCES, WHY);
        if (symbol < 4) {
            return symbol + 1;
        }
        int extra = symbol / 2 - 1;
        return ((2 + symbol % 2) << extra) + 1 + bits(extra);
    }

    private static HuffmanCode fixedLiterals() throws MalformedFrameException {
        int[] lengths = new int[LITERALS];
        Arrays.fill(lengths, 0, 144, 8);
        Arrays.fill(lengths, 144, 256, 9);
        Arrays.fill(lengths, 256, 280, 7);
        Arrays.fill(lengths, 280, LITERALS, 8);
        return HuffmanCode.complete(lengths);
    }

    private static HuffmanCode fixedDistances() throws MalformedFrameException {
        int[] lengths = new int[32];
        Arrays.fill(lengths, 5);
        return HuffmanCode.complete(lengths);
    }
}
