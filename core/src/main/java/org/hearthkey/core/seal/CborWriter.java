package org.hearthkey.core.seal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes values in their shortest form into a growing buffer.
final class CborWriter {
    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int NULL = 0xf6;

    private byte[] buffer = new byte[256];
    private int size;
    private int level;

    void array(List<? extends @Nullable Object> values) {
        if (values.size() > CborArray.MOST_ELEMENTS || level == CborArray.MOST_LEVELS) {
            throw new IllegalArgumentException("An array too long or too deep");
        }
        level++;
        head(ARRAY, values.size());
        values.forEach(this::value);
        level--;
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> put((byte) NULL);
            case Long number -> integer(number);
            case Integer number -> integer(number);
            case String text -> {
                byte[] utf8 = utf8(text);
                head(TEXT, utf8.length);
                put(utf8);
            }
            case byte[] bytes -> {
                head(BYTES, bytes.length);
                put(bytes);
            }
            case List<?> values -> array(values);
            default -> throw new IllegalArgumentException("No encoding for " + value.getClass());
        }
    }

    private void integer(long number) {
        if (number >= 0) {
            head(UNSIGNED, number);
        } else {
            head(NEGATIVE, ~number);
        }
    }

    private void head(int major, long argument) {
        int first = major << 5;
        if (argument < 24) {
            put((byte) (first | (int) argument));
        } else if (argument <= 0xffL) {
            put((byte) (first | 24));
            bigEndian(argument, 1);
        } else if (argument <= 0xffffL) {
            put((byte) (first | 25));
            bigEndian(argument, 2);
        } else if (argument <= 0xffff_ffffL) {
            put((byte) (first | 26));
            bigEndian(argument, 4);
        } else {
            put((byte) (first | 27));
            bigEndian(argument, 8);
        }
    }

    private void bigEndian(long argument, int length) {
        for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
            put((byte) (argument >>> shift));
        }
    }

    private static byte[] utf8(String text) {
        try {
            // An encoder of its own refuses half a surrogate pair, which String.getBytes would turn into '?'.
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] utf8 = new byte[encoded.remaining()];
            encoded.get(utf8);
            return utf8;
        } catch (CharacterCodingException halfOfAPair) {
            throw new IllegalArgumentException("A text that is not Unicode", halfOfAPair);
        }
    }

    private void put(byte... bytes) {
        if (buffer.length - size < bytes.length) {
            byte[] larger = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + bytes.length));
            Arrays.fill(buffer, (byte) 0);
            buffer = larger;
        }
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /// Hands the bytes over; among them may have been a private key, so no other copy is left.
    byte[] toBytes() {
        byte[] bytes = Arrays.copyOf(buffer, size);
        Arrays.fill(buffer, 0, size, (byte) 0);
        return bytes;
    }
}
