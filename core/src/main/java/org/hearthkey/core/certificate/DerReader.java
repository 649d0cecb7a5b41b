package org.hearthkey.core.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Reads DER one element after the other, of which none but the small ones need be held.
final class DerReader {
    static final int SEQUENCE = 0x30;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;

    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_OCTETS = 5;

    private final InputStream in;
    private OutputStream heard = OutputStream.nullOutputStream();
    private long at;

    DerReader(InputStream in) {
        this.in = in;
    }

    /// The tag of an element and how many bytes follow its header.
    record Header(int tag, long length) {}

    /// How many bytes were read.
    long at() {
        return at;
    }

    /// From now on, whatever is read is also written there.
    void hear(OutputStream listener) {
        heard = listener;
    }

    /// The next header, of an element that must end by `end`.
    Header header(long end) throws IOException {
        int tag = octet();
        long length = octet();
        if (length >= LONG_FORM) {
            int octets = (int) length - LONG_FORM;
            length = 0;
            for (int i = 0; i < octets && octets <= MOST_LENGTH_OCTETS; i++) {
                length = length << Byte.SIZE | octet();
            }
            boolean shortest = octets > 0
                    && octets <= MOST_LENGTH_OCTETS
                    && length >= LONG_FORM
                    && length >> (Byte.SIZE * (octets - 1)) != 0;
            require(shortest, "A length that is not in DER");
        }
        require(length <= end - at, "An element longer than what it is in");
        return new Header(tag, length);
    }

    /// The header of an element of this kind.
    long header(int tag, long end) throws IOException {
        var header = header(end);
        require(header.tag() == tag, "An element of another kind");
        return header.length();
    }

    /// What a header stands before.
    byte[] content(long length, int most) throws IOException {
        require(length <= most, "An element is too long");
        var content = in.readNBytes((int) length);
        require(content.length == length, "It ends too early");
        heard.write(content);
        at += length;
        return content;
    }

    /// A small element of this kind, with its header.
    byte[] element(int tag, long end, int most) throws IOException {
        return element(new Header(tag, header(tag, end)), most);
    }

    /// A small element whose header was read.
    byte[] element(Header header, int most) throws IOException {
        var content = content(header.length(), most);
        int octets = content.length < LONG_FORM ? 0 : octets(content.length);
        var element = ByteBuffer.allocate(2 + octets + content.length);
        element.put((byte) header.tag()).put((byte) (octets == 0 ? content.length : LONG_FORM | octets));
        for (int i = octets - 1; i >= 0; i--) {
            element.put((byte) (content.length >> (i * Byte.SIZE)));
        }
        return element.put(content).array();
    }

    private static int octets(int length) {
        return (Integer.SIZE - Integer.numberOfLeadingZeros(length) + Byte.SIZE - 1) / Byte.SIZE;
    }

    private int octet() throws IOException {
        int octet = in.read();
        require(octet >= 0, "It ends too early");
        heard.write(octet);
        at++;
        return octet;
    }

    /// Nothing must follow.
    void requireEnd() throws IOException {
        require(in.read() < 0, "Something follows");
    }

    static void require(boolean right, String otherwise) throws MalformedException {
        if (!right) {
            throw new MalformedException(otherwise);
        }
    }
}
