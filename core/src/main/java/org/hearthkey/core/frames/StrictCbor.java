package org.hearthkey.core.frames;

import static org.hearthkey.core.frames.MalformedFrameException.require;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// As much of CBOR as frames use. What is not in its shortest form is refused.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8949#section-4.2.1">RFC 8949, section 4.2.1</a>
final class StrictCbor {
    static final int UNSIGNED = 0;
    static final int BYTES = 2;
    static final int ARRAY = 4;
    private static final int TEXT = 3;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int SIMPLE = 7;

    private static final int DEEPEST = 16;
    private static final int ONE_BYTE = 24;
    private static final int EIGHT_BYTES = 27;

    private final byte[] bytes;
    private int at;

    StrictCbor(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The number that stands in the head of an item.
    ///
    /// @param what the item should be, for the refusal
    long head(int major, String what) throws MalformedFrameException {
        require(at < bytes.length, "CBOR: ends early");
        require(Byte.toUnsignedInt(bytes[at]) >>> 5 == major, "CBOR: not " + what);
        return argument();
    }

    byte[] byteString() throws MalformedFrameException {
        return slice(head(BYTES, "a byte string"));
    }

    void end() throws MalformedFrameException {
        require(at == bytes.length, "CBOR: bytes after the end");
    }

    /// Passes over one item of any sort.
    void skip() throws MalformedFrameException {
        skip(0);
    }

    private void skip(int depth) throws MalformedFrameException {
        require(depth < DEEPEST, "CBOR: too deep");
        require(at < bytes.length, "CBOR: ends early");
        int first = Byte.toUnsignedInt(bytes[at]);
        if (first >>> 5 == SIMPLE) {
            // Floating-point numbers, true, false and null: the bits after the head may be anything.
            int additional = first & 31;
            require(additional <= EIGHT_BYTES, "CBOR: indefinite or reserved");
            slice(1 + (additional < ONE_BYTE ? 0 : 1 << (additional - ONE_BYTE)));
            return;
        }
        long argument = argument();
        switch (first >>> 5) {
            case BYTES, TEXT -> slice(argument);
            case ARRAY -> skip(argument, depth);
            case MAP -> {
                require(argument <= bytes.length, "CBOR: ends early");
                skip(2 * argument, depth);
            }
            case TAG -> skip(depth + 1);
            default -> {} // a number has said all in its head
        }
    }

    private void skip(long items, int depth) throws MalformedFrameException {
        require(items <= bytes.length - at, "CBOR: ends early");
        for (long i = 0; i < items; i++) {
            skip(depth + 1);
        }
    }

    private long argument() throws MalformedFrameException {
        int additional = bytes[at++] & 31;
        if (additional < ONE_BYTE) {
            return additional;
        }
        require(additional <= EIGHT_BYTES, "CBOR: indefinite or reserved");
        int length = 1 << (additional - ONE_BYTE);
        require(length <= bytes.length - at, "CBOR: ends early");
        long argument = 0;
        for (int i = 0; i < length; i++) {
            argument = argument << Byte.SIZE | Byte.toUnsignedLong(bytes[at++]);
        }
        long least = length == 1 ? ONE_BYTE : 1L << (Byte.SIZE / 2 * length);
        require(argument < 0 || argument >= least, "CBOR: not shortest form");
        return argument;
    }

    private byte[] slice(long length) throws MalformedFrameException {
        require(length >= 0 && length <= bytes.length - at, "CBOR: bytes truncated");
        at += (int) length;
        return Arrays.copyOfRange(bytes, at - (int) length, at);
    }

    static void write(ByteArrayOutputStream out, int major, long argument) {
        int length = argument < ONE_BYTE ? 0 : argument <= 0xFF ? 1 : argument <= 0xFFFF ? 2 : 4;
        int additional = length == 0 ? (int) argument : ONE_BYTE + Integer.numberOfTrailingZeros(length);
        out.write(major << 5 | additional);
        for (int i = length - 1; i >= 0; i--) {
            out.write((int) (argument >>> (Byte.SIZE * i)));
        }
    }

    /// A byte string by itself.
    static byte[] byteString(byte[] content) {
        var out = new ByteArrayOutputStream();
        write(out, BYTES, content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
