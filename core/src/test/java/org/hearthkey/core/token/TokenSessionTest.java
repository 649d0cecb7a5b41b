package org.hearthkey.core.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.KeyAgreement;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.peer.SoftHsm;
import org.hearthkey.core.seal.TokenPoint;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenSessionTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    private final SecureRandom random = new SecureRandom();
    private SoftHsm hsm;
    private SoftHsm.Token device;
    private Tokens tokens;

    @BeforeEach
    void takesATokenThatNobodyUsed() {
        hsm = SoftHsm.here();
        device = hsm.take();
        tokens = new Tokens(List.of(hsm.module()));
    }

    @Test
    void aKeyMadeOnATokenSignsThereAndIsNeverShown() throws Exception {
        try (var session = open()) {
            var made = session.make(TokenUse.ROOT, "root", random);
            try (var key = session.signing(made, random)) {
                assertVerifies(key);
            }
        }
        hsm.objects(device)
                .says("Private Key Object; EC")
                .says("Usage:      sign\n")
                .says("sensitive, always sensitive, never extractable, local")
                .says("Certificate Object");
    }

    @Test
    void aKeyIsFoundAgainByItsUriAndByItsPublicHalf() throws Exception {
        StoredKey made;
        try (var session = open()) {
            made = session.make(TokenUse.ROOT, "the root; of Maple=House", random);
        }
        try (var session = open()) {
            var uri = TokenUri.parse(made.uri().text()).orElseThrow();
            assertEquals(made.publicKey(), session.find(uri).orElseThrow().publicKey());
            assertEquals(made.uri(), session.find(made.publicKey()).uri());
            try (var key = session.signing(session.find(uri).orElseThrow(), random)) {
                assertVerifies(key);
            }
        }
    }

    @Test
    void agreesOnWhatTheOtherSideComputes() throws Exception {
        try (var session = open()) {
            var key = session.agreeing(session.make(TokenUse.UNLOCK, "door", random), random);
            // Often enough to meet a secret that begins with a zero.
            for (int i = 0; i < 300; i++) {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                var ephemeral = generator.generateKeyPair();
                var other = KeyAgreement.getInstance("ECDH");
                other.init(ephemeral.getPrivate());
                other.doPhase(key.point().publicKey(), true);
                try (var agreed = key.agree(TokenPoint.of((ECPublicKey) ephemeral.getPublic()))) {
                    assertArrayEquals(other.generateSecret(), agreed.<byte[], RuntimeException>use(byte[]::clone));
                }
            }
        }
        hsm.objects(device).says("Usage:      derive\n").says("never extractable");
    }

    @Test
    void aKeyThatAgreesDoesNotSignAndTheOtherWayRound() throws Exception {
        try (var session = open()) {
            var door = session.make(TokenUse.UNLOCK, "door", random);
            var root = session.make(TokenUse.ROOT, "root", random);
            assertTrouble(TokenTrouble.UNSUITABLE_KEY, () -> session.signing(door, random));
            assertTrouble(TokenTrouble.UNSUITABLE_KEY, () -> session.agreeing(root, random));
        }
    }

    @Test
    void aKeyThatCouldBeTakenOutIsNotTakenForTheRoot() throws Exception {
        hsm.program("pkcs11-tool")
                .run(
                        "--module",
                        hsm.module().toString(),
                        "--token-label",
                        device.label(),
                        "--login",
                        "--pin",
                        SoftHsm.PIN,
                        "--keypairgen",
                        "--key-type",
                        "EC:secp384r1",
                        "--extractable",
                        "--label",
                        "loose",
                        "--id",
                        "01")
                .accepts();
        try (var session = open()) {
            var loose = session.find(TokenUri.parse("pkcs11:object=loose").orElseThrow())
                    .orElseThrow();
            assertTrouble(TokenTrouble.KEY_NOT_KEPT, () -> session.signing(loose, random));
        }
    }

    @Test
    void aKeyThatWantsItsPinForEveryUseIsRefusedBeforeItIsAsked() throws Exception {
        keyOfAnotherProgram("--always-auth", "--label", "9c", "--id", "02");
        try (var session = open()) {
            var key =
                    session.find(TokenUri.parse("pkcs11:id=%02").orElseThrow()).orElseThrow();
            assertTrouble(TokenTrouble.UNSUITABLE_KEY, () -> session.signing(key, random));
        }
    }

    @Test
    void aKeyThatAnotherProgramMadeWithoutACertificateSignsToo() throws Exception {
        keyOfAnotherProgram("--label", "made elsewhere", "--id", "0a0b");
        try (var session = open()) {
            var found = session.find(TokenUri.parse("pkcs11:id=%0A%0b").orElseThrow())
                    .orElseThrow();
            try (var key = session.signing(found, random)) {
                assertVerifies(key);
            }
        }
    }

    private void keyOfAnotherProgram(String... options) {
        var arguments = new ArrayList<>(List.of(
                "--module",
                hsm.module().toString(),
                "--token-label",
                device.label(),
                "--login",
                "--pin",
                SoftHsm.PIN,
                "--keypairgen",
                "--key-type",
                "EC:secp384r1",
                "--usage-sign",
                "--sensitive"));
        arguments.addAll(List.of(options));
        hsm.program("pkcs11-tool").run(arguments.toArray(String[]::new)).accepts();
    }

    @Test
    void aWrongPinIsWrongAlsoAfterARightOne() throws Exception {
        open().close();
        assertTrouble(TokenTrouble.WRONG_PIN_FEW_LEFT, () -> open("4321"));
        try (var session = open()) {
            assertEquals(List.of(), session.keys());
            assertTrouble(TokenTrouble.WRONG_PIN_FEW_LEFT, () -> open("4321"));
        }
        open().close();
    }

    @Test
    void aTokenThatIsPulledBeforeSigningIsCalledPulled() throws Exception {
        try (var session = open()) {
            var key = session.signing(session.make(TokenUse.ROOT, "root", random), random);
            device.pull();
            var failed = assertThrows(SignatureException.class, () -> key.sign(MESSAGE));
            assertEquals(
                    TokenTrouble.PULLED,
                    assertInstanceOf(TokenException.class, failed.getCause()).trouble());
            assertTrouble(TokenTrouble.PULLED, () -> session.make(TokenUse.ROOT, "second", random));
            assertTrouble(TokenTrouble.NO_TOKEN, this::open);
        }
    }

    @Test
    void aTokenThatIsPluggedInAgainSignsAgain() throws Exception {
        StoredKey made;
        try (var session = open()) {
            made = session.make(TokenUse.ROOT, "root", random);
            device.pull();
        }
        device.plugIn();
        try (var session = open();
                var key = session.signing(session.find(made.publicKey()), random)) {
            assertVerifies(key);
        }
    }

    @Test
    void twoTokensOfOneLabelAreToldApartByTheirSerialNumbers() throws Exception {
        var both = TokenUri.parse("pkcs11:token=" + SoftHsm.TWINS).orElseThrow();
        assertTrouble(TokenTrouble.SEVERAL_TOKENS, () -> tokens.find(both));
        var twins = tokens.all().stream()
                .filter(token -> token.facts().label().equals(SoftHsm.TWINS))
                .toList();
        assertEquals(2, twins.size());
        for (var twin : twins) {
            assertEquals(twin.facts(), tokens.find(twin.uri()).facts());
        }
    }

    @Test
    void aKeyOfAnotherTokenIsNotFound() throws Exception {
        PublicKeyInfo elsewhere;
        try (var session = open()) {
            elsewhere = session.make(TokenUse.ROOT, "root", random).publicKey();
        }
        device = hsm.take();
        try (var session = open()) {
            assertTrouble(TokenTrouble.NO_KEY, () -> session.find(elsewhere));
        }
    }

    @Test
    void aRootKeyOfAFileIsCopiedAndKept() throws Exception {
        try (var original = SoftwareKey.generate(KeyProfile.P384, random);
                var session = open()) {
            var copy = session.copy(original, "copy", random);
            assertEquals(original.publicKey(), copy.publicKey());
            try (var key = session.signing(copy, random)) {
                assertVerifies(key);
            }
        }
        hsm.objects(device).says("Access:     sensitive\n");
    }

    @Test
    void aRemovedKeyIsGone() throws Exception {
        try (var session = open()) {
            var made = session.make(TokenUse.ROOT, "root", random);
            session.remove(made);
            assertEquals(List.of(), session.keys());
        }
        assertEquals(
                "",
                hsm.objects(device)
                        .text()
                        .lines()
                        .filter(line -> line.contains("Object"))
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void whatIsNoModuleIsSaidSo() {
        assertTrouble(TokenTrouble.NO_MODULE, () -> new Tokens(List.of()).all());
        assertTrouble(TokenTrouble.NO_MODULE, () -> new Tokens(List.of(device.folder())).all());
        assertTrouble(
                TokenTrouble.NO_MODULE, () -> new Tokens(List.of(device.folder().resolve("missing.so"))).all());
    }

    private TokenSession open() throws TokenException {
        return open(SoftHsm.PIN);
    }

    private TokenSession open(String digits) throws TokenException {
        try (var pin = new Passphrase(digits.toCharArray())) {
            return tokens.find(TokenUri.parse(device.uri()).orElseThrow()).open(pin);
        }
    }

    private static void assertVerifies(SigningKey key) throws GeneralSecurityException {
        var verifier = Signature.getInstance(key.profile().signatureAlgorithm());
        verifier.initVerify(key.publicKey().jca());
        verifier.update(MESSAGE);
        assertTrue(verifier.verify(key.sign(MESSAGE)));
    }

    private interface Attempt {
        Object make() throws Exception;
    }

    private static void assertTrouble(TokenTrouble expected, Attempt attempt) {
        assertEquals(expected, assertThrows(TokenException.class, attempt::make).trouble());
    }
}
