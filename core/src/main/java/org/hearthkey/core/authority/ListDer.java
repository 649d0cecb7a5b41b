package org.hearthkey.core.authority;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Time;

/// The pieces of DER that lists are written with.
final class ListDer {
    private static final int SEQUENCE = 0x30;
    private static final int SHORTEST_LONG = 0x80;

    private ListDer() {}

    /// The header of a sequence with so many bytes in it.
    static void header(OutputStream out, long length) throws IOException {
        out.write(SEQUENCE);
        if (length < SHORTEST_LONG) {
            out.write((int) length);
            return;
        }
        int octets = octets(length);
        out.write(SHORTEST_LONG | octets);
        for (int i = octets - 1; i >= 0; i--) {
            out.write((int) (length >> (i * Byte.SIZE)));
        }
    }

    /// With its tag and its length.
    static long sized(long length) {
        return (length < SHORTEST_LONG ? 2 : 2 + octets(length)) + length;
    }

    private static int octets(long length) {
        return (Long.SIZE - Long.numberOfLeadingZeros(length) + Byte.SIZE - 1) / Byte.SIZE;
    }

    static byte[] time(Instant instant) {
        return of(new Time(Date.from(instant)));
    }

    static byte[] of(ASN1Encodable thing) {
        try {
            return thing.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("Encoding to memory does not fail", e);
        }
    }
}
