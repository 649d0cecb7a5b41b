package org.hearthkey.core.authority;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.Lint;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.peer.JavaProgram;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list that is signed without being held is the list that it would be otherwise.
class SignedEndsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Authority authority =
            new Authority(HomeId.random(RANDOM), InstantSource.fixed(NOW.minusSeconds(60)), RANDOM);
    private final SoftwareKey key = SoftwareKey.generate(KeyProfile.P384, RANDOM);
    private final Certificate root = authority.signRoot(key);
    private final Issuer issuer = new Issuer(new Role.Root(), root, Optional.empty());

    @TempDir
    Path folder;

    @Test
    void isReadByTheJdkOurLintAndOpenSsl() throws IOException, CRLException {
        for (int size : List.of(0, 1, 3, 4, 1_000, 20_001)) {
            var own = List.of(entry(30_000), entry(30_001)).subList(0, size % 3);
            var run = authority.prepare(
                    issuer, draft(List.of()), taker -> entries(size).forEach(taker));
            var crl = Crl.read(whole(authority.signEnds(issuer, key, draft(own), List.of(run)), run));
            assertEquals(size, run.count());
            assertEquals(size + own.size(), crl.size());
            assertEquals(BigInteger.valueOf(77), crl.number());
            assertEquals(List.of(), Lint.crl(crl));
            assertTrue(crl.isSignedBy(root));
            for (int i = 0; i < size; i += 997) {
                assertTrue(crl.lists(entry(i).serial()));
            }
            own.forEach(entry -> assertTrue(crl.lists(entry.serial())));
            Files.write(folder.resolve(size + ".der"), crl.der().bytes());
            Files.writeString(folder.resolve("root.pem"), root.pem());
            Peer.of("openssl", folder)
                    .run("crl", "-inform", "DER", "-in", size + ".der", "-noout", "-verify", "-CAfile", "root.pem")
                    .accepts()
                    .says("verify OK");
        }
    }

    @Test
    void isTheListThatWouldBeSignedAsAWhole() throws IOException, CRLException {
        var run = authority.prepare(
                issuer, draft(List.of()), taker -> entries(300).forEach(taker));
        var all = new ArrayList<RevokedEntry>();
        entries(300).forEach(all::add);
        var whole = authority.signCrl(issuer, key, draft(all)).x509();
        var ends = Crl.read(whole(authority.signEnds(issuer, key, draft(List.of()), List.of(run)), run))
                .x509();
        assertArrayEquals(whole.getTBSCertList(), ends.getTBSCertList());
    }

    @Test
    void whatTheRehearsalRefusesIsNotSigned() {
        var late = new RevokedEntry(entry(1).serial(), NOW.plusSeconds(5), Reason.SUPERSEDED);
        assertThrows(
                IllegalArgumentException.class,
                () -> authority.prepare(issuer, draft(List.of()), taker -> taker.accept(late)));
        assertThrows(
                RehearsalException.class,
                () -> authority.prepare(
                        issuer,
                        draft(List.of()),
                        taker -> List.of(entry(1), entry(1)).forEach(taker)));
    }

    /// Thirteen lists of 200,000 entries take 100 MB, and what the JDK makes of one of them takes more than the heap here.
    @Test
    void aSmallHeapIsEnoughForALongList() throws IOException {
        var command = JavaProgram.command(LongLifeline.class, "200000");
        command.addAll(1, List.of("-XX:+UseSerialGC", "-Xmx80m"));
        Peer.of(command.getFirst(), folder)
                .run(command.subList(1, command.size()).toArray(String[]::new))
                .accepts()
                .says("13 lists of 200000");
    }

    private static byte[] whole(SignedEnds ends, EntryRun run) throws IOException {
        var whole = new ByteArrayOutputStream();
        whole.write(ends.head().bytes());
        run.writeTo(whole);
        whole.write(ends.tail().bytes());
        return whole.toByteArray();
    }

    private static Iterable<RevokedEntry> entries(int size) {
        return ListBenchmark.entries(size);
    }

    private static RevokedEntry entry(int number) {
        return ListBenchmark.entry(number);
    }

    private static CrlDraft draft(List<RevokedEntry> own) {
        return new CrlDraft(BigInteger.valueOf(77), NOW, NOW.plus(Duration.ofDays(35)), own);
    }

    @Test
    void serialNumbersKeepTheirSign() {
        assertEquals(
                128,
                new SerialNumber(ListBenchmark.entry(0).serial().value())
                        .value()
                        .bitLength());
    }
}
