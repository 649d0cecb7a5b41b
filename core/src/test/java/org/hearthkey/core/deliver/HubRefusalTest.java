package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.hearthkey.core.authority.LeafDraft;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.peer.TestMaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bundles that a hub must not take: each is refused with its reason, and the servers' files stay as they were.
class HubRefusalTest {
    private static HubHome home;

    @TempDir
    Path folder;

    private HubMachine hub;
    private SortedMap<String, String> before;
    private HubBundle next;

    @BeforeAll
    static void makeHome() {
        home = new HubHome();
    }

    @BeforeEach
    void takeAFirstBundle() throws IOException {
        hub = new HubMachine(folder).setUp(home);
        hub.option("RELOAD=echo told >>" + folder.resolve("log"));
        hub.take().accepts();
        before = hub.inForce();
        next = HubBundle.of(home, 2, hub.proberKey());
    }

    @AfterEach
    void nothingHasChanged() throws IOException {
        assertEquals(before, hub.inForce());
        assertEquals("told\n", Files.readString(folder.resolve("log")));
    }

    private void refused(String why, String sentence) throws IOException {
        hub.take().refuses(sentence).says("the servers go on with bundle 1");
        hub.receipt()
                .says("state", "refused")
                .says("why", why)
                .says("bundleNumber", 1L)
                .listed("lighting", 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zones/lighting/crl.pem", "crl-all.pem", "lifeline/services/201.pem", "root.pem"})
    void aFileThatIsHalfThere(String path) throws IOException {
        var file = next.write(hub.stick).resolve(path);
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        refused("incomplete", "only half there");
    }

    @Test
    void aFileWithOneChangedByte() throws IOException {
        var file = next.write(hub.stick).resolve("zones/lighting/crl.pem");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        refused("incomplete", "not as it was signed");
    }

    @Test
    void aFileThatIsMissing() throws IOException {
        Files.delete(next.write(hub.stick).resolve("zones/security/crl.pem"));
        refused("incomplete", "zones/security/crl.pem is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.txt",
                "root-crl.pem",
                "crl-all.pem",
                "manifest-key.der",
                "services/issuer.pem",
                "services/crl.pem",
                "zones/lighting/anchor.pem",
                "zones/lighting/issuer.pem"
            })
    void aFileThatWasNotEvenSigned(String path) throws IOException {
        next.without(path).write(hub.stick);
        refused("incomplete", path + " is missing");
    }

    @Test
    void aFileThatNobodySigned() throws IOException {
        Files.writeString(next.write(hub.stick).resolve("zones/lighting/key.pem"), "x");
        refused("foreign", "zones/lighting/key.pem, which was not signed");
    }

    @Test
    void aLink() throws IOException {
        var link = next.write(hub.stick).resolve("zones/lighting/crl.pem");
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("/etc/passwd"));
        refused("foreign", "holds a link");
    }

    @Test
    void aManifestThatNamesWhatNoBundleHas() throws IOException {
        next.add("zones/lighting/notes.pem", "x").write(hub.stick);
        refused("foreign", "which no bundle has");
    }

    @Test
    void aManifestInAnotherSpelling() throws IOException {
        var spelled = HubHome.ascii(new String(next.manifest(), US_ASCII).replace(",\"created\"", ", \"created\""));
        next.write(hub.stick, spelled, home.signBundle(spelled));
        refused("signature", "manifest is damaged");
    }

    @Test
    void aManifestThatWasChanged() throws IOException {
        var changed = HubHome.ascii(
                new String(next.manifest(), US_ASCII).replace("\"bundleNumber\":2", "\"bundleNumber\":3"));
        next.write(hub.stick, changed, home.signBundle(next.manifest()));
        refused("signature", "was not signed by this home");
    }

    @Test
    void aHalfManifest() throws IOException {
        var half = Arrays.copyOf(next.manifest(), 500);
        next.write(hub.stick, half, home.signBundle(half));
        refused("signature", "manifest is damaged");
    }

    @Test
    void anotherHomesBundle() throws IOException {
        HubBundle.of(new HubHome(), 2, hub.proberKey()).write(hub.stick);
        refused("signature", "was not signed by this home");
    }

    /// Even where the system trusts the other home's root: OpenSSL would ask its own folder of authorities.
    @Test
    void anotherHomesBundleWhoseRootTheSystemTrusts() throws IOException {
        var other = new HubHome();
        var trusted = Files.createDirectory(folder.resolve("trusted"));
        Files.writeString(
                trusted.resolve("other.pem"), other.root.issuer().certificate().pem());
        Peer.of("openssl", folder).run("rehash", "trusted").accepts();
        HubBundle.of(other, 2, hub.proberKey()).write(hub.stick);
        hub.tool("openssl", "export SSL_CERT_DIR=" + trusted + "\nexec /usr/bin/openssl \"$@\"");
        refused("signature", "was not signed by this home");
    }

    @Test
    void aBundleThatADeviceSigned() throws IOException {
        signedBy(home.lighting, "may not sign bundles");
    }

    @Test
    void aBundleThatAHubSigned() throws IOException {
        signedBy(home.services, "may not sign bundles");
    }

    private void signedBy(HubHome.Below issuer, String sentence) throws IOException {
        var device = issuer.equals(home.services) ? hubKey() : home.device("Lamp", issuer);
        device.write(folder, "forger");
        Files.writeString(
                folder.resolve("issuer.pem"), issuer.issuer().certificate().pem());
        Files.write(folder.resolve("manifest"), next.manifest());
        Peer.of("openssl", folder)
                .run(
                        "cms",
                        "-sign",
                        "-binary",
                        "-in",
                        "manifest",
                        "-signer",
                        "forger.pem",
                        "-inkey",
                        "forger.key",
                        "-certfile",
                        "issuer.pem",
                        "-outform",
                        "DER",
                        "-out",
                        "forged")
                .accepts();
        var second = home.second.sign(next.manifest());
        var forged = new ManifestSignatures(Files.readAllBytes(folder.resolve("forged")), second);
        next.write(hub.stick, next.manifest(), forged);
        refused("signature", sentence);
    }

    private HubHome.Device hubKey() {
        var keys = TestMaker.newKeys();
        var leaf = new LeafDraft.HubLeaf(
                "other",
                List.of(new DnsName("other.home.arpa")),
                List.of(),
                PublicKeyInfo.of(keys.getPublic()),
                home.hourAgo(),
                home.inDays(30));
        return new HubHome.Device(new ZoneName("none"), home.sign(home.services, leaf), keys);
    }

    @Test
    void aBundleWhoseSignerIsRevoked() throws IOException {
        var list = home.list(home.services, 200, home.hourAgo(), home.inDays(35), List.of(home.signer.serial()));
        next.list(home.services, list).withoutLifeline().write(hub.stick);
        refused("signature", "or was revoked");
    }

    @Test
    void anOlderBundle() throws IOException {
        HubBundle.of(home, 3, hub.proberKey()).write(hub.stick);
        hub.take().accepts();
        before = hub.inForce();
        Files.writeString(folder.resolve("log"), "told\n");
        next.write(hub.stick);
        hub.take().refuses("This is the older bundle 2; bundle 3 is in force.");
        hub.receipt().says("why", "older").says("bundleNumber", 3L);
    }

    @Test
    void anotherBundleWithTheSameNumber() throws IOException {
        HubBundle.of(home, 1, hub.proberKey()).write(hub.stick);
        refused("older", "and is another");
    }

    @Test
    void anOlderListInANewerBundle() throws IOException {
        var old = home.list(home.lighting, 99, home.hourAgo(), home.inDays(35), List.of());
        next.list(home.lighting, old).withoutLifeline().write(hub.stick);
        refused("older", "The list of zones/lighting in this bundle is older (number 99)");
    }

    @Test
    void anotherListWithTheSameNumber() throws IOException {
        var twice = home.list(home.lighting, 100, home.hourAgo(), home.inDays(30), List.of());
        next.list(home.lighting, twice).withoutLifeline().write(hub.stick);
        refused("list", "two lists of zones/lighting with number 100");
    }

    @Test
    void aLapsedList() throws IOException {
        var lapsed = home.list(home.lighting, 200, home.hourAgo(), home.now.minus(Duration.ofMinutes(1)), List.of());
        next.list(home.lighting, lapsed).withoutLifeline().write(hub.stick);
        refused("lapsed", "The list of zones/lighting lapsed on");
    }

    @Test
    void aBundleThatHasEnded() throws IOException {
        next.until(home.now.minusSeconds(60)).write(hub.stick);
        refused("lapsed", "The bundle ended on");
    }

    @Test
    void aListFromTheFuture() throws IOException {
        var future = home.list(home.lighting, 200, home.inDays(1), home.inDays(35), List.of());
        next.list(home.lighting, future).withoutLifeline().write(hub.stick);
        refused("clock", "Put the clock right");
    }

    @Test
    void theListOfAnotherZone() throws IOException {
        var other = home.list(home.security, 300, home.hourAgo(), home.inDays(35), List.of());
        next.list(home.lighting, other).withoutLifeline().write(hub.stick);
        refused("list", "zones/lighting/crl.pem is no list of its issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN X509 CRL-----\n-----END X509 CRL-----\n", "no list"})
    void anEmptyListThatWasSigned(String list) throws IOException {
        next.add("zones/lighting/crl.pem", list).joinLists().write(hub.stick);
        refused("list", "zones/lighting/crl.pem is no list of its issuer");
    }

    @Test
    void aHalfListThatWasSigned() throws IOException {
        var whole = next.text("zones/lighting/crl.pem");
        next.add("zones/lighting/crl.pem", whole.substring(0, whole.length() / 2))
                .write(hub.stick);
        refused("list", "zones/lighting/crl.pem is no list of its issuer");
    }

    @Test
    void aSeriesWhoseNumbersFall() throws IOException {
        next.add("lifeline/zones/lighting/150.pem", next.text("lifeline/zones/lighting/202.pem"))
                .write(hub.stick);
        refused("list", "lifeline/zones/lighting/150.pem does not follow");
    }

    @Test
    void listsThatDisagree() throws IOException {
        next.add("crl-all.pem", next.text("root-crl.pem")).write(hub.stick);
        refused("list", "crl-all.pem does not hold the lists");
    }

    @Test
    void anAnchorThatIsNoTwin() throws IOException {
        next.add("zones/lighting/anchor.pem", next.text("zones/security/anchor.pem"))
                .write(hub.stick);
        refused("anchor", "is not the twin");
    }

    @Test
    void theRootAsAnAnchor() throws IOException {
        next.add("zones/lighting/anchor.pem", next.text("root.pem")).write(hub.stick);
        refused("anchor", "is not the twin");
    }

    @Test
    void zonesThatWereSwapped() throws IOException {
        for (var file : List.of("issuer.pem", "anchor.pem", "crl.pem")) {
            next.add("zones/lighting/" + file, next.text("zones/security/" + file));
        }
        next.withoutLifeline().joinLists().write(hub.stick);
        refused("anchor", "is that of something else");
    }

    @Test
    void anIssuerThatTheRootHasRevoked() throws IOException {
        var serial = home.lighting.issuer().certificate().serial();
        var list = home.list(home.root, 200, home.hourAgo(), home.inDays(400), List.of(serial));
        next.list(home.root, list).withoutLifeline().write(hub.stick);
        refused("anchor", "has revoked it");
    }

    @Test
    void anotherRoot() throws IOException {
        next.add("root.pem", new HubHome().root.issuer().certificate().pem()).write(hub.stick);
        refused("root", "is not the one that was compared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hearthkey-orders/2\n", "hearthkey-orders/1\nformat-disk now\n"})
    void ordersThatItDoesNotKnow(String orders) throws IOException {
        next.add("orders.txt", orders).write(hub.stick);
        refused("orders", "orders.txt has an order that this program does not know");
    }

    @Test
    void aBundleWhoseWritingWasInterrupted() throws IOException {
        next.write(hub.stick);
        Files.move(hub.stick.resolve("hearthkey"), hub.stick.resolve(".hearthkey-old"));
        refused("interrupted", "was interrupted");
    }

    @Test
    void aStickThatHasNothingToDoWithIt() throws IOException {
        var other = Files.createDirectory(folder.resolve("other"));
        hub.run("take", other.toString()).refuses("There is no bundle in");
        try (var left = Files.list(other)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /// A hub without a battery wakes up in 1970. Then a lapsed list looks valid, and what is valid looks like the future.
    @Test
    void anythingWhileTheClockIsWrong() throws IOException {
        next.write(hub.stick);
        hub.clock(Instant.EPOCH.plusSeconds(60));
        refused("clock", "This hub's clock says 1970-01-01 00:01 UTC");
        hub.run("release").refuses("This hub's clock says 1970-01-01 00:01 UTC");
        hub.run("status").refuses("it must be later than");
    }

    /// A clock that ran ahead once must not keep the hub from the right time for ever.
    @Test
    void aClockThatRanAheadIsToldAndHealed() throws IOException {
        hub.clock(home.inDays(60)).run("release").accepts().says("are in force");
        hub.clock(home.now).run("release").refuses("If it is right, because it once ran ahead");
        hub.run("release", "--clock-is-right").accepts().says("are in force");
        before.put("BUNDLE", hub.inForce("BUNDLE"));
        Files.writeString(folder.resolve("log"), "told\n");
    }
}
