package org.hearthkey.core.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.certificate.ProofOfPossession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `camera.pem` was made by OpenSSL; its key is forgotten.
class RequestCodeTest {
    private static final long SEED = 20261122;

    private String pem;
    private byte[] der;
    private String base64;

    @BeforeEach
    void readRequest() throws IOException {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("camera.pem"))) {
            pem = new String(file.readAllBytes(), US_ASCII);
        }
        base64 = pem.replaceAll("-----[A-Z ]+-----|\n", "");
        der = Base64.getDecoder().decode(base64);
    }

    @Test
    void readsTheSameRequestFromPemBase64AndDer() {
        var read = read(CodeReader.read(pem));
        assertEquals(read, read(CodeReader.read(base64)));
        assertEquals(read, read(CodeReader.readFile(der)));
        assertEquals(read, read(CodeReader.readFile(pem.getBytes(US_ASCII))));
        assertEquals(read, read(CodeReader.readFile(base64.getBytes(US_ASCII))));
        assertEquals(read, read(CodeReader.read(pem.replace("\n", "\r\n"))));
        assertEquals(read, read(CodeReader.read(pem.replace("CERTIFICATE", "NEW CERTIFICATE"))));
    }

    @Test
    void saysWhatTheRequestSays() {
        var spki = "a79902906d89563797f6aec27dbaa5c598a1057785d6f4e071bda7a7f430a340";
        assertEquals(
                Map.of(
                        "commonName", "Garage camera",
                        "serialNumber", "4774LH2b4044",
                        "algorithm", "P-256",
                        "bits", 256,
                        "canonicalSpkiSha256", spki,
                        "proofOfPossession", "proven",
                        "requestedExtensions", List.of("subjectAltName", "basicConstraints")),
                read(CodeReader.read(pem)).identity());
    }

    @Test
    void aRequestWithAChangedSignatureReadsAndProvesNothing() {
        der[der.length - 1] ^= 1;
        assertEquals(
                ProofOfPossession.FAILED,
                read(CodeReader.readFile(der)).request().proof());
    }

    @Test
    void readsNothingAroundTheRequest() {
        why(CodeReader.read(pem + pem));
        why(CodeReader.read(pem + "x"));
        why(CodeReader.read(pem.replace("END CERTIFICATE", "END NEW CERTIFICATE")));
        why(CodeReader.read(pem.substring(0, pem.length() - 10)));
        why(CodeReader.read(pem.replace('M', '\u041c')));
        why(CodeReader.read(pem.replaceFirst("\nMI", "\n\tMI")));
        why(CodeReader.read(base64 + "\n"));
        why(CodeReader.read(base64.replace("=", "") + "===="));
        why(CodeReader.readFile(Arrays.copyOf(der, der.length + 1)));
        why(CodeReader.readFile(Arrays.copyOf(der, der.length - 1)));
        assertEquals(new Scan.Unknown(), CodeReader.read(" " + pem));
        assertEquals(new Scan.Unknown(), CodeReader.readFile(new byte[0]));
    }

    @Test
    void boundsWhatItReads() {
        assertEquals("oversize: more than 4296 characters", why(CodeReader.read(pem + "\n".repeat(4296))));
        var file = Arrays.copyOf(der, CertificateRequest.MAX_LENGTH + 1);
        assertEquals("oversize: more than 65536 bytes", why(CodeReader.readFile(file)));
    }

    @Test
    void survivesADamagedFile() {
        var random = new Random(SEED);
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < 50_000; i++) {
                var damaged = Arrays.copyOf(der, random.nextInt(4) == 0 ? random.nextInt(der.length) : der.length);
                for (int n = random.nextInt(4); n >= 0 && damaged.length > 0; n--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                if (CodeReader.readFile(damaged) instanceof Scan.Read(RequestCode(var request))) {
                    assertFalse(new RequestCode(request).identity().isEmpty());
                    request.asksToBeAnIssuer();
                }
            }
        });
    }

    private static RequestCode read(Scan scan) {
        return (RequestCode) assertInstanceOf(Scan.Read.class, scan).code();
    }

    private static String why(Scan scan) {
        return assertInstanceOf(Scan.Malformed.class, scan).why();
    }
}
