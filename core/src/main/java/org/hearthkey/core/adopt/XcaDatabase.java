package org.hearthkey.core.adopt;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.device.Credential;

/// The database of XCA 2: an SQLite file that holds keys as encrypted PKCS#8.
///
/// @see <a href="https://github.com/chris2511/xca/blob/main/lib/database_schema.cpp">the schema of XCA</a>
final class XcaDatabase {
    private static final String AUTHORITIES = """
        SELECT certs.item AS id, items.name AS name, certs.cert AS cert, private_keys.private AS private,
            private_keys.ownPass AS own_pass, authority.crlNo AS number
        FROM certs JOIN items ON items.id = certs.item
        JOIN x509super ON x509super.item = certs.item
        JOIN private_keys ON private_keys.item = x509super.pkey
        LEFT JOIN authority ON authority.item = certs.item
        WHERE certs.ca = 1 AND (? = '' OR items.name = ?) ORDER BY certs.item\
        """;
    private static final String ISSUED = """
        SELECT certs.cert AS cert, certs.serial AS serial, revocations.date AS date, revocations.reasonBit AS reason
        FROM certs LEFT JOIN revocations
            ON revocations.caId = certs.issuer AND upper(revocations.serial) = upper(certs.serial)
        WHERE certs.issuer = ? AND certs.item <> certs.issuer ORDER BY certs.item\
        """;
    /// What was deleted there stays revoked, without its certificate.
    private static final String LEFT = """
        SELECT serial, date, reasonBit AS reason FROM revocations
        WHERE caId = ? AND upper(serial) NOT IN (SELECT upper(serial) FROM certs WHERE issuer = ?)\
        """;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final List<Reason> REASONS = List.of(
            Reason.UNSPECIFIED,
            Reason.KEY_COMPROMISE,
            Reason.CA_COMPROMISE,
            Reason.AFFILIATION_CHANGED,
            Reason.SUPERSEDED,
            Reason.CESSATION_OF_OPERATION,
            Reason.CERTIFICATE_HOLD);

    private final Path file;

    XcaDatabase(Path file) {
        this.file = file;
    }

    /// @param name of the authority's certificate there; empty if it has only one with a key
    FoundAuthority read(Optional<String> name) throws IOException, AdoptionException {
        try (var connection =
                DriverManager.getConnection("jdbc:sqlite:" + file.toUri().toASCIIString() + "?mode=ro")) {
            return read(connection, name.orElse(""));
        } catch (SQLException unreadable) {
            throw AdoptionException.badDatabase(file, unreadable);
        } catch (CertificateException | DateTimeException | IllegalArgumentException unreadable) {
            throw AdoptionException.badDatabase(file, unreadable);
        }
    }

    private FoundAuthority read(Connection connection, String name)
            throws SQLException, CertificateException, AdoptionException {
        try (var statement = prepared(connection, AUTHORITIES, name, name);
                var row = statement.executeQuery()) {
            if (!row.next()) {
                throw AdoptionException.noKey(file.toString());
            }
            var id = row.getLong("id");
            var certificate = certificate(row);
            var key = KeyFile.encrypted(decoded(row.getString("private")));
            // XCA counts from 0, which is the number of no list.
            var number = Optional.of(BigInteger.valueOf(row.getLong("number"))).filter(last -> last.signum() > 0);
            if (row.next()) {
                key.close();
                throw AdoptionException.several(file);
            }
            return new FoundAuthority(
                    Source.XCA, certificate, key, number, Optional.of(issued(connection, id, certificate)));
        }
    }

    private static List<FoundCertificate> issued(Connection connection, long authority, Certificate issuer)
            throws SQLException, CertificateException {
        var issued = new ArrayList<FoundCertificate>();
        try (var statement = prepared(connection, ISSUED, authority);
                var row = statement.executeQuery()) {
            while (row.next()) {
                var certificate = certificate(row);
                issued.add(new FoundCertificate(
                        certificate.serial(), certificate.subject(), certificate.notAfter(), revoked(row)));
            }
        }
        try (var statement = prepared(connection, LEFT, authority, authority);
                var row = statement.executeQuery()) {
            while (row.next()) {
                var serial = new SerialNumber(new BigInteger(row.getString("serial"), 16));
                // When it ends is not known any more: not after its issuer.
                issued.add(new FoundCertificate(serial, "", issuer.notAfter(), revoked(row)));
            }
        }
        return issued;
    }

    private static Optional<Credential.Revoked> revoked(ResultSet row) throws SQLException {
        var bit = row.getInt("reason");
        return Optional.ofNullable(row.getString("date"))
                .map(date -> new Credential.Revoked(
                        time(date), bit >= 0 && bit < REASONS.size() ? REASONS.get(bit) : Reason.UNSPECIFIED));
    }

    private static Instant time(String date) {
        return LocalDateTime.parse(date.replace("Z", ""), DATE).toInstant(ZoneOffset.UTC);
    }

    private static Certificate certificate(ResultSet row) throws SQLException, CertificateException {
        return Certificate.read(decoded(row.getString("cert")));
    }

    private static byte[] decoded(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
