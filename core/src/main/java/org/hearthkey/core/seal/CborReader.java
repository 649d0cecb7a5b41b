package org.hearthkey.core.seal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one array from the beginning of some bytes and says where it ended. Refuses every form but the shortest.
public final class CborReader {
    private final byte[] bytes;
    private int position;
    private int level;

    public CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// How many bytes have been read.
    public int position() {
        return position;
    }

    public List<@Nullable Object> array() throws MalformedArrayException {
        int first = take();
        if (first >>> 5 != CborWriter.ARRAY) {
            throw new MalformedArrayException("Not an array");
        }
        return elements(argument(first));
    }

    private List<@Nullable Object> elements(long count) throws MalformedArrayException {
        if (count > CborArray.MOST_ELEMENTS || level == CborArray.MOST_LEVELS) {
            throw new MalformedArrayException("An array too long or too deep");
        }
        level++;
        List<@Nullable Object> values = new ArrayList<>((int) count);
        for (long i = 0; i < count; i++) {
            values.add(value());
        }
        level--;
        return values;
    }

    private @Nullable Object value() throws MalformedArrayException {
        int first = take();
        if (first == CborWriter.NULL) {
            return null;
        }
        return switch (first >>> 5) {
            case CborWriter.UNSIGNED -> argument(first);
            case CborWriter.NEGATIVE -> ~argument(first);
            case CborWriter.BYTES -> slice(argument(first));
            case CborWriter.TEXT -> text(slice(argument(first)));
            case CborWriter.ARRAY -> elements(argument(first));
            default -> throw new MalformedArrayException("A form that is not used here");
        };
    }

    /// The number in and after a first byte; with 63 bits at most, so that it and its complement are a `long`.
    private long argument(int first) throws MalformedArrayException {
        int additional = first & 31;
        if (additional < 24) {
            return additional;
        }
        if (additional > 27) {
            throw new MalformedArrayException("An indefinite or reserved length");
        }
        int length = 1 << (additional - 24);
        long argument = 0;
        for (int i = 0; i < length; i++) {
            argument = argument << 8 | take();
        }
        long leastForThisLength = length == 1 ? 24 : 1L << (4 * length);
        if (argument < leastForThisLength) {
            throw new MalformedArrayException("A number too large or not in its shortest form");
        }
        return argument;
    }

    private byte[] slice(long length) throws MalformedArrayException {
        if (length > bytes.length - position) {
            throw new MalformedArrayException("The bytes end too early");
        }
        byte[] slice = Arrays.copyOfRange(bytes, position, position + (int) length);
        position += (int) length;
        return slice;
    }

    private static String text(byte[] utf8) throws MalformedArrayException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedArrayException("A text that is not UTF-8");
        }
    }

    private int take() throws MalformedArrayException {
        if (position == bytes.length) {
            throw new MalformedArrayException("The bytes end too early");
        }
        return bytes[position++] & 0xff;
    }
}
