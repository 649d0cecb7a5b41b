package org.hearthkey.core.attest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hearthkey.core.peer.TestMaker.BEGIN;
import static org.hearthkey.core.peer.TestMaker.NO_END;
import static org.hearthkey.core.peer.TestMaker.PRODUCT;
import static org.hearthkey.core.peer.TestMaker.VENDOR;
import static org.hearthkey.core.peer.TestMaker.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.home.Requests;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.peer.TestMaker;
import org.hearthkey.core.peer.TestMaker.Owned;
import org.hearthkey.core.peer.Tlvs;
import org.hearthkey.core.policy.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakerJudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final TestMaker MAKER = new TestMaker();
    private static final Owned HOME = MAKER.root(new org.bouncycastle.asn1.x500.X500Name("O=k3pw7xqa"), 1);

    private final Owned dac = MAKER.dac(VENDOR, PRODUCT);
    private final Owned identity = MAKER.identity("OAK-0042");
    private LabelClaim label = LabelClaim.NONE;
    private List<TrustAnchor> trusted = MAKER.anchors();
    private Optional<CertificateRequest> request = Optional.empty();

    @TempDir
    private Path folder;

    private Judgment judge(List<Shown> files) {
        return MakerJudge.judge(new MakerEvidence(files, label, request, List.of(HOME.certificate()), trusted, NOW));
    }

    private Judgment judge(Shown... files) {
        return judge(List.of(files));
    }

    private static List<String> codes(Judgment judgment) {
        return judgment.findings().stream().map(Finding::code).toList();
    }

    private List<Shown> matter() {
        return List.of(
                shown("dac", dac.certificate()),
                shown("pai", MAKER.pai.certificate()),
                new Shown("cd", MAKER.declaration(VENDOR, PRODUCT)));
    }

    private void asks(KeyPair keys) {
        request = Optional.of(Requests.of(keys, "CN=lamp"));
    }

    @Test
    void nothingShownIsNoGradeAndNoFinding() {
        assertEquals(Judgment.NOTHING_SHOWN, judge());
    }

    @Test
    void genuineCertificatesAreOnlyAClaim() {
        var judgment = judge(matter());
        assertEquals(Grade.CLAIMED, judgment.grade());
        assertEquals("key-not-shown", judgment.reason());
        assertEquals(
                List.of("attestation.matter-genuine", "attestation.declaration-verified", "attestation.key-not-shown"),
                codes(judgment));
        assertEquals(Optional.of(MAKER.anchors().getFirst()), judgment.anchor());
    }

    @Test
    void theirKeyUnderTheRequestAttests() {
        asks(dac.keys());
        var judgment = judge(matter());
        assertEquals(Grade.ATTESTED, judgment.grade());
        assertEquals("proven", judgment.reason());
    }

    @Test
    void aForgedRequestForTheirKeyProvesNothing() {
        request = Optional.of(Requests.forged(dac.keys(), Requests.newKeys(), "CN=lamp"));
        assertEquals(Grade.CLAIMED, judge(matter()).grade());
    }

    @Test
    void theirKeyUnderAMessageWithTheRequestAttests() {
        asks(Requests.newKeys());
        var files = new ArrayList<>(matter());
        files.add(new Shown(
                "signed",
                TestMaker.message(
                        dac, "1.2.840.113549.1.7.1", request.orElseThrow().der().bytes(), List.of())));
        assertEquals(Grade.ATTESTED, judge(files).grade());
        asks(Requests.newKeys());
        assertEquals("key-not-shown", judge(files).reason());
    }

    @Test
    void withoutADeclarationAMatterDeviceIsOnlyAClaim() {
        asks(dac.keys());
        var judgment = judge(matter().subList(0, 2));
        assertEquals(Grade.CLAIMED, judgment.grade());
        assertEquals("declaration-missing", judgment.reason());
    }

    @Test
    void aDeclarationOfAnUnknownSignerIsNone() {
        asks(dac.keys());
        trusted = trusted.stream()
                .filter(anchor -> anchor.use() != AnchorUse.DECLARATION)
                .toList();
        var judgment = judge(matter());
        assertEquals("declaration-missing", judgment.reason());
        assertTrue(codes(judgment).contains("attestation.declaration-not-trusted"));
    }

    @Test
    void aRootThatIsNotOnTheListVouchesForNothing() {
        trusted = List.of();
        var judgment = judge(matter());
        assertEquals(Grade.NONE, judgment.grade());
        assertEquals("not-trusted", judgment.reason());
    }

    @Test
    void aRootForIdentitiesDoesNotVouchForMatter() {
        trusted = List.of(new TrustAnchor(AnchorUse.IDENTITY, MAKER.paa.certificate(), BEGIN));
        assertEquals("not-trusted", judge(matter()).reason());
    }

    @Test
    void theLabelMustNameTheSameProduct() {
        label = new LabelClaim(Optional.of(VENDOR), Optional.of(PRODUCT), Optional.empty());
        assertTrue(codes(judge(matter())).contains("attestation.label-equal"));
        label = new LabelClaim(Optional.of(VENDOR), Optional.of("A002"), Optional.empty());
        var judgment = judge(matter());
        assertEquals(Grade.NONE, judgment.grade());
        assertEquals("contradicted", judgment.reason());
        assertTrue(codes(judgment).contains("attestation.label-differs"));
    }

    @Test
    void aDeclarationForAnotherProductContradicts() {
        var files = new ArrayList<>(matter().subList(0, 2));
        files.add(new Shown("cd", MAKER.declaration(VENDOR, "A002")));
        assertTrue(codes(judge(files)).contains("attestation.declaration-differs"));
    }

    @Test
    void aDeclarationWithAnOriginNamesWhatIsSold() {
        var origin = Tlvs.of(0x25, new byte[] {9, 0x49, 0x13}, Tlvs.number(10, PRODUCT));
        var content = TestMaker.content("2222", "B001", 2, origin);
        var files = new ArrayList<>(matter().subList(0, 2));
        files.add(new Shown("cd", TestMaker.declaration(MAKER.declarationSigner, content)));
        label = new LabelClaim(Optional.of("2222"), Optional.of("B001"), Optional.empty());
        assertTrue(codes(judge(files)).contains("attestation.label-equal"));
    }

    @Test
    void aDeclarationMayNameTheRoots() {
        var other = Tlvs.of(0x36, new byte[] {11, 0x10, 20}, new byte[20], new byte[] {0x18});
        var files = new ArrayList<>(matter().subList(0, 2));
        files.add(new Shown(
                "cd", TestMaker.declaration(MAKER.declarationSigner, TestMaker.content(VENDOR, PRODUCT, 2, other))));
        assertTrue(codes(judge(files)).contains("attestation.declaration-differs"));
    }

    @Test
    void aForgedDeclarationContradicts() {
        var cd = MAKER.declaration(VENDOR, PRODUCT);
        var forged = TestMaker.declaration(
                new Owned(MAKER.declarationSigner.certificate(), TestMaker.newKeys()),
                TestMaker.content(VENDOR, PRODUCT, 2, new byte[0]));
        var id = TestMaker.keyId(MAKER.declarationSigner.keys());
        int at = indexOf(forged, new byte[] {(byte) 0x80, 20}) + 2;
        System.arraycopy(id, 0, forged, at, id.length);
        var files = new ArrayList<>(matter().subList(0, 2));
        files.add(new Shown("cd", forged));
        assertTrue(codes(judge(files)).contains("attestation.declaration-forged"));
        assertTrue(cd.length > 0);
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i < bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Not there");
    }

    @Test
    void aDeclarationForTryingOutIsNone() {
        asks(dac.keys());
        var files = new ArrayList<>(matter().subList(0, 2));
        files.add(new Shown(
                "cd",
                TestMaker.declaration(MAKER.declarationSigner, TestMaker.content(VENDOR, PRODUCT, 0, new byte[0]))));
        var judgment = judge(files);
        assertTrue(codes(judgment).contains("attestation.declaration-unofficial"));
        assertEquals(Grade.CLAIMED, judgment.grade());
    }

    @Test
    void anIssuerOfTheSameNameWithAnotherKeyIsALookAlike() {
        var other = MAKER.issue(
                MAKER.paa,
                TestMaker.name("Oak PAI", VENDOR, ""),
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                Optional.of(0),
                BEGIN,
                NO_END);
        var judgment = judge(shown("dac", dac.certificate()), shown("pai", other.certificate()));
        assertEquals(List.of("attestation.look-alike"), codes(judgment));
        assertEquals("contradicted", judgment.reason());
    }

    @Test
    void aVendorForTryingOutIsRefused() {
        var pai = MAKER.issue(
                MAKER.paa,
                TestMaker.name("Oak PAI", "FFF1", ""),
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                Optional.of(0),
                BEGIN,
                NO_END);
        var judgment =
                judge(shown("dac", MAKER.dac(pai, "FFF1", PRODUCT).certificate()), shown("pai", pai.certificate()));
        assertEquals(List.of("attestation.test-vendor"), codes(judgment));
    }

    /// Key identifiers can be copied; the signature cannot.
    @Test
    void aCertificateWithACopiedKeyIdentifierIsForged() {
        var impostor = new Owned(MAKER.pai.certificate(), TestMaker.newKeys());
        var forged = MAKER.dac(impostor, VENDOR, PRODUCT).certificate().der().bytes();
        var copied = TestMaker.keyId(MAKER.pai.keys());
        var wrong = TestMaker.keyId(impostor.keys());
        System.arraycopy(copied, 0, forged, indexOf(forged, wrong), copied.length);
        var judgment = judge(new Shown("dac", forged), shown("pai", MAKER.pai.certificate()));
        assertEquals(List.of("attestation.rule-broken"), codes(judgment));
        assertEquals("signature", judgment.findings().getFirst().facts().get(1));
    }

    @Test
    void aFileThatIsNothingOfTheKindIsRefused() {
        var files = new ArrayList<>(matter());
        files.add(new Shown("photo.jpg", new byte[] {1, 2, 3}));
        assertTrue(codes(judge(files)).contains("attestation.file-unreadable"));
    }

    @Test
    void opensslAcceptsTheSameChains() throws Exception {
        var openssl = Peer.of("openssl", folder);
        write("root.pem", MAKER.paa.certificate());
        write("pai.pem", MAKER.pai.certificate());
        write("dac.pem", dac.certificate());
        openssl.run("verify", "-x509_strict", "-CAfile", "root.pem", "-untrusted", "pai.pem", "dac.pem")
                .accepts();
        write("maker.pem", MAKER.identityRoot.certificate());
        write("line.pem", MAKER.identityIssuer.certificate());
        write("identity.pem", identity.certificate());
        openssl.run("verify", "-x509_strict", "-CAfile", "maker.pem", "-untrusted", "line.pem", "identity.pem")
                .accepts();
        Files.write(folder.resolve("voucher.p7"), voucher("OAK-0042", ""));
        openssl.run(
                        "cms",
                        "-verify",
                        "-inform",
                        "DER",
                        "-in",
                        "voucher.p7",
                        "-CAfile",
                        "maker.pem",
                        "-purpose",
                        "any",
                        "-certfile",
                        "line.pem")
                .accepts();
    }

    private void write(String name, Certificate certificate) throws Exception {
        Files.writeString(folder.resolve(name), certificate.pem());
    }

    private List<Shown> identityFiles() {
        return List.of(shown("identity", identity.certificate()), shown("line", MAKER.identityIssuer.certificate()));
    }

    private byte[] voucher(String serial, String more) {
        return voucher(serial, HOME, more);
    }

    private byte[] voucher(String serial, Owned home, String more) {
        var json = "{\"ietf-voucher:voucher\":{\"created-on\":\"2026-11-01T00:00:00Z\",\"assertion\":\"logged\","
                + "\"serial-number\":\"" + serial + "\",\"pinned-domain-cert\":\""
                + Base64.getEncoder().encodeToString(home.certificate().der().bytes())
                + "\"" + more + "}}";
        return TestMaker.message(
                MAKER.identityIssuer,
                Voucher.CONTENT_TYPE,
                json.getBytes(UTF_8),
                List.of(MAKER.identityIssuer.certificate()));
    }

    private List<String> withVoucher(byte[] voucher) {
        var files = new ArrayList<>(identityFiles());
        files.add(new Shown("voucher", voucher));
        return codes(judge(files));
    }

    @Test
    void aDeviceIdentityIsAttestedByItsKey() {
        assertEquals(Grade.CLAIMED, judge(identityFiles()).grade());
        asks(identity.keys());
        label = new LabelClaim(Optional.empty(), Optional.empty(), Optional.of("OAK-0042"));
        var judgment = judge(identityFiles());
        assertEquals(Grade.ATTESTED, judgment.grade());
        assertEquals(
                List.of("attestation.identity-genuine", "attestation.serial-equal", "attestation.key-shown"),
                codes(judgment));
        assertEquals(
                Optional.of(new DeviceIdentity.Hardware("1.3.6.1.4.1.37244.9", "01020304")),
                DeviceIdentity.of(identity.certificate()).hardware());
    }

    @Test
    void theLabelMustHaveTheSameSerialNumber() {
        label = new LabelClaim(Optional.empty(), Optional.empty(), Optional.of("OAK-0043"));
        var judgment = judge(identityFiles());
        assertEquals(Grade.NONE, judgment.grade());
        assertTrue(codes(judgment).contains("attestation.serial-differs"));
    }

    @Test
    void anIdentityWithoutItsIssuersLeadsNowhere() {
        assertEquals("not-trusted", judge(identityFiles().subList(0, 1)).reason());
    }

    @Test
    void aVoucherIsForThisDeviceAndThisHome() {
        assertTrue(withVoucher(voucher("OAK-0042", "")).contains("attestation.voucher-verified"));
        assertTrue(withVoucher(voucher("OAK-0042", ",\"expires-on\":\"2027-01-01T00:00:00Z\""))
                .contains("attestation.voucher-verified"));
        assertTrue(withVoucher(voucher("OAK-0043", "")).contains("attestation.voucher-serial-differs"));
        assertTrue(withVoucher(voucher("OAK-0042", MAKER.identityRoot, "")).contains("attestation.voucher-other-home"));
        assertTrue(withVoucher(voucher("OAK-0042", ",\"expires-on\":\"2026-11-02T00:00:00Z\""))
                .contains("attestation.voucher-ended"));
    }

    @Test
    void aVoucherThatExpiresHasNoNonce() {
        var nonce = ",\"nonce\":\"AAECAwQFBgc=\"";
        assertTrue(withVoucher(voucher("OAK-0042", nonce)).contains("attestation.voucher-verified"));
        assertTrue(withVoucher(voucher("OAK-0042", nonce + ",\"expires-on\":\"2027-01-01T00:00:00Z\""))
                .contains("attestation.voucher-unreadable"));
        assertTrue(withVoucher(voucher("OAK-0042", nonce + nonce)).contains("attestation.voucher-unreadable"));
    }

    @Test
    void aVoucherBySomebodyElseIsForged() {
        var impostor = new Owned(MAKER.identityIssuer.certificate(), TestMaker.newKeys());
        var json = "{\"ietf-voucher:voucher\":{\"created-on\":\"2026-11-01T00:00:00Z\",\"assertion\":\"logged\","
                + "\"serial-number\":\"OAK-0042\",\"pinned-domain-cert\":\""
                + Base64.getEncoder().encodeToString(HOME.certificate().der().bytes()) + "\"}}";
        var message = TestMaker.message(impostor, Voucher.CONTENT_TYPE, json.getBytes(UTF_8), List.of());
        assertTrue(withVoucher(message).contains("attestation.voucher-forged"));
    }
}
