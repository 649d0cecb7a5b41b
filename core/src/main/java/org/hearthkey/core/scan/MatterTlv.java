package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// The tag-length-value form of Matter, as far as a label may use it: one structure without nested containers.
///
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Matter Core, appendix A</a>
final class MatterTlv {
    private static final int ANONYMOUS_STRUCTURE = 0x15;
    private static final int END = 0x18;
    private static final int CONTEXT_TAG = 1;
    private static final int TAG_FORM_SHIFT = 5;
    private static final int TYPE_MASK = 0x1F;

    private final byte[] bytes;
    private int at;

    private MatterTlv(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What stands under a tag.
    sealed interface Value {
        record Unsigned(BigInteger number) implements Value {}

        record Signed(BigInteger number) implements Value {}

        record Text(String text) implements Value {}

        record Bytes(String hex) implements Value {}
    }

    /// The members of the one structure that `bytes` is.
    static Map<Integer, Value> structure(byte[] bytes) throws MalformedException {
        require(
                bytes.length > 0 && bytes[0] == ANONYMOUS_STRUCTURE,
                "TLV: optional data is not an anonymous structure");
        var tlv = new MatterTlv(bytes);
        tlv.at = 1;
        var members = tlv.members();
        require(tlv.at == bytes.length, "TLV: bytes after the structure");
        return members;
    }

    private Map<Integer, Value> members() throws MalformedException {
        var members = new LinkedHashMap<Integer, Value>();
        while (true) {
            require(at < bytes.length, "TLV: container not closed");
            int control = Byte.toUnsignedInt(bytes[at++]);
            if (control == END) {
                return members;
            }
            require(control >> TAG_FORM_SHIFT == CONTEXT_TAG, "TLV: not a context tag");
            int tag = Byte.toUnsignedInt(take(1)[0]);
            require(members.put(tag, value(control & TYPE_MASK)) == null, "TLV: repeated tag");
        }
    }

    private Value value(int type) throws MalformedException {
        // The two lower bits of a type say how wide its number or its length is.
        int width = 1 << (type & 3);
        return switch (type >> 2) {
            case 0 -> new Value.Signed(new BigInteger(reversed(width)));
            case 1 -> new Value.Unsigned(new BigInteger(1, reversed(width)));
            case 3 -> new Value.Text(text(take(length(width))));
            case 4 -> new Value.Bytes(HexFormat.of().formatHex(take(length(width))));
            default -> throw new MalformedException("TLV: element of a type that no label needs");
        };
    }

    private int length(int width) throws MalformedException {
        var length = new BigInteger(1, reversed(width));
        require(length.compareTo(BigInteger.valueOf(bytes.length)) <= 0, "TLV: element truncated");
        return length.intValueExact();
    }

    private byte[] reversed(int count) throws MalformedException {
        byte[] taken = take(count);
        for (int low = 0, high = count - 1; low < high; low++, high--) {
            byte swapped = taken[low];
            taken[low] = taken[high];
            taken[high] = swapped;
        }
        return taken;
    }

    private byte[] take(int count) throws MalformedException {
        require(count <= bytes.length - at, "TLV: element truncated");
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    private static String text(byte[] utf8) throws MalformedException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            require(text.codePoints().allMatch(MatterTlv::isVisible), "TLV: invisible character in a text");
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedException("TLV: text is not UTF-8");
        }
    }

    /// Neither a control, nor what turns the direction of writing, nor what takes no room.
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
