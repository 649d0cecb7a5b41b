package org.hearthkey.core.store;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.cert.CRLException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.revoke.ListBook;
import org.hearthkey.core.revoke.SignedList;

/// Revocation lists: the facts of all, the bytes of the newest of each issuer.
final class KeptLists implements ListBook {
    /// A record holds at most 65,536 bytes; see the format, section 4.
    private static final int PIECE_BYTES = 48_000;

    private static final String OF_ISSUER = "SELECT * FROM crl WHERE issuer = ? ORDER BY id";

    private final Rows rows;

    KeptLists(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<SignedList> newest(Role issuer) {
        return rows.first(OF_ISSUER + " DESC LIMIT 1", row -> list(row, issuer), issuer.code());
    }

    @Override
    public Optional<Crl> crl(Role issuer) {
        return newestId(issuer).map(id -> {
            var bytes = new ByteArrayOutputStream();
            rows.all("SELECT bytes FROM crl_piece WHERE crl = ? ORDER BY id", row -> row.getBytes(1), id)
                    .forEach(bytes::writeBytes);
            return read(bytes.toByteArray());
        });
    }

    @Override
    public List<SignedList> history(Role issuer) {
        return rows.all(OF_ISSUER, row -> list(row, issuer), issuer.code());
    }

    @Override
    public void add(SignedList list, Crl crl) {
        newestId(list.issuer()).ifPresent(old -> rows.change("DELETE FROM crl_piece WHERE crl = ?", old));
        var id = rows.insert(
                "INSERT INTO crl(issuer, number, this_update, next_update, entries) VALUES (?, ?, ?, ?, ?)",
                list.issuer().code(),
                list.number().toString(),
                list.thisUpdate().getEpochSecond(),
                list.nextUpdate().getEpochSecond(),
                list.entries());
        var der = crl.der().bytes();
        for (int from = 0; from < der.length; from += PIECE_BYTES) {
            var piece = Arrays.copyOfRange(der, from, Math.min(der.length, from + PIECE_BYTES));
            rows.insert("INSERT INTO crl_piece(crl, bytes) VALUES (?, ?)", id, piece);
        }
    }

    private Optional<Long> newestId(Role issuer) {
        return rows.first(OF_ISSUER + " DESC LIMIT 1", row -> row.getLong("id"), issuer.code());
    }

    private static SignedList list(ResultSet row, Role issuer) throws SQLException {
        return new SignedList(
                issuer,
                new BigInteger(row.getString("number")),
                Instant.ofEpochSecond(row.getLong("this_update")),
                Instant.ofEpochSecond(row.getLong("next_update")),
                row.getInt("entries"));
    }

    private static Crl read(byte[] der) {
        try {
            return Crl.read(der);
        } catch (CRLException unreadable) {
            throw new IllegalStateException("A kept list", unreadable);
        }
    }
}
