package org.hearthkey.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.CrlDraft;
import org.hearthkey.core.authority.EntryRun;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.RevokedEntry;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.revoke.ListBook.Signed;
import org.hearthkey.core.revoke.SignedList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists that share most of what they say.
class KeptListsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Role ROOT = new Role.Root();

    private final Authority authority =
            new Authority(HomeId.random(RANDOM), InstantSource.fixed(NOW.minusSeconds(60)), RANDOM);
    private final SoftwareKey key = SoftwareKey.generate(KeyProfile.P256, RANDOM);
    private final Certificate certificate = authority.signRoot(key);
    private final Issuer issuer = new Issuer(ROOT, certificate, Optional.empty());
    private Connection connection;
    private KeptLists book;

    @BeforeEach
    void openTables() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (var statement = connection.createStatement()) {
            for (var script : HomeSchema.newest().migrationScripts()) {
                statement.executeUpdate(script);
            }
        }
        book = new KeptLists(new Rows(connection));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /// @param lastNamed how many entries each list is the last to name
    private List<Signed> sign(int number, int... lastNamed) {
        var runs = new ArrayList<EntryRun>();
        int serial = 1;
        for (int size : lastNamed) {
            int begin = serial;
            runs.add(authority.prepare(
                    issuer,
                    draft(number, 0),
                    taker -> IntStream.range(begin, begin + size).forEach(one -> taker.accept(entry(one)))));
            serial += size;
        }
        var signed = new ArrayList<Signed>();
        for (int i = 0; i < lastNamed.length; i++) {
            var draft = draft(number + i, i);
            var shared = runs.subList(i, runs.size());
            var facts = new SignedList(
                    ROOT,
                    draft.number(),
                    draft.thisUpdate(),
                    draft.nextUpdate(),
                    shared.stream().mapToInt(EntryRun::count).sum(),
                    1);
            signed.add(new Signed(facts, authority.signEnds(issuer, key, draft, shared.reversed()), runs.get(i)));
        }
        return signed;
    }

    private static RevokedEntry entry(int number) {
        var serial = BigInteger.ONE.shiftLeft(127).add(BigInteger.valueOf(number));
        return new RevokedEntry(new SerialNumber(serial), NOW.minusSeconds(9), Reason.KEY_COMPROMISE);
    }

    private static CrlDraft draft(int number, int month) {
        var from = NOW.plus(Duration.ofDays(28L * month));
        return new CrlDraft(
                BigInteger.valueOf(number), from, from.plus(Duration.ofDays(35)), List.of(entry(1_000_000 + month)));
    }

    private Crl read(SignedList facts) throws CRLException {
        var kept = book.crl(facts);
        var read = Crl.read(kept.der().bytes());
        assertEquals(facts.number(), read.number());
        assertEquals(kept.thisUpdate(), read.thisUpdate());
        assertEquals(kept.nextUpdate(), read.nextUpdate());
        assertTrue(read.isSignedBy(certificate));
        assertEquals(facts.entries() + facts.canaries(), read.size());
        return read;
    }

    @Test
    void eachListComesBackAsItWasSigned() throws CRLException {
        var signed = sign(7, 2, 0, 3_000, 1, 5);
        book.replace(signed, NOW);
        for (var one : signed) {
            read(one.facts());
        }
        assertTrue(read(signed.getFirst().facts()).lists(entry(1).serial()));
        assertTrue(read(signed.getLast().facts()).lists(entry(3_004).serial()));
    }

    @Test
    void whatTheyShareIsKeptOnce() throws SQLException {
        var signed = sign(7, 0, 0, 0, 0, 0, 0, 4_000);
        book.replace(signed, NOW);
        long one = book.crl(signed.getFirst().facts()).der().length();
        try (var rows = connection.createStatement().executeQuery("SELECT sum(length(bytes)) FROM crl_part")) {
            assertTrue(rows.getLong(1) < one * 11 / 10, rows.getLong(1) + " for lists of " + one);
        }
    }

    @Test
    void newListsTakeThePlaceOfThoseBeforeAndLeaveOthersAlone() throws CRLException {
        var before = sign(7, 3, 10);
        book.replace(before, NOW);
        var after = sign(20, 1, 4);
        book.replace(after, NOW);
        for (var one : after) {
            read(one.facts());
        }
        assertThrows(
                IllegalArgumentException.class, () -> book.crl(before.getFirst().facts()));
        assertEquals(
                List.of(BigInteger.valueOf(7), BigInteger.valueOf(20), BigInteger.valueOf(21)),
                book.history(ROOT).stream().map(SignedList::number).toList());
    }

    /// It would hold all at once what is read row by row, a million of them perhaps.
    @Test
    void sqliteSortsNothingThatIsAsLongAsMuchWasRevoked() throws SQLException {
        for (var sql : List.of(KeptLists.BYTES, KeptLists.INHERITED, KeptDevices.LISTED)) {
            var plan = new ArrayList<String>();
            try (var rows = connection.createStatement().executeQuery("EXPLAIN QUERY PLAN " + sql)) {
                while (rows.next()) {
                    plan.add(rows.getString("detail"));
                }
            }
            assertFalse(plan.isEmpty());
            assertTrue(plan.stream().noneMatch(step -> step.contains("TEMP B-TREE")), sql + plan);
        }
    }

    /// As homes kept them before lists shared anything.
    @Test
    void aListThatIsKeptAsAWholeIsFound() throws SQLException, CRLException {
        var signed = sign(7, 2);
        book.replace(signed, NOW);
        var facts = signed.getFirst().facts();
        var whole = book.crl(facts).der().bytes();
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM crl_part");
        }
        try (var insert = connection.prepareStatement("INSERT INTO crl_piece(crl, bytes) SELECT id, ? FROM crl")) {
            insert.setBytes(1, whole);
            insert.executeUpdate();
        }
        read(facts);
    }
}
