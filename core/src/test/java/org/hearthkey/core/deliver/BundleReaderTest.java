package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hearthkey.core.deliver.Flaw.Code;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.transport.LocalTransport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleReaderTest {
    private static final long SEED = 20261122;
    private static BundleHome home;
    private static BundleHome stranger;
    private static Bundle bundle;
    private static ManifestSignatures signature;

    @TempDir
    Path stick;

    @BeforeAll
    static void makeHomes() {
        home = new BundleHome();
        stranger = new BundleHome();
        bundle = home.bundle();
        signature = home.sign(bundle);
    }

    @Test
    void aDeliveredBundleIsSound() throws IOException {
        Unchecked.write(stick, bundle, signature);
        var sound = assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, home.now));
        assertEquals(7, sound.manifest().number());
        assertEquals(home.now.plus(BundleHome.LIST_LIFE), sound.manifest().validUntil());
        assertEquals(home.root.certificate(), sound.root());
        assertEquals(
                List.of(
                        "crl-all.pem",
                        "lifeline/zones/lighting/2.pem",
                        "lifeline/zones/lighting/3.pem",
                        "manifest-key.der",
                        "orders.txt",
                        "probes/attic/lighting/canary/1.pem",
                        "probes/attic/lighting/canary/2.pem",
                        "probes/attic/lighting/canary/3.pem",
                        "probes/attic/lighting/control.pem",
                        "root-crl.pem",
                        "root.pem",
                        "services/anchor.pem",
                        "services/crl.pem",
                        "services/issuer.pem",
                        "zones/lighting/anchor.pem",
                        "zones/lighting/crl.pem",
                        "zones/lighting/issuer.pem",
                        "zones/security/anchor.pem",
                        "zones/security/crl.pem",
                        "zones/security/issuer.pem"),
                sound.manifest().entries().stream().map(Manifest.Entry::path).toList());
    }

    @Test
    void tellsWhoseBundleItIs() throws IOException {
        Unchecked.write(stick, bundle, signature);
        var ours = home.root.certificate().fingerprint();
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, home.now, ours));
        assertEquals(
                unsound(new Flaw(Code.ROOT_OTHER, "root.pem")),
                BundleReader.verify(stick, home.now, stranger.root.certificate().fingerprint()));
    }

    @Test
    void tellsWhoseSecondSignatureItIs() throws IOException {
        Unchecked.write(stick, bundle, signature);
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, home.now, by(home)));
        assertEquals(
                unsound(new Flaw(Code.SECOND_SIGNER_OTHER, "manifest-key.der")),
                BundleReader.verify(stick, home.now, by(stranger)));
        // Who forges the first signature puts a key of their own into the bundle.
        var forged = home.tampered(Map.of(BundleFile.SECOND_KEY, "")).with(stranger.second.publicKey());
        var signatures = new ManifestSignatures(home.cms(forged.manifest()), stranger.second.sign(forged.manifest()));
        Unchecked.write(stick, forged, signatures);
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, home.now));
        assertEquals(
                unsound(new Flaw(Code.SECOND_SIGNER_OTHER, "manifest-key.der")),
                BundleReader.verify(stick, home.now, by(home)));
    }

    private static BundleReader.Expected by(BundleHome signing) {
        return new BundleReader.Expected(
                Optional.of(home.root.certificate().fingerprint()),
                Optional.of(Fingerprint.of(MlDsaKey.spki(signing.second.publicKey()))));
    }

    @Test
    void saysThatThereIsNone() throws IOException {
        assertEquals(new BundleVerdict.Missing(), BundleReader.verify(stick, home.now));
        assertEquals(new BundleVerdict.Missing(), BundleReader.verify(stick.resolve("none"), home.now));
    }

    @Test
    void saysThatADeliveryWasInterrupted() throws IOException {
        Unchecked.write(stick, bundle, signature);
        Files.move(stick.resolve("hearthkey"), stick.resolve(".hearthkey-old"));
        assertEquals(new BundleVerdict.Interrupted(), BundleReader.verify(stick, home.now));
    }

    @Test
    void noticesEveryChangedByte() throws IOException {
        Unchecked.write(stick, bundle, signature);
        var random = new Random(SEED);
        for (var path : FolderContents.of(new LocalTransport(), stick.resolve("hearthkey"))
                .files()
                .keySet()) {
            var file = stick.resolve("hearthkey").resolve(path);
            var content = Files.readAllBytes(file);
            for (int i = 0; i < 10; i++) {
                var changed = content.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, changed);
                // A signature's unsigned parts may change without harm; nothing else may.
                var verdict = BundleReader.verify(stick, home.now);
                assertTrue(
                        verdict instanceof BundleVerdict.Unsound || path.equals("MANIFEST.p7s"), () -> path + verdict);
            }
            Files.write(file, content);
        }
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, home.now));
    }

    @Test
    void noticesWhatIsMissingCutOrAdded() throws IOException {
        Unchecked.write(stick, bundle, signature);
        var folder = stick.resolve("hearthkey");
        Files.delete(folder.resolve("zones/lighting/crl.pem"));
        Files.write(folder.resolve("zones/lighting/anchor.pem"), new byte[0]);
        Files.writeString(folder.resolve("zones/security/extra.pem"), "x");
        Files.createDirectories(folder.resolve("zones/garden"));
        Files.copy(folder.resolve("zones/security/crl.pem"), folder.resolve("zones/garden/crl.pem"));
        Files.createSymbolicLink(folder.resolve("zones/link"), stick);
        var flaws = flaws();
        assertTrue(
                flaws.containsAll(List.of(
                        new Flaw(Code.FILE_MISSING, "zones/lighting/crl.pem"),
                        new Flaw(Code.FILE_CHANGED, "zones/lighting/anchor.pem"),
                        new Flaw(Code.FILE_EXTRA, "zones/security/extra.pem"),
                        new Flaw(Code.FILE_EXTRA, "zones/garden/crl.pem"),
                        new Flaw(Code.FILE_LINK, "zones/link"))),
                flaws::toString);
    }

    @Test
    void doesNotReadAHugeFile() throws IOException {
        Unchecked.write(stick, bundle, signature);
        try (var sparse =
                new RandomAccessFile(stick.resolve("hearthkey/crl-all.pem").toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        assertTrue(flaws().contains(new Flaw(Code.FILE_TOO_LARGE, "crl-all.pem")));
    }

    @Test
    void aBundleWithoutManifestOrSignatureIsNone() throws IOException {
        Unchecked.write(stick, bundle, signature);
        Files.delete(stick.resolve("hearthkey/MANIFEST.p7s"));
        assertEquals(List.of(new Flaw(Code.FILE_MISSING, "MANIFEST.p7s")), flaws());
        Files.writeString(stick.resolve("hearthkey/MANIFEST.json"), "{}");
        assertEquals(List.of(new Flaw(Code.MANIFEST_MALFORMED, "MANIFEST.json")), flaws());
        Files.delete(stick.resolve("hearthkey/MANIFEST.json"));
        assertEquals(List.of(new Flaw(Code.FILE_MISSING, "MANIFEST.json")), flaws());
    }

    @Test
    void aSignatureOfAnotherBundleOrHomeDoesNotFit() throws IOException {
        var other = new Bundle(8, bundle.home(), bundle.created(), bundle.validUntil(), bundle.files());
        var refused = List.of(
                new Flaw(Code.MANIFEST_SIGNATURE, "MANIFEST.p7s"), new Flaw(Code.MANIFEST_SIGNATURE, "MANIFEST.mld"));
        assertEquals(refused, flaws(bundle, home.sign(other)));
        assertEquals(refused, flaws(bundle, stranger.sign(bundle)));
        assertEquals(refused, flaws(bundle, new ManifestSignatures(new byte[] {1, 2, 3}, new byte[] {1, 2, 3})));
    }

    @Test
    void theSecondSignatureCountsAsMuchAsTheFirst() throws IOException {
        var refused = List.of(new Flaw(Code.MANIFEST_SIGNATURE, "MANIFEST.mld"));
        var mld = stick.resolve("hearthkey/MANIFEST.mld");
        Unchecked.write(stick, bundle, signature);
        Files.write(mld, stranger.second.sign(bundle.manifest()));
        assertEquals(refused, flaws());
        Files.write(mld, home.second.sign(new byte[] {1, 2, 3}));
        assertEquals(refused, flaws());
        Files.write(mld, new byte[0]);
        assertEquals(refused, flaws());
        Files.delete(mld);
        assertEquals(List.of(new Flaw(Code.FILE_MISSING, "MANIFEST.mld")), flaws());
    }

    @Test
    void aManifestThatVouchesForNoSecondKeyOrForOneThatIsNoneIsRefused() throws IOException {
        var none = home.tampered(Map.of("manifest-key.der", ""));
        assertEquals(List.of(new Flaw(Code.FILE_MISSING, "manifest-key.der")), flaws(none, home.sign(none)));
        var spoiled = home.tampered(Map.of("manifest-key.der", "x"));
        assertEquals(List.of(new Flaw(Code.MANIFEST_SIGNATURE, "MANIFEST.mld")), flaws(spoiled, home.sign(spoiled)));
    }

    @Test
    void aSignatureByARevokedSignerDoesNotCount() throws IOException {
        var list = home.list(home.services, home.servicesKey, BundleHome.LIST_LIFE, home.signer.serial());
        var revoking = home.bundleWith(Published.of(home.services, list));
        assertEquals(List.of(new Flaw(Code.SIGNER_REVOKED, "MANIFEST.p7s")), flaws(revoking, home.sign(revoking)));
    }

    @Test
    void aRevokedIssuerIsUnfit() throws IOException {
        var revoking = home.withRevokedIssuer();
        assertEquals(
                List.of(new Flaw(Code.ISSUER_UNFIT, "zones/lighting/issuer.pem")),
                flaws(revoking, home.sign(revoking)));
    }

    @Test
    void aZoneWhoseIssuerIsRevokedIsLeftOutAndWithdrawn() throws IOException {
        var serial = home.lighting.certificate().serial();
        var list = home.list(home.root, home.rootKey, Duration.ofDays(400), serial);
        var withdrawing = home.bundleWith(Published.of(home.root, list));
        Unchecked.write(stick, withdrawing, home.sign(withdrawing));
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, home.now));
        assertTrue(withdrawing.files().stream().noneMatch(file -> file.path().contains("lighting")));
        var anchor = home.lighting.twin().orElseThrow().fingerprint().hex();
        assertEquals(
                "withdraw-anchor lighting " + anchor,
                Files.readString(stick.resolve("hearthkey/orders.txt"))
                        .lines()
                        .toList()
                        .getLast());
    }

    @Test
    void anIssuerOrAnchorOfAnotherHomeIsUnfitAlthoughSigned() throws IOException {
        var foreign = stranger.security;
        assertEquals(
                List.of(
                        new Flaw(Code.ISSUER_UNFIT, "zones/security/issuer.pem"),
                        new Flaw(Code.LIST_FOREIGN, "zones/security/crl.pem"),
                        new Flaw(Code.ANCHOR_UNFIT, "zones/security/anchor.pem")),
                flaws("zones/security/issuer.pem", foreign.certificate().pem()));
        assertEquals(
                List.of(new Flaw(Code.ANCHOR_UNFIT, "zones/security/anchor.pem")),
                flaws("zones/security/anchor.pem", foreign.twin().orElseThrow().pem()));
        // The issuer itself is no twin: it is signed by the root.
        assertEquals(
                List.of(new Flaw(Code.ANCHOR_UNFIT, "zones/security/anchor.pem")),
                flaws("zones/security/anchor.pem", home.security.certificate().pem()));
        assertEquals(
                List.of(new Flaw(Code.CERTIFICATE_MALFORMED, "zones/security/anchor.pem")),
                flaws("zones/security/anchor.pem", "-----BEGIN CERTIFICATE-----"));
    }

    @Test
    void aListOfAnotherIssuerIsForeignAlthoughSigned() throws IOException {
        var list = home.list(home.lighting, home.lightingKey, BundleHome.LIST_LIFE);
        var flaws = flaws("zones/security/crl.pem", list.pem());
        assertEquals(
                List.of(
                        new Flaw(Code.LIST_FOREIGN, "zones/security/crl.pem"),
                        new Flaw(Code.LISTS_DIFFER, "crl-all.pem")),
                flaws);
        assertTrue(
                flaws("zones/security/crl.pem", "x").contains(new Flaw(Code.LIST_MALFORMED, "zones/security/crl.pem")));
    }

    @Test
    void theFileOfAllListsHoldsEachListOnce() throws IOException {
        var all = home.published().stream()
                .map(published -> BundleHome.text(published.list().pem()))
                .toList();
        var differ = new Flaw(Code.LISTS_DIFFER, "crl-all.pem");
        assertTrue(flaws("crl-all.pem", "").contains(differ));
        assertTrue(flaws("crl-all.pem", String.join("", all.subList(0, 3))).contains(differ));
        assertTrue(flaws("crl-all.pem", String.join("", all.subList(1, 4))).contains(differ));
        var doubled = content("crl-all.pem") + content("zones/lighting/crl.pem");
        assertEquals(List.of(differ), flaws("crl-all.pem", doubled));
        assertTrue(flaws("crl-all.pem", home.root.certificate().pem())
                .contains(new Flaw(Code.LIST_MALFORMED, "crl-all.pem")));
    }

    @Test
    void nothingInItHasLapsed() throws IOException {
        Unchecked.write(stick, bundle, signature);
        var end = bundle.validUntil();
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, end));
        assertEquals(
                unsound(new Flaw(Code.LIST_LAPSED, "services/crl.pem")),
                BundleReader.verify(stick, end.plusSeconds(1)));
        assertTrue(((BundleVerdict.Unsound) BundleReader.verify(stick, end.plus(Duration.ofDays(57))))
                .flaws()
                .contains(new Flaw(Code.LIST_LAPSED, "zones/lighting/crl.pem")));
        var codes = codes(BundleReader.verify(stick, home.now.plus(Duration.ofDays(30 * 365))));
        assertTrue(
                codes.containsAll(
                        List.of(Code.ROOT_UNFIT, Code.ISSUER_UNFIT, Code.ANCHOR_UNFIT, Code.MANIFEST_SIGNATURE)),
                codes::toString);
        assertTrue(codes(BundleReader.verify(stick, Instant.EPOCH)).contains(Code.ROOT_UNFIT));
    }

    @Test
    void itsEndIsThatOfTheFirstListToLapse() throws IOException {
        var longer = new Bundle(
                7, bundle.home(), bundle.created(), bundle.validUntil().plusSeconds(1), bundle.files());
        assertEquals(List.of(new Flaw(Code.MANIFEST_END, "MANIFEST.json")), flaws(longer, home.sign(longer)));
    }

    /// What is wrong with the home's bundle when this file is another, the manifest signed with it.
    private List<Flaw> flaws(String path, String content) throws IOException {
        var files = new ArrayList<>(bundle.files());
        files.replaceAll(file -> file.path().equals(path) ? new BundleFile(path, content.getBytes(US_ASCII)) : file);
        var changed = new Bundle(7, bundle.home(), bundle.created(), bundle.validUntil(), files);
        return flaws(changed, home.sign(changed));
    }

    private List<Flaw> flaws(Bundle written, ManifestSignatures signed) throws IOException {
        Unchecked.write(stick, written, signed);
        return flaws();
    }

    private List<Flaw> flaws() throws IOException {
        return assertInstanceOf(BundleVerdict.Unsound.class, BundleReader.verify(stick, home.now))
                .flaws();
    }

    private static List<Code> codes(BundleVerdict verdict) {
        return assertInstanceOf(BundleVerdict.Unsound.class, verdict).flaws().stream()
                .map(Flaw::code)
                .toList();
    }

    private static BundleVerdict unsound(Flaw... flaws) {
        return new BundleVerdict.Unsound(List.of(flaws));
    }

    private static String content(String path) {
        return BundleHome.text(bundle, path);
    }
}
