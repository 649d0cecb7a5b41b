package org.hearthkey.core.attest;

import static org.hearthkey.core.attest.BrokenRuleException.require;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One element of Matter's TLV, read strictly: context tags or none, numbers and lengths in their shortest form, at most
/// four levels deep. What certificates and declarations do not use (floats, nulls, profile tags) is refused.
///
/// @param tag the context tag, or -1 for an element without one
/// @param number an unsigned number, or 1 and 0 for true and false
/// @param octets the bytes of a string
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Matter core, appendix A</a>
record Tlv(int tag, Type type, long number, Octets octets, List<Tlv> children) {
    static final int NO_TAG = -1;

    private static final int DEEPEST = 4;
    private static final int CONTEXT_TAG = 1;
    private static final int END = 0x18;

    /// What an element holds.
    enum Type {
        UNSIGNED,
        TRUTH,
        TEXT,
        BYTES,
        STRUCTURE,
        ARRAY,
        LIST
    }

    /// The one anonymous structure that these bytes are.
    static Tlv structure(byte[] bytes) throws BrokenRuleException {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var element = read(in, 0);
        require(
                element.tag == NO_TAG && element.type == Type.STRUCTURE && !in.hasRemaining(),
                MatterRule.STRUCTURE,
                "not one anonymous TLV structure");
        return element;
    }

    private static Tlv read(ByteBuffer in, int depth) throws BrokenRuleException {
        int control = next(in);
        int tagForm = control >> 5;
        require(tagForm <= CONTEXT_TAG, MatterRule.STRUCTURE, "a TLV tag of form " + tagForm);
        int tag = tagForm == CONTEXT_TAG ? next(in) : NO_TAG;
        int type = control & 0x1f;
        return switch (type) {
            case 0x04, 0x05, 0x06, 0x07 -> new Tlv(tag, Type.UNSIGNED, number(in, type & 3), Octets.NONE, List.of());
            case 0x08, 0x09 -> new Tlv(tag, Type.TRUTH, type & 1, Octets.NONE, List.of());
            case 0x0c, 0x0d -> new Tlv(tag, Type.TEXT, 0, bytes(in, type & 1), List.of());
            case 0x10, 0x11 -> new Tlv(tag, Type.BYTES, 0, bytes(in, type & 1), List.of());
            case 0x15 -> new Tlv(tag, Type.STRUCTURE, 0, Octets.NONE, children(in, depth));
            case 0x16 -> new Tlv(tag, Type.ARRAY, 0, Octets.NONE, children(in, depth));
            case 0x17 -> new Tlv(tag, Type.LIST, 0, Octets.NONE, children(in, depth));
            default -> throw new BrokenRuleException(MatterRule.STRUCTURE, "a TLV type of %02x".formatted(type));
        };
    }

    private static int next(ByteBuffer in) throws BrokenRuleException {
        require(in.hasRemaining(), MatterRule.STRUCTURE, "TLV cut short");
        return in.get() & 0xff;
    }

    /// @param width 0 to 3, for 1, 2, 4 or 8 bytes
    private static long number(ByteBuffer in, int width) throws BrokenRuleException {
        int size = 1 << width;
        require(in.remaining() >= size, MatterRule.STRUCTURE, "TLV cut short");
        long number = switch (width) {
            case 0 -> in.get() & 0xffL;
            case 1 -> in.getShort() & 0xffffL;
            case 2 -> in.getInt() & 0xffff_ffffL;
            default -> in.getLong();
        };
        boolean shortest = width == 0 || number >>> (size * Byte.SIZE / 2) != 0;
        require(shortest, MatterRule.STRUCTURE, "a TLV number or length in a longer form");
        return number;
    }

    private static Octets bytes(ByteBuffer in, int width) throws BrokenRuleException {
        int length = (int) number(in, width);
        require(in.remaining() >= length, MatterRule.STRUCTURE, "TLV cut short");
        var bytes = new byte[length];
        in.get(bytes);
        return new Octets(bytes);
    }

    private static List<Tlv> children(ByteBuffer in, int depth) throws BrokenRuleException {
        require(depth < DEEPEST, MatterRule.STRUCTURE, "TLV too deep");
        var children = new ArrayList<Tlv>();
        while (true) {
            require(in.hasRemaining(), MatterRule.STRUCTURE, "TLV cut short");
            if (in.get(in.position()) == END) {
                in.get();
                return List.copyOf(children);
            }
            children.add(read(in, depth + 1));
        }
    }

    Tlv expect(Type wanted) throws BrokenRuleException {
        require(type == wanted, MatterRule.STRUCTURE, "TLV field " + tag + " is no " + wanted);
        return this;
    }

    /// An unsigned number of at most `most`.
    int small(int most) throws BrokenRuleException {
        expect(Type.UNSIGNED);
        require(number >= 0 && number <= most, MatterRule.STRUCTURE, "TLV field " + tag + " above " + most);
        return (int) number;
    }

    boolean truth() throws BrokenRuleException {
        return expect(Type.TRUTH).number == 1;
    }

    byte[] bytes() throws BrokenRuleException {
        return expect(Type.BYTES).octets.bytes();
    }

    /// Text in UTF-8 without control characters.
    String text() throws BrokenRuleException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(expect(Type.TEXT).octets.bytes()))
                    .toString();
            require(
                    text.codePoints().noneMatch(Character::isISOControl),
                    MatterRule.STRUCTURE,
                    "TLV field " + tag + " has control characters");
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new BrokenRuleException(MatterRule.STRUCTURE, "TLV field " + tag + " is not UTF-8");
        }
    }
}
