package org.hearthkey.core.attest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.policy.Weight;

/// Any bytes whatever where makers' files are read, and everything that is asked of them afterwards.
class AttestationFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @FuzzTest
    void tlv(byte[] bytes) {
        try {
            var read = MatterCertificate.readTlv(bytes);
            // What was rebuilt reads as what it was.
            assertArrayEquals(read.der(), MatterCertificate.readX509(read.der()).der());
            assertNotNull(read.facts());
            for (var role : MatterRole.values()) {
                assertNotNull(MatterProfile.check(read, role));
            }
        } catch (BrokenRuleException refused) {
            assertNotNull(refused.broken());
        }
    }

    @FuzzTest
    void x509(byte[] bytes) {
        try {
            var read = MatterCertificate.readX509(bytes);
            assertArrayEquals(bytes, read.der());
            assertNotNull(read.facts());
            assertNotNull(MatterRole.guess(read));
            for (var role : MatterRole.values()) {
                assertNotNull(MatterProfile.check(read, role));
            }
        } catch (BrokenRuleException refused) {
            assertNotNull(refused.broken());
        }
    }

    @FuzzTest
    void declarations(byte[] bytes) {
        try {
            assertNotNull(CertificationDeclaration.read(bytes).facts());
        } catch (BrokenRuleException refused) {
            assertNotNull(refused.broken());
        }
    }

    @FuzzTest
    void vouchers(byte[] json) {
        Voucher.read(json).ifPresent(voucher -> assertNotNull(voucher.serialNumber()));
    }

    @FuzzTest
    void shownFiles(byte[] bytes) {
        var judgment = MakerJudge.judge(new MakerEvidence(
                List.of(new Shown("file", bytes)), LabelClaim.NONE, Optional.empty(), List.of(), List.of(), NOW));
        assertNotNull(judgment.note(NOW));
        // Nothing is on the trust list, so nothing speaks for the device.
        assert judgment.findings().stream().noneMatch(finding -> finding.weight() == Weight.SUPPORT);
    }

    @FuzzTest
    void trustImports(byte[] bytes) {
        assertNotNull(TrustImport.of(List.of(new Shown("file", bytes)), Optional.empty(), List.of()));
    }
}
