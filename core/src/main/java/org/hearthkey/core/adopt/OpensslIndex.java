package org.hearthkey.core.adopt;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.device.Credential;

/// The `index.txt` in which `openssl ca` and easy-rsa keep what they issued: one line a certificate, six fields with tabs
/// between them.
///
/// @see <a href="https://docs.openssl.org/3.0/man1/openssl-ca/">openssl-ca, section FILES</a>
final class OpensslIndex {
    private static final Pattern LINE =
            Pattern.compile("([VRE])\t(\\d{12}|\\d{14})Z\t([^\t]*)\t([0-9A-Fa-f]{1,40})\t[^\t]*\t(.*)");
    private static final Pattern REVOCATION = Pattern.compile("(\\d{12}|\\d{14})Z(?:,([A-Za-z]+)(?:,.*)?)?");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final int FIRST_YEAR_OF_LAST_CENTURY = 50;

    private OpensslIndex() {}

    /// A line that is none of its lines.
    ///
    /// @param number the first is 1
    record BadLine(int number) {}

    /// What became of reading it: all of it, or the first line that cannot be read.
    record Read(List<FoundCertificate> issued, Optional<BadLine> bad) {}

    static Read read(List<String> lines) {
        var issued = new ArrayList<FoundCertificate>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            var read = line(lines.get(i));
            if (read.isEmpty()) {
                return new Read(List.of(), Optional.of(new BadLine(i + 1)));
            }
            issued.add(read.get());
        }
        return new Read(List.copyOf(issued), Optional.empty());
    }

    private static Optional<FoundCertificate> line(String line) {
        var fields = LINE.matcher(line);
        if (!fields.matches()) {
            return Optional.empty();
        }
        try {
            var serial = new SerialNumber(new BigInteger(fields.group(4), 16));
            var ends = time(fields.group(2));
            if (!fields.group(1).equals("R")) {
                return Optional.of(new FoundCertificate(serial, fields.group(5), ends, Optional.empty()));
            }
            var revocation = REVOCATION.matcher(fields.group(3));
            if (!revocation.matches()) {
                return Optional.empty();
            }
            var revoked =
                    new Credential.Revoked(time(revocation.group(1)), reason(Optional.ofNullable(revocation.group(2))));
            return Optional.of(new FoundCertificate(serial, fields.group(5), ends, Optional.of(revoked)));
        } catch (DateTimeException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// OpenSSL has words of its own for some reasons. What is none of RFC 5280 revokes all the same.
    private static Reason reason(Optional<String> word) {
        return switch (word.orElse("unspecified")) {
            case "CACompromise", "CAkeyTime" -> Reason.CA_COMPROMISE;
            case "keyTime" -> Reason.KEY_COMPROMISE;
            case "AACompromise" -> Reason.AA_COMPROMISE;
            case "holdInstruction" -> Reason.CERTIFICATE_HOLD;
            case String rfc -> Reason.parse(rfc).orElse(Reason.UNSPECIFIED);
        };
    }

    /// With a year of two digits as UTCTime has it (RFC 5280, section 4.1.2.5.1), or of four.
    private static Instant time(String digits) {
        var whole = digits;
        if (digits.length() == "yyMMddHHmmss".length()) {
            whole = (Integer.parseInt(digits.substring(0, 2)) < FIRST_YEAR_OF_LAST_CENTURY ? "20" : "19") + digits;
        }
        return LocalDateTime.parse(whole, DATE).toInstant(ZoneOffset.UTC);
    }
}
