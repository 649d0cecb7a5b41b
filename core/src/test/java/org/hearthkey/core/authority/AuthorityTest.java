package org.hearthkey.core.authority;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.certificate.Chain;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.Lint;
import org.hearthkey.core.certificate.ProductArc;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HomeId;
import org.junit.jupiter.api.Test;

class AuthorityTest {
    private static final SampleHome HOME = new SampleHome();
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void everyCertificateAndListIsFreeOfFindings() {
        var lamp = HOME.lamp("Desk lamp");
        for (var certificate : List.of(
                HOME.root.certificate(),
                HOME.services.certificate(),
                HOME.lighting.certificate(),
                HOME.lighting.twin().orElseThrow(),
                lamp,
                HOME.hub(),
                HOME.manifestSigner())) {
            assertEquals(List.of(), Lint.certificate(certificate), certificate.toString());
        }
        assertEquals(List.of(), Lint.deviceCertificate(lamp));
        assertEquals(List.of(), Lint.crl(HOME.list(HOME.lighting, HOME.lightingKey, 1)));
        assertEquals(List.of(), Lint.crl(HOME.list(HOME.lighting, HOME.lightingKey, 2, lamp.serial())));
    }

    @Test
    void theRootLastsTwentyYearsFromFiveMinutesAgo() {
        var root = HOME.root.certificate();
        assertEquals(HOME.now.minusSeconds(300), root.notBefore());
        assertEquals("P-384", root.publicKey().algorithm());
        assertEquals(1, root.x509().getBasicConstraints());
        assertEquals("SHA384withECDSA", root.x509().getSigAlgName());
        assertEquals("O=" + HOME.id + ",CN=Root R1", root.subject());
    }

    @Test
    void issuersEndWithTheirRoot() {
        var late = new Authority(HOME.id, InstantSource.fixed(HOME.now.plus(DAY.multipliedBy(365 * 18))), HOME.random);
        var root = HOME.root.certificate();
        var services = late.signServices(root, HOME.rootKey, HOME.servicesKey).issuer();
        assertEquals(root.notAfter(), services.notAfter());
    }

    @Test
    void aZonesCertificatesDifferOnlyInWhoSigned() {
        var issuer = HOME.lighting.certificate();
        var twin = HOME.lighting.twin().orElseThrow();
        assertEquals(issuer.publicKey(), twin.publicKey());
        assertEquals(issuer.subject(), twin.subject());
        assertTrue(twin.isSelfIssued());
        assertTrue(twin.isSignedBy(twin));
        for (var oid : List.of("2.5.29.30", "2.5.29.19", "2.5.29.15", "2.5.29.37", "2.5.29.14", "2.5.29.32")) {
            assertArrayEquals(issuer.x509().getExtensionValue(oid), twin.x509().getExtensionValue(oid), oid);
        }
        assertTrue(issuer.x509().getCriticalExtensionOIDs().contains("2.5.29.30"));
        assertFalse(issuer.x509().getCriticalExtensionOIDs().contains("2.5.29.32"));
        assertNotEquals(issuer.serial(), twin.serial());
    }

    @Test
    void aDeviceCertificateSaysWhatTheProfileWants() throws Exception {
        var draft = HOME.device("Desk lamp", SampleHome.LIGHTING, HOME.deviceKey.publicKey());
        var lamp = HOME.authority.signLeaf(HOME.lighting, HOME.lightingKey, draft);
        assertEquals("O=" + HOME.id + ",OU=zone lighting,CN=Desk lamp,SERIALNUMBER=" + draft.id(), lamp.subject());
        var x509 = lamp.x509();
        assertEquals(
                List.of(List.of(2, "desk-lamp.lighting.home.arpa")), List.copyOf(x509.getSubjectAlternativeNames()));
        assertEquals(List.of("1.3.6.1.5.5.7.3.2"), x509.getExtendedKeyUsage());
        assertEquals(Set.of("2.5.29.15", "2.5.29.19"), x509.getCriticalExtensionOIDs());
        assertEquals(-1, x509.getBasicConstraints());
        // An AKI of key identifier only is 24 octets: two headers and twenty bytes, in an octet string.
        assertEquals(26, x509.getExtensionValue("2.5.29.35").length);
        assertEquals(32, lamp.serial().hex().length());
        assertEquals(draft.notBefore(), lamp.notBefore());
        assertEquals(draft.notAfter(), lamp.notAfter());
        assertTrue(new String(x509.getEncoded(), StandardCharsets.ISO_8859_1)
                .contains("http://hub.home.arpa/crl/lighting.crl"));
    }

    @Test
    void theBundleSignerIsGoodForNothingElse() throws Exception {
        var signer = HOME.manifestSigner().x509();
        assertEquals(List.of(ProductArc.BUNDLE_SIGNING), signer.getExtendedKeyUsage());
        assertTrue(signer.getCriticalExtensionOIDs().contains("2.5.29.37"));
        assertEquals(Optional.empty(), Optional.ofNullable(signer.getSubjectAlternativeNames()));
    }

    @Test
    void theJdkHoldsTheTwinToItsZone() {
        var twin = HOME.lighting.twin().orElseThrow();
        var other = HOME.security.twin().orElseThrow();
        var lamp = HOME.lamp("Desk lamp");
        var list = HOME.list(HOME.lighting, HOME.lightingKey, 3, lamp.serial());
        assertEquals(Optional.empty(), new Chain(lamp, twin).complaint(twin, HOME.now));
        assertTrue(new Chain(lamp).complaint(other, HOME.now).isPresent());
        assertEquals(
                Optional.of("REVOKED"),
                new Chain(lamp).complaint(twin, HOME.now, List.of(list)).map(Chain.Complaint::reason));
        assertEquals(Optional.empty(), new Chain(HOME.lamp("Other lamp")).complaint(twin, HOME.now, List.of(list)));
    }

    @Test
    void aListCoversAWholeChain() {
        var lamp = HOME.lamp("Desk lamp");
        var lists = List.of(HOME.list(HOME.lighting, HOME.lightingKey, 4), HOME.list(HOME.root, HOME.rootKey, 4));
        var chain = new Chain(lamp, HOME.lighting.certificate());
        assertEquals(Optional.empty(), chain.complaint(HOME.root.certificate(), HOME.now, lists));
        var revoking = HOME.list(
                HOME.root, HOME.rootKey, 5, HOME.lighting.certificate().serial());
        assertEquals(
                Optional.of("REVOKED"),
                chain.complaint(HOME.root.certificate(), HOME.now, List.of(lists.getFirst(), revoking))
                        .map(Chain.Complaint::reason));
    }

    @Test
    void refusesALeafThatOutlivesItsIssuer() {
        var draft = HOME.device("Desk lamp", SampleHome.LIGHTING, HOME.deviceKey.publicKey());
        var end = HOME.lighting.certificate().notAfter();
        assertEquals(
                end,
                HOME.authority
                        .signLeaf(HOME.lighting, HOME.lightingKey, until(draft, end))
                        .notAfter());
        assertThrows(
                IllegalArgumentException.class,
                () -> HOME.authority.signLeaf(HOME.lighting, HOME.lightingKey, until(draft, end.plusSeconds(1))));
    }

    @Test
    void refusesWhatDoesNotBelongTogether() {
        var lamp = HOME.device("Desk lamp", SampleHome.LIGHTING, HOME.deviceKey.publicKey());
        var authority = HOME.authority;
        assertThrows(IllegalArgumentException.class, () -> authority.signLeaf(HOME.security, HOME.securityKey, lamp));
        assertThrows(IllegalArgumentException.class, () -> authority.signLeaf(HOME.services, HOME.servicesKey, lamp));
        assertThrows(IllegalArgumentException.class, () -> authority.signLeaf(HOME.root, HOME.rootKey, lamp));
        assertThrows(IllegalArgumentException.class, () -> authority.signLeaf(HOME.lighting, HOME.securityKey, lamp));
        assertThrows(IllegalArgumentException.class, () -> HOME.list(HOME.lighting, HOME.rootKey, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> authority.signServices(HOME.root.certificate(), HOME.lightingKey, HOME.servicesKey));
    }

    @Test
    void anotherHomesAuthorityIsStoppedByTheConstraints() {
        var stranger = new Authority(HomeId.random(HOME.random), InstantSource.fixed(HOME.now), HOME.random);
        var lamp = HOME.device("Desk lamp", SampleHome.LIGHTING, HOME.deviceKey.publicKey());
        var refusal =
                assertThrows(RehearsalException.class, () -> stranger.signLeaf(HOME.lighting, HOME.lightingKey, lamp));
        assertTrue(refusal.toString().contains("INVALID_NAME"), refusal.toString());
    }

    @Test
    void theRealKeyDoesNotSignWhatTheRehearsalRefuses() {
        var weak = PublicKeyInfo.parse(
                        HexFormat.of()
                                .parseHex(
                                        // The generator of P-192 as a public key.
                                        "3049301306072a8648ce3d020106082a8648ce3d030101033200"
                                            + "04188da80eb03090f67cbf20eb43a18800f4ff0afd82ff101207192b95ffc8da78631011ed6b24cdd573f977a11e794811"))
                .orElseThrow();
        var key = new CountingKey(HOME.lightingKey);
        assertThrows(
                RehearsalException.class,
                () -> HOME.authority.signLeaf(HOME.lighting, key, HOME.device("Weak lamp", SampleHome.LIGHTING, weak)));
        assertEquals(0, key.signatures);
        HOME.authority.signLeaf(
                HOME.lighting, key, HOME.device("Strong lamp", SampleHome.LIGHTING, HOME.deviceKey.publicKey()));
        assertEquals(1, key.signatures);
    }

    @Test
    void aWrongSignatureNeverLeaves() {
        var faulty = new CountingKey(HOME.lightingKey) {
            @Override
            public byte[] sign(byte[] message) throws GeneralSecurityException {
                return super.sign(new byte[] {1});
            }
        };
        var lamp = HOME.device("Desk lamp", SampleHome.LIGHTING, HOME.deviceKey.publicKey());
        assertThrows(SigningException.class, () -> HOME.authority.signLeaf(HOME.lighting, faulty, lamp));
        assertThrows(
                SigningException.class,
                () -> HOME.authority.signCrl(
                        HOME.lighting, faulty, new CrlDraft(BigInteger.ONE, HOME.now, HOME.now.plus(DAY), List.of())));
    }

    @Test
    void aListSaysEveryReasonButNoneForUnspecified() throws Exception {
        var entries = new ArrayList<RevokedEntry>();
        for (var reason : Reason.values()) {
            entries.add(new RevokedEntry(SerialNumber.random(HOME.random), HOME.now.minus(DAY), reason));
        }
        var list = HOME.authority.signCrl(
                HOME.lighting, HOME.lightingKey, new CrlDraft(BigInteger.TEN, HOME.now, HOME.now.plus(DAY), entries));
        assertEquals(Reason.values().length, list.size());
        assertEquals(BigInteger.TEN, list.number());
        assertEquals(HOME.now, list.thisUpdate());
        assertEquals(HOME.now.plus(DAY), list.nextUpdate());
        for (var entry : entries) {
            var found = list.x509().getRevokedCertificate(entry.serial().value());
            assertEquals(entry.reason() != Reason.UNSPECIFIED, found.hasExtensions());
            assertEquals(
                    entry.reason() == Reason.UNSPECIFIED ? "" : entry.reason().name(),
                    Optional.ofNullable(found.getRevocationReason())
                            .map(Enum::name)
                            .orElse(""));
        }
    }

    @Test
    void anEmptyListHasNoEntriesAtAll() {
        var list = HOME.list(HOME.security, HOME.securityKey, 1);
        assertEquals(0, list.size());
        assertTrue(list.isSignedBy(HOME.security.certificate()));
        assertTrue(list.isSignedBy(HOME.security.twin().orElseThrow()));
        assertFalse(list.isSignedBy(HOME.lighting.certificate()));
    }

    @Test
    void aListOfTenThousandIsReadBack() {
        var serials = new SerialNumber[10_000];
        for (int i = 0; i < serials.length; i++) {
            serials[i] = SerialNumber.random(HOME.random);
        }
        Crl list = HOME.list(HOME.lighting, HOME.lightingKey, 9, serials);
        assertEquals(serials.length, list.size());
        assertTrue(list.lists(serials[4711]));
    }

    @Test
    void listDraftsKeepTheirOrderInTime() {
        var later =
                List.of(new RevokedEntry(SerialNumber.random(HOME.random), HOME.now.plusSeconds(1), Reason.SUPERSEDED));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CrlDraft(BigInteger.ONE, HOME.now, HOME.now.plus(DAY), later));
        assertThrows(IllegalArgumentException.class, () -> new CrlDraft(BigInteger.ONE, HOME.now, HOME.now, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CrlDraft(BigInteger.ONE.negate(), HOME.now, HOME.now.plus(DAY), List.of()));
    }

    @Test
    void aDeviceIsNamedWithinItsZone() {
        var draft = HOME.device("Desk lamp", SampleHome.LIGHTING, HOME.deviceKey.publicKey());
        assertThrows(
                IllegalArgumentException.class,
                () -> new LeafDraft.DeviceLeaf(
                        draft.name(),
                        draft.id(),
                        draft.zone(),
                        new DnsName("lamp.security.home.arpa"),
                        1,
                        draft.key(),
                        draft.notBefore(),
                        draft.notAfter()));
    }

    private static LeafDraft until(LeafDraft.DeviceLeaf draft, Instant end) {
        return new LeafDraft.DeviceLeaf(
                draft.name(), draft.id(), draft.zone(), draft.dns(), 1, draft.key(), draft.notBefore(), end);
    }

    /// Counts how often it signs.
    private static class CountingKey implements SigningKey {
        private final SoftwareKey key;
        private int signatures;

        CountingKey(SoftwareKey key) {
            this.key = key;
        }

        @Override
        public KeyProfile profile() {
            return key.profile();
        }

        @Override
        public PublicKeyInfo publicKey() {
            return key.publicKey();
        }

        @Override
        public byte[] sign(byte[] message) throws GeneralSecurityException {
            signatures++;
            return key.sign(message);
        }

        @Override
        public void close() {
            key.close();
        }
    }
}
