package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearthkey.core.adopt.AdoptionUse;
import org.hearthkey.core.adopt.ForeignAuthorities;
import org.hearthkey.core.adopt.FoundAuthority;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Chain;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.BundleReader;
import org.hearthkey.core.deliver.BundleVerdict;
import org.hearthkey.core.intermediate.IntermediateApplication;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.recovery.CoreCodes;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.recovery.Shares;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other programs made goes on below a new root: their issuers below it, and a root and a zone that were taken over.
class RolloverBelowTest {
    private static final ZoneName WORKSHOP = new ZoneName("workshop");
    private static final ZoneName LAB = new ZoneName("lab");
    private static final ZoneName OLD_ZONE = new ZoneName("attic");

    private final TestHomes clock = new TestHomes();
    private final Passphrase root = TestHomes.rootPassphrase();

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void createsAHome() throws IOException {
        clock.pass(Duration.between(clock.instant(), Instant.now())); // what OpenSSL makes begins now
        home = clock.create(folder.resolve("Maple.hearth"));
    }

    @AfterEach
    void closesAll() {
        home.close();
        root.close();
    }

    private void begin() throws Exception {
        home.rootRollover()
                .begin(
                        RootSecret.of(root),
                        new NextRoot.InFile(
                                KeyProfile.P384, List.of(clock.homes().lockFor(root))));
    }

    private void finish() throws Exception {
        home.rootRollover().finish(RootSecret.of(root), 0);
    }

    private void certify(ZoneName name, int years) throws Exception {
        var request = Requests.of(Requests.newKeys(), "CN=step-ca");
        home.intermediates().sign(new IntermediateApplication(name, request, years), RootSecret.of(root));
    }

    private Certificate intermediate(ZoneName name) {
        return home.intermediates().find(name).orElseThrow().certificate();
    }

    @Test
    void issuersOfOtherProgramsGetACertificateFromTheNewRoot() throws Exception {
        certify(WORKSHOP, 3);
        certify(LAB, 5);
        home.intermediates().withdraw(LAB, Reason.CESSATION_OF_OPERATION, RootSecret.of(root));
        var before = intermediate(WORKSHOP);
        var takenBack = intermediate(LAB);
        begin();
        assertEquals(before, intermediate(WORKSHOP));
        finish();
        var after = intermediate(WORKSHOP);
        assertTrue(after.isSignedBy(home.issuers().root().certificate()));
        assertEquals(before.publicKey(), after.publicKey());
        assertEquals(before.subject(), after.subject());
        assertEquals(before.notAfter(), after.notAfter());
        assertNotEquals(before.serial(), after.serial());
        assertEquals(fences(before), fences(after));
        assertEquals(takenBack, intermediate(LAB));
        write("root.pem", home.issuers().root().certificate());
        write("workshop.pem", after);
        openssl("root.pem", "root.pem", "workshop.pem").accepts();
    }

    private static List<Byte> fences(Certificate issuer) {
        var bytes = issuer.x509().getExtensionValue("2.5.29.30");
        return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
    }

    @Test
    void whatHasEndedIsNotInTheWay() throws Exception {
        certify(WORKSHOP, 1);
        var before = intermediate(WORKSHOP);
        clock.pass(Duration.ofDays(6 * 365)); // the zones have ended too
        begin();
        finish();
        assertEquals(before, intermediate(WORKSHOP));
        assertFalse(home.rootRollover().isUnderWay());
    }

    /// Its key identifier is a SHA-1, and it names itself as it likes.
    @Test
    void aRootAndAZoneThatWereTakenOverGoOnBelowANewRoot() throws Exception {
        adoptRoot();
        var oldRoot = home.issuers().root().certificate();
        adoptZone();
        var oldZone = home.issuers().zone(OLD_ZONE).orElseThrow().issuer();
        begin();
        var rollover = home.rootRollover().state().orElseThrow();
        assertSound("early");
        finish();
        assertSound("late");
        var newZone = home.issuers().zone(OLD_ZONE).orElseThrow().issuer();
        assertEquals(oldZone.twin(), newZone.twin());
        assertEquals(oldZone.certificate().subject(), newZone.certificate().subject());

        write("old.pem", oldRoot);
        write("new.pem", rollover.newRoot());
        write("to-new.pem", newZone.certificate(), rollover.newWithOld());
        write("to-old.pem", oldZone.certificate(), rollover.oldWithNew());
        write("below-old.pem", oldZone.certificate());
        write("below-new.pem", newZone.certificate());
        openssl("old.pem", "below-old.pem", "lamp.pem").accepts();
        openssl("new.pem", "below-new.pem", "lamp.pem").accepts();
        openssl("old.pem", "to-new.pem", "lamp.pem").accepts();
        openssl("new.pem", "to-old.pem", "lamp.pem").accepts();
        openssl("old.pem", "below-new.pem", "lamp.pem").refuses("error");
        var leaf = read("lamp.pem");
        assertEquals(
                Optional.empty(),
                new Chain(leaf, newZone.certificate(), rollover.newWithOld()).complaint(oldRoot, clock.instant()));
        assertEquals(
                Optional.empty(),
                new Chain(leaf, oldZone.certificate(), rollover.oldWithNew())
                        .complaint(rollover.newRoot(), clock.instant()));
    }

    /// An RSA key is four times as long as ours, and so is what it signs.
    @Test
    void aRootThatWasTakenOverComesBackFromPaper() throws Exception {
        adoptRoot();
        var certificate = home.issuers().root().certificate();
        try (var passphrase = TestHomes.passphrase()) {
            var draft = home.recoverySheets()
                    .draft(SharePlan.TWO_OF_THREE, new LockSecret.Remembered(passphrase), RootSecret.of(root));
            draft.shares().forEach(draft::readBack);
            home.recoverySheets().keep(draft);
            var texts = CoreCodes.of(home.recoverySheets().core().orElseThrow());
            assertTrue(texts.size() <= 6, () -> texts.size() + " codes are more than a page");
            var codes = new CoreCodes();
            texts.forEach(codes::add);
            home.close();
            try (var secret = Shares.join(draft.shares().subList(0, 2))) {
                home = rebuild(codes.core().orElseThrow(), new LockSecret.Recovered(secret));
            }
        }
        assertEquals(certificate, home.issuers().root().certificate());
        assertTrue(home.issuers().services().certificate().isSignedBy(certificate));
        home.addZone(new ZoneName("garden"), RootSecret.of(root));
        assertSound("rebuilt");
    }

    private Home rebuild(SealedCore core, LockSecret.Recovered shares) throws Exception {
        try (var passphrase = TestHomes.passphrase()) {
            return clock.homes()
                    .rebuild(
                            folder.resolve("Rebuilt.hearth"),
                            Remains.of(core),
                            shares,
                            clock.homes().lockFor(passphrase),
                            new NewRoot.InFile(List.of(clock.homes().lockFor(root))),
                            _ -> {});
        }
    }

    private void adoptRoot() throws Exception {
        makeAuthority("old-root", "rsa:3072");
        try (var found = found("old-root", AdoptionUse.ROOT);
                var key = found.openKey(Optional.empty());
                var passphrase = TestHomes.passphrase()) {
            home.close();
            home = clock.homes()
                    .create(
                            folder.resolve("Old.hearth"),
                            new NewHome(new HomeName("Maple House"), List.of(TestHomes.LIGHTING)),
                            clock.homes().lockFor(passphrase),
                            new NewRoot.Adopted(
                                    found, key, List.of(clock.homes().lockFor(root))),
                            _ -> {});
        }
    }

    private void adoptZone() throws Exception {
        makeAuthority("old-zone", "rsa:2048");
        issueLamp();
        try (var found = found("old-zone", AdoptionUse.ZONE);
                var key = found.openKey(Optional.empty())) {
            home.zoneAdoption().add(OLD_ZONE, found, key, RootSecret.of(root));
        }
    }

    private FoundAuthority found(String name, AdoptionUse use) throws Exception {
        clock.pass(Duration.between(clock.instant(), Instant.now()).plusSeconds(1));
        return ForeignAuthorities.read(folder.resolve(name), use, Optional.empty());
    }

    private void makeAuthority(String name, String key) throws IOException {
        Files.createDirectories(folder.resolve(name).resolve("private"));
        Files.writeString(folder.resolve(name).resolve("index.txt"), "");
        Files.writeString(folder.resolve("authority.cnf"), """
            [req]
            distinguished_name = dn
            x509_extensions = authority
            [dn]
            [authority]
            basicConstraints = critical,CA:TRUE
            keyUsage = critical,keyCertSign,cRLSign
            subjectKeyIdentifier = hash
            """);
        Peer.of("openssl", folder)
                .run(
                        "req",
                        "-x509",
                        "-new",
                        "-nodes",
                        "-config",
                        "authority.cnf",
                        "-days",
                        "7000",
                        "-newkey",
                        key,
                        "-subj",
                        "/O=Old House/CN=" + name,
                        "-keyout",
                        name + "/private/cakey.pem",
                        "-out",
                        name + "/cacert.pem")
                .accepts();
    }

    private void issueLamp() throws IOException {
        Files.writeString(folder.resolve("lamp.ext"), """
            basicConstraints = critical,CA:FALSE
            subjectKeyIdentifier = hash
            authorityKeyIdentifier = keyid
            """);
        var openssl = Peer.of("openssl", folder);
        openssl.run(
                        "req",
                        "-new",
                        "-nodes",
                        "-newkey",
                        "rsa:2048",
                        "-config",
                        "authority.cnf",
                        "-subj",
                        "/CN=lamp",
                        "-keyout",
                        "lamp.key",
                        "-out",
                        "lamp.csr")
                .accepts();
        openssl.run(
                        "x509",
                        "-req",
                        "-in",
                        "lamp.csr",
                        "-CA",
                        "old-zone/cacert.pem",
                        "-CAkey",
                        "old-zone/private/cakey.pem",
                        "-days",
                        "30",
                        "-extfile",
                        "lamp.ext",
                        "-set_serial",
                        "0x1234567890abcdef1234567890abcd",
                        "-out",
                        "lamp.pem")
                .accepts();
    }

    private void assertSound(String name) throws Exception {
        var stick = Files.createDirectory(folder.resolve(name));
        clock.pass(Duration.ofMinutes(1));
        home.deliveries().export(stick);
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, clock.instant()));
    }

    private Peer.Answer openssl(String trusted, String untrusted, String certificate) {
        return Peer.of("openssl", folder)
                .run(
                        "verify",
                        "-attime",
                        Long.toString(clock.instant().getEpochSecond()),
                        "-CAfile",
                        trusted,
                        "-untrusted",
                        untrusted,
                        certificate);
    }

    private void write(String name, Certificate... certificates) throws IOException {
        Files.writeString(
                folder.resolve(name),
                Stream.of(certificates).map(Certificate::pem).collect(Collectors.joining()));
    }

    private Certificate read(String name) throws Exception {
        return Certificate.read(Files.readAllBytes(folder.resolve(name)));
    }
}
