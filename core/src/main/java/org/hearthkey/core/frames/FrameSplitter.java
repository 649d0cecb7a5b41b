package org.hearthkey.core.frames;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;

/// Splits something small into codes that a screen shows one after another.
public final class FrameSplitter {
    private final Carried carried;
    private final byte[] message;
    private final int fragmentLength;
    private final int count;
    private final long checksum;
    private final Fountain fountain;

    private FrameSplitter(Carried carried, byte[] message, int fragmentLength) {
        this.carried = carried;
        this.message = message;
        this.fragmentLength = fragmentLength;
        this.count = ceiling(message.length, fragmentLength);
        this.checksum = Bytewords.crc32(message);
        this.fountain = new Fountain(count, checksum);
    }

    /// A UR, which has frames without end.
    ///
    /// @param carried of type `bytes`, or CBOR of another type; up to [Frame#MOST_BYTES]
    /// @param mostBytes the longest fragment, 10 to 1,000 bytes; 150 make a code that is easily read
    /// @throws IllegalArgumentException if it is too much
    public static FrameSplitter ur(Carried carried, int mostBytes) {
        byte[] message = UrFrame.wrap(carried);
        if (carried.bytes().length > Frame.MOST_BYTES || mostBytes < 10 || mostBytes > 1000) {
            throw new IllegalArgumentException("Too much to carry, or a fragment too short or too long");
        }
        // As even as they can be: the last is not much shorter than the others.
        int fragmentLength = ceiling(message.length, ceiling(message.length, mostBytes));
        var splitter = new FrameSplitter(carried, message, fragmentLength);
        if (splitter.count > Frame.MOST_FRAMES) {
            throw new IllegalArgumentException("More than " + Frame.MOST_FRAMES + " fragments");
        }
        return splitter;
    }

    /// How many fragments there are: as many different frames are needed at least.
    public int count() {
        return count;
    }

    /// A frame of the UR; where one fragment is all, that one without a number.
    ///
    /// @param sequence from 1 to 2^32 - 1; whoever shows them shows them in this order
    public UrFrame frame(long sequence) {
        if (sequence < 1 || sequence > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("No such frame");
        }
        if (count == 1) {
            return UrFrame.whole(carried);
        }
        var fragment = HexFormat.of().formatHex(sum(fountain.fragments(sequence)));
        return UrFrame.of(carried.type(), new UrFrame.Part(sequence, count, message.length, checksum, fragment));
    }

    private byte[] sum(BitSet fragments) {
        byte[] sum = new byte[fragmentLength];
        fragments.stream().forEach(fragment -> {
            int start = fragment * fragmentLength;
            for (int i = 0; i < Math.min(fragmentLength, message.length - start); i++) {
                sum[i] ^= message[start + i];
            }
        });
        return sum;
    }

    /// The parts of a BBQr, unpacked and in base 32.
    ///
    /// @param carried its type is one capital
    /// @param mostBytes the longest part, a multiple of 5 from 5 to 2,000
    /// @throws IllegalArgumentException if it is nothing, too much, or of another type
    public static List<BbqrFrame> bbqr(Carried carried, int mostBytes) {
        byte[] bytes = carried.bytes();
        boolean isInRange = mostBytes >= 5 && mostBytes <= 2000 && mostBytes % 5 == 0;
        if (carried.type().length() != 1 || bytes.length == 0 || bytes.length > Frame.MOST_BYTES || !isInRange) {
            throw new IllegalArgumentException("Nothing or too much to carry, or parts of a wrong length");
        }
        int total = ceiling(bytes.length, mostBytes);
        if (total > Frame.MOST_FRAMES) {
            throw new IllegalArgumentException("More than " + Frame.MOST_FRAMES + " parts");
        }
        var frames = new ArrayList<BbqrFrame>();
        for (int index = 0; index < total; index++) {
            int end = Math.min(bytes.length, (index + 1) * mostBytes);
            byte[] part = Arrays.copyOfRange(bytes, index * mostBytes, end);
            frames.add(BbqrFrame.of(BbqrFrame.Encoding.BASE32, carried.type().charAt(0), total, index, part));
        }
        return frames;
    }

    private static int ceiling(int length, int part) {
        return (length + part - 1) / part;
    }
}
