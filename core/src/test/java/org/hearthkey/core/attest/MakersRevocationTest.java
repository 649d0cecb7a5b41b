package org.hearthkey.core.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.peer.TestMaker;
import org.hearthkey.core.peer.TestMaker.Owned;
import org.hearthkey.core.policy.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MakersRevocationTest {
    private static final TestMaker MAKER = new TestMaker();
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(2));
    private static final Instant AFTER = NOW.plus(Duration.ofDays(2));

    private final Owned identity = MAKER.identity("OAK-7");
    private final Owned dac = MAKER.dac(TestMaker.VENDOR, TestMaker.PRODUCT);

    private static Judgment judge(List<Certificate> certificates, byte[]... lists) {
        var files = new ArrayList<Shown>();
        certificates.forEach(certificate -> files.add(TestMaker.shown("certificate", certificate)));
        for (var list : lists) {
            files.add(new Shown("list.crl", list));
        }
        return MakerJudge.judge(
                new MakerEvidence(files, LabelClaim.NONE, Optional.empty(), List.of(), MAKER.anchors(), NOW));
    }

    private Judgment judgeIdentity(byte[]... lists) {
        return judge(List.of(identity.certificate(), MAKER.identityIssuer.certificate()), lists);
    }

    private static List<String> codes(Judgment judgment) {
        return judgment.findings().stream().map(Finding::code).toList();
    }

    private static void assertRevoked(Judgment judgment) {
        assertTrue(codes(judgment).contains("attestation.revoked"), codes(judgment)::toString);
        assertEquals(Grade.NONE, judgment.grade());
        assertEquals("contradicted", judgment.reason());
    }

    @Test
    void aRevokedDeviceIsRefused() {
        assertRevoked(judgeIdentity(TestMaker.list(MAKER.identityIssuer, BEFORE, AFTER, identity.certificate())));
    }

    @Test
    void aRevokedIssuerIsRefused() {
        var list = TestMaker.list(MAKER.identityRoot, BEFORE, AFTER, MAKER.identityIssuer.certificate());
        assertRevoked(judgeIdentity(list));
    }

    @Test
    void soIsOneOfMatters() {
        var chain = List.of(dac.certificate(), MAKER.pai.certificate());
        assertRevoked(judge(chain, TestMaker.list(MAKER.pai, BEFORE, AFTER, dac.certificate())));
        assertRevoked(judge(chain, TestMaker.list(MAKER.paa, BEFORE, AFTER, MAKER.pai.certificate())));
    }

    @Test
    void aListThatNamesOthersSpeaksForTheDevice() {
        var other = MAKER.identity("OAK-8").certificate();
        var judgment = judgeIdentity(TestMaker.list(MAKER.identityIssuer, BEFORE, AFTER, other));
        assertTrue(codes(judgment).contains("attestation.not-revoked"));
        assertEquals(Grade.CLAIMED, judgment.grade());
    }

    @Test
    void anOldListStillRevokesAndSaysThatItIsOld() {
        var old = TestMaker.list(MAKER.identityIssuer, BEFORE, BEFORE.plus(Duration.ofDays(1)), identity.certificate());
        assertRevoked(judgeIdentity(old));
        assertTrue(codes(judgeIdentity(old)).contains("attestation.list-not-current"));
        var empty = TestMaker.list(MAKER.identityIssuer, AFTER, AFTER.plus(Duration.ofDays(1)));
        assertTrue(codes(judgeIdentity(empty)).contains("attestation.list-not-current"));
        assertFalse(codes(judgeIdentity(empty)).contains("attestation.not-revoked"));
    }

    @Test
    void aListThatSomebodyElseSignedSaysNothing() {
        var forger = new Owned(MAKER.identityIssuer.certificate(), TestMaker.newKeys());
        var judgment = judgeIdentity(TestMaker.list(forger, BEFORE, AFTER, identity.certificate()));
        assertTrue(codes(judgment).contains("attestation.list-of-others"));
        assertFalse(codes(judgment).contains("attestation.revoked"));
        assertEquals(Grade.CLAIMED, judgment.grade());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, -1})
    void aDamagedListIsRefused(int cut) {
        var list = TestMaker.list(MAKER.identityIssuer, BEFORE, AFTER, identity.certificate());
        var damaged = java.util.Arrays.copyOf(list, list.length - cut);
        assertTrue(codes(judgeIdentity(damaged)).contains("attestation.file-unreadable"));
    }
}
