package org.hearthkey.core.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.time.Instant;
import org.hearthkey.core.key.PublicKeyInfo;

/// Any bytes whatever where PEM and DER are read, and everything that is asked of them afterwards.
class CertificateFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final byte[] CONTENT = {1, 2, 3};

    @FuzzTest
    void pem(byte[] ascii) {
        Pem.parse(new String(ascii, StandardCharsets.ISO_8859_1)).ifPresent(blocks -> {
            for (var block : blocks) {
                assertEquals(block, Pem.parse(block.text()).orElseThrow().getFirst());
            }
        });
    }

    @FuzzTest
    void certificates(byte[] bytes) {
        try {
            var read = Certificate.read(bytes);
            assertNotNull(Lint.certificate(read));
            assertNotNull(Lint.deviceCertificate(read));
            assertNotNull(read.subject() + read.issuer() + read.serial() + read.notBefore() + read.notAfter());
            assertNotNull(read.isSelfIssued() && read.isSignedBy(read));
        } catch (CertificateException refused) {
            assertNotNull(refused);
        }
    }

    @FuzzTest
    void lists(byte[] bytes) {
        try {
            var read = Crl.read(bytes);
            assertNotNull(Lint.crl(read));
            assertFalse(read.size() < 0);
        } catch (CRLException refused) {
            assertNotNull(refused);
        }
    }

    @FuzzTest
    void requests(byte[] bytes) {
        assertNotNull(CertificateRequest.parse(bytes));
    }

    @FuzzTest
    void keys(byte[] bytes) {
        assertNotNull(PublicKeyInfo.parse(bytes));
        assertNotNull(PublicKeyInfo.parseCompressed(bytes));
    }

    @FuzzTest
    void signatures(byte[] bytes) {
        assertNotNull(DetachedCms.verify(bytes, CONTENT, Trusted.ROOT, NOW));
    }

    /// A root that signed none of this.
    private static final class Trusted {
        static final Certificate ROOT = read();

        private static Certificate read() {
            try (var pem =
                    CertificateFuzzTest.class.getResourceAsStream("CertificateFuzzTestInputs/certificates/root")) {
                return Certificate.read(pem.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (CertificateException notOne) {
                throw new IllegalStateException(notOne);
            }
        }
    }
}
