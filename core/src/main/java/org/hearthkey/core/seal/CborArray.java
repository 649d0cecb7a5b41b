package org.hearthkey.core.seal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one notation of the home file: arrays in deterministic CBOR, of integers (`Long`), texts (`String`), bytes
/// (`byte[]`), nothing (`null`) and arrays (`List`). A value has one encoding, so what is sealed or signed is never
/// ambiguous.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8949#section-4.2.1">RFC 8949, section 4.2.1</a>
public final class CborArray {
    public static final int MOST_ELEMENTS = 256;
    /// The outermost array and four below it.
    public static final int MOST_LEVELS = 5;

    private CborArray() {}

    /// Writes the array of these values.
    ///
    /// @throws IllegalArgumentException if a value is of another type, or a limit is passed
    public static byte[] of(@Nullable Object... values) {
        return encode(Arrays.asList(values));
    }

    /// Writes the array of these values.
    ///
    /// @throws IllegalArgumentException if a value is of another type, or a limit is passed
    public static byte[] encode(List<? extends @Nullable Object> values) {
        CborWriter writer = new CborWriter();
        writer.array(values);
        return writer.toBytes();
    }

    /// Reads `bytes`, which hold one array and nothing after it.
    public static List<@Nullable Object> decode(byte[] bytes) throws MalformedArrayException {
        CborReader reader = new CborReader(bytes);
        List<@Nullable Object> values = reader.array();
        if (reader.position() != bytes.length) {
            throw new MalformedArrayException("Something follows the array");
        }
        return values;
    }
}
