package org.hearthkey.core.attest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/// Writes DER: what a certificate in Matter's own form was signed as.
final class Asn1Writer {
    private static final int SHORT_LENGTH = 0x80;

    private Asn1Writer() {}

    static byte[] value(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var value = new ByteArrayOutputStream();
        value.write(tag);
        if (content.size() >= SHORT_LENGTH) {
            if (content.size() > 0xff) {
                value.write(SHORT_LENGTH | 2);
                value.write(content.size() >> Byte.SIZE);
            } else {
                value.write(SHORT_LENGTH | 1);
            }
        }
        value.write(content.size());
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return value(Asn1.SEQUENCE, parts);
    }

    static byte[] text(int tag, String text) {
        return value(tag, text.getBytes(US_ASCII));
    }

    static byte[] number(int small) {
        return value(Asn1.INTEGER, BigInteger.valueOf(small).toByteArray());
    }

    static byte[] bits(byte[] whole) {
        return value(Asn1.BIT_STRING, new byte[] {0}, whole);
    }

    /// Named bits without the zeros at their end, bit 0 first.
    static byte[] namedBits(int bits) {
        int highest = Integer.SIZE - Integer.numberOfLeadingZeros(bits);
        var whole = new byte[(highest + Byte.SIZE - 1) / Byte.SIZE];
        for (int bit = 0; bit < highest; bit++) {
            if (((bits >> bit) & 1) == 1) {
                whole[bit / Byte.SIZE] |= (byte) (0x80 >> (bit % Byte.SIZE));
            }
        }
        return value(Asn1.BIT_STRING, new byte[] {(byte) (whole.length * Byte.SIZE - highest)}, whole);
    }

    /// The signature of X.509 from the two halves that Matter puts beside each other.
    static byte[] signature(byte[] halves) {
        int half = halves.length / 2;
        var r = new BigInteger(1, Arrays.copyOf(halves, half));
        var s = new BigInteger(1, Arrays.copyOfRange(halves, half, halves.length));
        return sequence(value(Asn1.INTEGER, r.toByteArray()), value(Asn1.INTEGER, s.toByteArray()));
    }
}
