package org.hearthkey.core.authority;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.hearthkey.core.certificate.Reason;

/// Puts the entries of a revocation list into DER.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-5.3">RFC 5280, section 5.3</a>
final class EntryCoder {
    private static final int INTEGER = 0x02;

    /// RFC 5280 5.3.1: no reason rather than "unspecified".
    private static final Map<Reason, byte[]> REASONS = Arrays.stream(Reason.values())
            .collect(Collectors.toUnmodifiableMap(
                    reason -> reason,
                    reason -> reason == Reason.UNSPECIFIED ? new byte[0] : ListDer.of(extensions(reason))));

    private Optional<Day> lastDay = Optional.empty();

    /// Many entries share their date.
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Day(Instant at, byte[] der) {}

    void write(RevokedEntry entry, OutputStream out) throws IOException {
        ListDer.header(out, content(entry));
        var serial = entry.serial().value().toByteArray();
        out.write(INTEGER);
        out.write(serial.length);
        out.write(serial);
        out.write(day(entry.at()));
        out.write(reason(entry));
    }

    /// How many bytes follow the entry's own header.
    private int content(RevokedEntry entry) {
        // A serial number has at most 20 octets, so that its length takes one.
        int serial = 2 + entry.serial().value().bitLength() / Byte.SIZE + 1;
        return serial + day(entry.at()).length + reason(entry).length;
    }

    private static byte[] reason(RevokedEntry entry) {
        return Optional.ofNullable(REASONS.get(entry.reason())).orElseThrow();
    }

    private byte[] day(Instant at) {
        var day = lastDay.filter(last -> last.at().equals(at)).orElseGet(() -> new Day(at, ListDer.time(at)));
        lastDay = Optional.of(day);
        return day.der();
    }

    private static Extensions extensions(Reason reason) {
        var code = new ASN1Enumerated(reason.code());
        return new Extensions(CertificateExtensions.plain(Extension.reasonCode, code));
    }
}
