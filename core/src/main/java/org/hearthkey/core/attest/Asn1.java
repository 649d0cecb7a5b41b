package org.hearthkey.core.attest;

import static org.hearthkey.core.attest.BrokenRuleException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// One value of DER, read to the letter: low tags, definite lengths in their shortest form, nothing left over. A signed
/// thing that has two spellings has none here.
///
/// @see <a href="https://www.itu.int/rec/T-REC-X.690">X.690, section 10</a>
final class Asn1 {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_ID = 0x06;
    static final int UTF8_STRING = 0x0c;
    static final int PRINTABLE_STRING = 0x13;
    static final int IA5_STRING = 0x16;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int LONG_LENGTH = 0x80;
    private static final int HIGH_TAG = 0x1f;

    private final int tag;
    private final byte[] bytes;
    private final int start;
    private final int content;
    private final int end;

    private Asn1(byte[] bytes, int start, int limit) throws BrokenRuleException {
        require(limit - start >= 2, MatterRule.STRUCTURE, "DER cut short");
        tag = bytes[start] & 0xff;
        require((tag & HIGH_TAG) != HIGH_TAG, MatterRule.STRUCTURE, "a DER tag of more than one byte");
        int length = bytes[start + 1] & 0xff;
        int at = start + 2;
        if (length >= LONG_LENGTH) {
            int count = length - LONG_LENGTH;
            require(count >= 1 && count <= 2 && limit - at >= count, MatterRule.STRUCTURE, "a DER length of " + count);
            length = 0;
            for (int i = 0; i < count; i++) {
                length = (length << Byte.SIZE) | (bytes[at++] & 0xff);
            }
            boolean shortest = length >= LONG_LENGTH && (count == 1 || length > 0xff);
            require(shortest, MatterRule.STRUCTURE, "a DER length in a longer form");
        }
        require(length <= limit - at, MatterRule.STRUCTURE, "DER cut short");
        this.bytes = bytes;
        this.start = start;
        content = at;
        end = at + length;
    }

    /// The one value that these bytes are.
    static Asn1 read(byte[] bytes) throws BrokenRuleException {
        var value = new Asn1(bytes, 0, bytes.length);
        require(value.end == bytes.length, MatterRule.STRUCTURE, "something follows the DER");
        return value;
    }

    int tag() {
        return tag;
    }

    /// The whole value with its tag and length.
    byte[] encoded() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    byte[] content() {
        return Arrays.copyOfRange(bytes, content, end);
    }

    String hex() {
        return HexFormat.of().formatHex(bytes, content, end);
    }

    Asn1 expect(int wanted) throws BrokenRuleException {
        require(tag == wanted, MatterRule.STRUCTURE, "DER tag %02x instead of %02x".formatted(tag, wanted));
        return this;
    }

    /// The values inside, which fill it.
    List<Asn1> children() throws BrokenRuleException {
        var children = new ArrayList<Asn1>();
        for (int at = content; at < end; ) {
            var child = new Asn1(bytes, at, end);
            children.add(child);
            at = child.end;
        }
        return children;
    }

    /// The values inside a SEQUENCE of at least `least` and at most `most`.
    List<Asn1> sequence(int least, int most) throws BrokenRuleException {
        var children = expect(SEQUENCE).children();
        require(
                children.size() >= least && children.size() <= most,
                MatterRule.STRUCTURE,
                "a sequence of " + children.size());
        return children;
    }

    /// The one value inside.
    Asn1 only() throws BrokenRuleException {
        var children = children();
        require(children.size() == 1, MatterRule.STRUCTURE, children.size() + " values instead of one");
        return children.getFirst();
    }

    /// The value in the bytes of an OCTET STRING.
    Asn1 inside() throws BrokenRuleException {
        return read(expect(OCTET_STRING).content());
    }

    boolean truth() throws BrokenRuleException {
        expect(BOOLEAN);
        require(
                end - content == 1 && (bytes[content] == 0 || bytes[content] == -1),
                MatterRule.STRUCTURE,
                "no BOOLEAN");
        return bytes[content] != 0;
    }

    /// A small number that is not negative.
    int number() throws BrokenRuleException {
        expect(INTEGER);
        require(end - content >= 1 && end - content <= 2, MatterRule.STRUCTURE, "a number of too many bytes");
        require(isShortestInteger(content()) && bytes[content] >= 0, MatterRule.STRUCTURE, "a number in a longer form");
        int number = 0;
        for (int i = content; i < end; i++) {
            number = (number << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return number;
    }

    /// The bytes of a BIT STRING that fills them.
    byte[] wholeBits() throws BrokenRuleException {
        expect(BIT_STRING);
        require(end - content >= 1 && bytes[content] == 0, MatterRule.STRUCTURE, "bits that fill no bytes");
        return Arrays.copyOfRange(bytes, content + 1, end);
    }

    static boolean isShortestInteger(byte[] integer) {
        if (integer.length < 2) {
            return integer.length == 1;
        }
        return !(integer[0] == 0 && integer[1] >= 0) && !(integer[0] == -1 && integer[1] < 0);
    }
}
