package org.hearthkey.core.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearthkey.core.authority.RevokedEntry;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.revoke.Lifeline;
import org.hearthkey.core.revoke.ListBook;
import org.hearthkey.core.revoke.SignedList;

/// Revocation lists: the facts of all, the bytes of those of each issuer that were signed last. Lists that were signed
/// together share their `series`, the id of the first, and keep what they have in common once.
final class KeptLists implements ListBook {
    /// A record holds at most 65,536 bytes; see the format, section 4.
    private static final int PART_BYTES = 48_000;

    // Statements that go through as many rows as were revoked. SQLite must not sort for them: it would hold all rows at
    // once.
    static final String BYTES = """
        SELECT bytes FROM (SELECT bytes FROM crl_piece WHERE crl = ?1 ORDER BY id)
        UNION ALL
        SELECT bytes FROM (SELECT bytes FROM crl_part WHERE first <= ?1 AND last >= ?1 ORDER BY id)
        """;
    static final String INHERITED = """
        SELECT serial, revoked, reason FROM adopted_certificate
        WHERE issuer = ? AND revoked IS NOT NULL AND ends > ? AND ends <= ? ORDER BY id
        """;

    private final Rows rows;

    KeptLists(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Lifeline> lifeline(Role issuer) {
        var lists = rows.all(
                "SELECT * FROM crl WHERE series = (SELECT max(series) FROM crl WHERE issuer = ?) ORDER BY id",
                row -> list(row, issuer),
                issuer.code());
        return lists.isEmpty() ? Optional.empty() : Optional.of(new Lifeline(lists));
    }

    @Override
    public Crl crl(SignedList list) {
        var bytes = new ByteArrayOutputStream();
        each(list, bytes::writeBytes);
        return Crl.kept(bytes.toByteArray(), list.number(), list.thisUpdate(), list.nextUpdate());
    }

    @Override
    public void write(SignedList list, OutputStream out) throws IOException {
        try {
            each(list, piece -> {
                try {
                    out.write(piece);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private void each(SignedList list, Consumer<byte[]> taker) {
        long id = rows.first(
                        "SELECT id FROM crl WHERE issuer = ? AND number = ?",
                        row -> row.getLong(1),
                        list.issuer().code(),
                        list.number().toString())
                .filter(this::isKept)
                .orElseThrow(() -> new IllegalArgumentException("Not kept: list " + list.number()));
        rows.each(BYTES, row -> taker.accept(row.getBytes(1)), id);
    }

    private boolean isKept(long id) {
        return rows.number(
                        "SELECT EXISTS (SELECT 1 FROM crl_piece WHERE crl = ?1)"
                                + " OR EXISTS (SELECT 1 FROM crl_part WHERE first <= ?1 AND last >= ?1)",
                        id)
                == 1;
    }

    @Override
    public List<SignedList> history(Role issuer) {
        return rows.all("SELECT * FROM crl WHERE issuer = ? ORDER BY id", row -> list(row, issuer), issuer.code());
    }

    @Override
    public void replace(List<Signed> lists, Instant at) {
        forget(lists.getFirst().facts().issuer(), at);
        var series = 1 + rows.number("SELECT coalesce(max(id), 0) FROM crl");
        var ids = lists.stream().map(signed -> add(series, signed.facts())).toList();
        for (int i = 0; i < lists.size(); i++) {
            part(ids.get(i), ids.get(i), lists.get(i).ends().head().bytes());
        }
        for (int i = lists.size() - 1; i >= 0; i--) {
            long last = ids.get(i);
            lists.get(i).lastNamed().eachPiece(piece -> part(series, last, piece));
        }
        for (int i = 0; i < lists.size(); i++) {
            part(ids.get(i), ids.get(i), lists.get(i).ends().tail().bytes());
        }
    }

    /// Lists that never were in force, and the bytes of those that are no longer. The first of a series was in force
    /// whatever the clock says.
    private void forget(Role issuer, Instant at) {
        rows.change("DELETE FROM crl_piece WHERE crl IN (SELECT id FROM crl WHERE issuer = ?)", issuer.code());
        rows.change("DELETE FROM crl_part WHERE first IN (SELECT id FROM crl WHERE issuer = ?)", issuer.code());
        rows.change(
                "DELETE FROM crl WHERE issuer = ? AND this_update > ? AND id <> series",
                issuer.code(),
                at.getEpochSecond());
    }

    private long add(long series, SignedList list) {
        return rows.insert(
                """
                INSERT INTO crl(issuer, number, this_update, next_update, entries, series, canaries)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                list.issuer().code(),
                list.number().toString(),
                list.thisUpdate().getEpochSecond(),
                list.nextUpdate().getEpochSecond(),
                list.entries(),
                series,
                list.canaries());
    }

    private void part(long first, long last, byte[] bytes) {
        for (int from = 0; from < bytes.length; from += PART_BYTES) {
            var part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART_BYTES));
            rows.insert("INSERT INTO crl_part(first, last, bytes) VALUES (?, ?, ?)", first, last, part);
        }
    }

    @Override
    public Optional<BigInteger> inheritedNumber(Role issuer) {
        return rows.first(
                "SELECT last_number FROM adopted WHERE issuer = ? AND last_number IS NOT NULL",
                row -> new BigInteger(row.getString(1)),
                issuer.code());
    }

    @Override
    public void eachInherited(Role issuer, Instant from, Instant until, Consumer<RevokedEntry> taker) {
        rows.each(
                INHERITED,
                row -> taker.accept(entry(row)),
                issuer.code(),
                from.getEpochSecond(),
                until.getEpochSecond());
    }

    @Override
    public void eachHub(Instant from, Instant until, Consumer<RevokedEntry> taker) {
        rows.each(
                KeptDevices.LISTED,
                row -> taker.accept(entry(row)),
                new Role.Services().code(),
                from.getEpochSecond(),
                until.getEpochSecond());
    }

    private static RevokedEntry entry(ResultSet row) throws SQLException {
        return new RevokedEntry(
                KeptCertificates.serial(row.getString(1)),
                Instant.ofEpochSecond(row.getLong(2)),
                KeptCertificates.reason(row.getString(3)).orElseThrow());
    }

    private static SignedList list(ResultSet row, Role issuer) throws SQLException {
        return new SignedList(
                issuer,
                new BigInteger(row.getString("number")),
                Instant.ofEpochSecond(row.getLong("this_update")),
                Instant.ofEpochSecond(row.getLong("next_update")),
                row.getInt("entries"),
                row.getInt("canaries"));
    }
}
