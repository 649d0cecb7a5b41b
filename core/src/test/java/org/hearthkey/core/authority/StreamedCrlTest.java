package org.hearthkey.core.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list that is written entry by entry is the list that it would be otherwise.
class StreamedCrlTest {
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
            var file = folder.resolve(size + ".der");
            try (var out = Files.newOutputStream(file)) {
                authority.writeCrl(issuer, key, list(size), out);
            }
            var crl = Crl.read(Files.readAllBytes(file));
            assertEquals(size, crl.size());
            assertEquals(BigInteger.valueOf(77), crl.number());
            assertEquals(List.of(), Lint.crl(crl));
            assertTrue(crl.isSignedBy(root));
            for (int i = 0; i < size; i += 997) {
                assertTrue(crl.lists(entry(i).serial()));
            }
            Files.writeString(folder.resolve("root.pem"), root.pem());
            Peer.of("openssl", folder)
                    .run("crl", "-inform", "DER", "-in", size + ".der", "-noout", "-verify", "-CAfile", "root.pem")
                    .accepts()
                    .says("verify OK");
        }
    }

    @Test
    void whatTheRehearsalRefusesIsNotWritten() {
        var out = new ByteArrayOutputStream();
        var late = new RevokedEntry(entry(1).serial(), NOW.plusSeconds(5), Reason.SUPERSEDED);
        assertThrows(IllegalArgumentException.class, () -> authority.writeCrl(issuer, key, list(List.of(late)), out));
        assertThrows(
                RehearsalException.class,
                () -> authority.writeCrl(issuer, key, list(List.of(entry(1), entry(1))), out));
        assertEquals(0, out.size());
    }

    @Test
    void aFullDriveIsNoSignature() {
        var full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("full");
            }
        };
        assertThrows(IOException.class, () -> authority.writeCrl(issuer, key, list(3), full));
    }

    static StreamedCrl list(int size) {
        return list(ListBenchmark.entries(size));
    }

    private static RevokedEntry entry(int number) {
        return ListBenchmark.entry(number);
    }

    private static StreamedCrl list(Iterable<RevokedEntry> entries) {
        return new StreamedCrl(BigInteger.valueOf(77), NOW, NOW.plus(Duration.ofDays(35)), entries);
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
