package org.hearthkey.core.authority;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.Time;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.key.SignatureStream;
import org.hearthkey.core.key.SigningKey;

/// Writes a revocation list of one issuer entry by entry, however many there are: DER says lengths first, so the entries are
/// read once to be measured, once to be signed, and once to be written.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-5.1">RFC 5280, section 5.1</a>
final class ListWriter {
    private static final int VERSION_2 = 1;
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int SHORTEST_LONG = 0x80;
    private static final int BUFFER_BYTES = 1 << 16;

    /// RFC 5280 5.3.1: no reason rather than "unspecified".
    private static final Map<Reason, byte[]> REASONS = Arrays.stream(Reason.values())
            .collect(Collectors.toUnmodifiableMap(
                    reason -> reason, reason -> reason == Reason.UNSPECIFIED ? new byte[0] : der(extensions(reason))));

    private final X500Name issuer;
    private final StreamedCrl list;
    private Optional<Day> lastDay = Optional.empty();

    /// Many entries share their date.
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Day(Instant at, byte[] der) {}

    ListWriter(X500Name issuer, StreamedCrl list) {
        this.issuer = issuer;
        this.list = list;
    }

    /// Signs the list and writes it.
    ///
    /// @return the signature
    /// @throws IOException as `out` throws it
    byte[] write(SigningKey key, OutputStream out) throws IOException {
        var parts = parts(key);
        var signature = sign(key, parts);
        var algorithm = der(Signing.algorithm(key));
        var bits = der(new DERBitString(signature));
        var buffered = new BufferedOutputStream(out, BUFFER_BYTES);
        header(buffered, sized(parts.length()) + algorithm.length + bits.length);
        writeSigned(parts, buffered);
        buffered.write(algorithm);
        buffered.write(bits);
        buffered.flush();
        return signature;
    }

    /// Whether this key made that signature of this list.
    boolean isSignedBy(SigningKey key, PublicKey by, byte[] signature) {
        try {
            var verifier = Signature.getInstance(key.profile().signatureAlgorithm());
            verifier.initVerify(by);
            var buffered = new BufferedOutputStream(new SignatureStream(verifier), BUFFER_BYTES);
            writeSigned(parts(key), buffered);
            buffered.flush();
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IOException e) {
            throw new SigningException("The signature cannot be checked", e);
        }
    }

    private byte[] sign(SigningKey key, Parts parts) {
        try {
            return key.sign(out -> {
                var buffered = new BufferedOutputStream(out, BUFFER_BYTES);
                writeSigned(parts, buffered);
                buffered.flush();
            });
        } catch (GeneralSecurityException | IOException e) {
            throw new SigningException("The key did not sign", e);
        }
    }

    /// What is signed, but for the entries themselves.
    ///
    /// @param entries how many bytes the entries take
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Parts(byte[] before, long entries, byte[] after) {
        long length() {
            return before.length + (entries == 0 ? 0 : sized(entries)) + after.length;
        }
    }

    private Parts parts(SigningKey key) {
        var before = new ByteArrayOutputStream();
        before.writeBytes(der(new ASN1Integer(VERSION_2)));
        before.writeBytes(der(Signing.algorithm(key)));
        before.writeBytes(der(issuer));
        before.writeBytes(der(time(list.thisUpdate())));
        before.writeBytes(der(time(list.nextUpdate())));
        long entries = 0;
        for (var entry : list.entries()) {
            entries += sized(length(entry));
        }
        return new Parts(before.toByteArray(), entries, der(new DERTaggedObject(true, 0, extensions(key))));
    }

    private void writeSigned(Parts parts, OutputStream out) throws IOException {
        header(out, parts.length());
        out.write(parts.before());
        if (parts.entries() > 0) {
            header(out, parts.entries());
            for (var entry : list.entries()) {
                write(entry, out);
            }
        }
        out.write(parts.after());
    }

    private void write(RevokedEntry entry, OutputStream out) throws IOException {
        header(out, length(entry));
        var serial = entry.serial().value().toByteArray();
        out.write(INTEGER);
        out.write(serial.length);
        out.write(serial);
        out.write(day(entry.at()));
        out.write(reason(entry));
    }

    private int length(RevokedEntry entry) {
        // A serial number has at most 20 octets, so that its length takes one.
        int serial = 2 + entry.serial().value().bitLength() / Byte.SIZE + 1;
        return serial + day(entry.at()).length + reason(entry).length;
    }

    private static byte[] reason(RevokedEntry entry) {
        return Optional.ofNullable(REASONS.get(entry.reason())).orElseThrow();
    }

    private byte[] day(Instant at) {
        var day = lastDay.filter(last -> last.at().equals(at)).orElseGet(() -> new Day(at, der(time(at))));
        lastDay = Optional.of(day);
        return day.der();
    }

    private static void header(OutputStream out, long length) throws IOException {
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
    private static long sized(long length) {
        return (length < SHORTEST_LONG ? 2 : 2 + octets(length)) + length;
    }

    private static int octets(long length) {
        return (Long.SIZE - Long.numberOfLeadingZeros(length) + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static Extensions extensions(Reason reason) {
        var code = new ASN1Enumerated(reason.code());
        return new Extensions(CertificateExtensions.plain(Extension.reasonCode, code));
    }

    /// No issuing distribution point: mbedTLS refuses lists with a critical extension, and ours cover everything.
    private Extensions extensions(SigningKey key) {
        return new Extensions(new Extension[] {
            CertificateExtensions.authorityKeyIdentifier(key),
            CertificateExtensions.plain(Extension.cRLNumber, new ASN1Integer(list.number()))
        });
    }

    private static Time time(Instant instant) {
        return new Time(Date.from(instant));
    }

    private static byte[] der(ASN1Encodable thing) {
        try {
            return thing.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("Encoding to memory does not fail", e);
        }
    }
}
