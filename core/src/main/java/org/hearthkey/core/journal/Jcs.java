package org.hearthkey.core.journal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// JSON in its one canonical spelling (RFC 8785), so that the same facts always have the same bytes and so the same
/// hash. A document is an object; its values are strings, integers, booleans, arrays and objects. There is no `null`
/// and there are no fractions: what would need them is left out or written as a string.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
public final class Jcs {
    /// Beyond this an integer is not the same number in every JSON reader (RFC 7493, section 2.2).
    static final long LARGEST_INTEGER = (1L << 53) - 1;

    static final int DEEPEST = 32;

    private Jcs() {}

    /// The canonical bytes of `document`: UTF-8, no white space, members ordered by UTF-16 code unit.
    ///
    /// @param document values are `String`, `Integer`, `Long`, `Boolean`, `List` and `Map` of the same
    /// @throws IllegalArgumentException for any other value, an integer of 2^53 or more, a lone surrogate or values
    ///     more than 32 levels below the document
    public static byte[] write(Map<String, ?> document) {
        var text = new StringBuilder();
        append(text, document, 0);
        try {
            var utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            return bytes;
        } catch (CharacterCodingException loneSurrogate) {
            throw new IllegalArgumentException("A string holds half a surrogate pair", loneSurrogate);
        }
    }

    /// Reads a document back; integers come as `Long`. Whatever is not canonical to the byte is not read: white space,
    /// another order, a repeated name, another spelling of a string or number.
    public static Optional<Map<String, Object>> parse(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            var document = new JcsParser(text.toString()).document();
            return Arrays.equals(write(document), bytes) ? Optional.of(document) : Optional.empty();
        } catch (CharacterCodingException | JcsParser.NotCanonicalException refused) {
            return Optional.empty();
        }
    }

    private static void append(StringBuilder out, Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("More than " + DEEPEST + " levels");
        }
        switch (value) {
            case String string -> appendString(out, string);
            case Boolean truth -> out.append(truth.booleanValue());
            case Integer integer -> out.append(integer.intValue());
            case Long integer
            when Math.abs(integer) <= LARGEST_INTEGER && integer != Long.MIN_VALUE -> out.append(integer.longValue());
            case List<?> list -> {
                var separator = "[";
                for (Object item : list) {
                    out.append(separator);
                    append(out, item, depth + 1);
                    separator = ",";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case Map<?, ?> map -> appendObject(out, map, depth);
            default -> throw new IllegalArgumentException("Not a value of our JSON: " + value.getClass());
        }
    }

    private static void appendObject(StringBuilder out, Map<?, ?> map, int depth) {
        // String.compareTo compares UTF-16 code units, which is the order of RFC 8785, section 3.2.3.
        var ordered = new TreeMap<String, Object>();
        map.forEach((name, value) -> ordered.put((String) name, value));
        var separator = "{";
        for (var member : ordered.entrySet()) {
            out.append(separator);
            appendString(out, member.getKey());
            out.append(':');
            append(out, member.getValue(), depth + 1);
            separator = ",";
        }
        out.append(ordered.isEmpty() ? "{}" : "}");
    }

    private static void appendString(StringBuilder out, String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
