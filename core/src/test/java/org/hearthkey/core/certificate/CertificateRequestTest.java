package org.hearthkey.core.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests as OpenSSL makes them, which is what most devices use.
class CertificateRequestTest {
    @TempDir
    Path folder;

    private Peer openssl;

    @BeforeEach
    void findOpenssl() {
        openssl = Peer.of("openssl", folder);
    }

    @Test
    void readsWhatADeviceSaysAboutItself() throws IOException {
        var request = request("EC", "ec_paramgen_curve:P-256", "-subj", "/CN=Desk lamp/serialNumber=SN-17");
        assertEquals(Optional.of("Desk lamp"), request.commonName());
        assertEquals(Optional.of("SN-17"), request.serialNumber());
        assertEquals(ProofOfPossession.PROVEN, request.proof());
        assertEquals("P-256", request.publicKey().algorithm());
        assertEquals(List.of(), request.requestedExtensions());
        assertFalse(request.asksToBeAnIssuer());
    }

    @Test
    void derAndPemAreTheSameRequest() throws IOException {
        var request = request("EC", "ec_paramgen_curve:P-384", "-subj", "/CN=Lamp");
        assertEquals(
                Optional.of(request), CertificateRequest.parse(request.der().bytes()));
        assertEquals(
                Optional.of(request), CertificateRequest.parse(request.pem().getBytes(StandardCharsets.US_ASCII)));
        var old = request.pem().replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");
        assertEquals(Optional.of(request), CertificateRequest.parse(old.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void rsaAndEd25519ProveThemselvesToo() throws IOException {
        var rsa = request("RSA", "rsa_keygen_bits:2048", "-subj", "/CN=Old lamp");
        assertEquals(ProofOfPossession.PROVEN, rsa.proof());
        assertEquals(2048, rsa.publicKey().bits());
        openssl.run("genpkey", "-algorithm", "ED25519", "-out", "key.pem").accepts();
        assertEquals(
                ProofOfPossession.PROVEN, requestOf("-subj", "/CN=New lamp").proof());
    }

    @Test
    void namesWhatIsAskedFor() throws IOException {
        var request = request(
                "EC",
                "ec_paramgen_curve:P-256",
                "-subj",
                "/CN=Greedy lamp",
                "-addext",
                "basicConstraints=critical,CA:TRUE",
                "-addext",
                "subjectAltName=DNS:lock.home.arpa",
                "-addext",
                "1.2.3.4=DER:0500");
        assertEquals(List.of("basicConstraints", "subjectAltName", "1.2.3.4"), request.requestedExtensions());
        assertTrue(request.asksToBeAnIssuer());
    }

    @Test
    void aProofOfYesterdayProvesNothing() throws IOException {
        assertEquals(
                ProofOfPossession.FAILED,
                request("RSA", "rsa_keygen_bits:2048", "-subj", "/CN=Lamp", "-sha1")
                        .proof());
    }

    @Test
    void aChangedRequestIsReadButNotProven() throws IOException {
        var bytes = request("EC", "ec_paramgen_curve:P-256", "-subj", "/CN=Desk lamp")
                .der()
                .bytes();
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("Desk lamp")] = 'X';
        var changed = CertificateRequest.parse(bytes).orElseThrow();
        assertEquals(Optional.of("Xesk lamp"), changed.commonName());
        assertEquals(ProofOfPossession.FAILED, changed.proof());
    }

    @Test
    void anythingAroundItIsRefused() throws IOException {
        var request = request("EC", "ec_paramgen_curve:P-256", "-subj", "/CN=Lamp");
        var bytes = request.der().bytes();
        assertEquals(Optional.empty(), CertificateRequest.parse(Arrays.copyOf(bytes, bytes.length + 1)));
        assertEquals(Optional.empty(), CertificateRequest.parse(Arrays.copyOf(bytes, bytes.length - 1)));
        assertEquals(Optional.empty(), CertificateRequest.parse(new byte[CertificateRequest.MAX_LENGTH + 1]));
        var twice = request.pem() + request.pem();
        assertEquals(Optional.empty(), CertificateRequest.parse(twice.getBytes(StandardCharsets.US_ASCII)));
        var other = request.pem().replace("CERTIFICATE REQUEST", "CERTIFICATE");
        assertEquals(Optional.empty(), CertificateRequest.parse(other.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void noDamageMakesItThrow() throws IOException {
        var bytes = request("EC", "ec_paramgen_curve:P-256", "-subj", "/CN=Lamp", "-addext", "subjectAltName=DNS:a.b")
                .der()
                .bytes();
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var damaged = bytes.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            CertificateRequest.parse(damaged).ifPresent(request -> {
                request.requestedExtensions();
                request.commonName();
                request.asksToBeAnIssuer();
            });
        }
    }

    @Test
    void deepNestingIsRefusedWithoutDrama() {
        for (byte[] step : new byte[][] {{0x30, (byte) 0x80}, {0x31, (byte) 0x80}, {(byte) 0xa0, (byte) 0x80}}) {
            var bytes = new byte[CertificateRequest.MAX_LENGTH];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = step[i % 2];
            }
            bytes[0] = 0x30;
            assertEquals(Optional.empty(), CertificateRequest.parse(bytes));
        }
    }

    private CertificateRequest request(String algorithm, String option, String... more) throws IOException {
        openssl.run("genpkey", "-algorithm", algorithm, "-pkeyopt", option, "-out", "key.pem")
                .accepts();
        return requestOf(more);
    }

    private CertificateRequest requestOf(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("req", "-new", "-key", "key.pem", "-out", "request.pem"));
        arguments.addAll(List.of(more));
        openssl.run(arguments.toArray(String[]::new)).accepts();
        return CertificateRequest.parse(Files.readAllBytes(folder.resolve("request.pem")))
                .orElseThrow();
    }
}
