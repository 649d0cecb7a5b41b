package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a hub does with bundles that are right.
class HubTakeTest {
    private static HubHome home;

    @TempDir
    Path folder;

    private HubMachine hub;

    @BeforeAll
    static void makeHome() {
        home = new HubHome();
    }

    @BeforeEach
    void makeHub() throws IOException {
        hub = new HubMachine(folder).setUp(home);
    }

    @AfterEach
    void revokeNobody() {
        home.revoked.clear();
    }

    @Test
    void takesABundleAndLeavesASignedReceipt() throws IOException {
        hub.take().accepts().says("Bundle 1 is taken.");
        var receipt = hub.receipt();
        receipt.says("bundleNumber", 1L)
                .says("format", "hearthkey-receipt/2")
                .says("homeId", home.id.text())
                .says("hub", "hub")
                .says("state", "taken")
                .says("why", "")
                .says("manifestSha256", hub.hash("current/MANIFEST.json"))
                .says("probeRequest", hub.proberRequest());
        receipt.listed("root", 100).listed("services", 100).listed("lighting", 100);
    }

    /// The fingerprint that is compared is that of the first.
    @Test
    void setsUpForNoRootBesideTheOneThatIsCompared() throws IOException {
        var fresh = new HubMachine(Files.createDirectory(folder.resolve("fresh")));
        var root = home.root.issuer().certificate();
        var more = new HubHome().root.issuer().certificate();
        var lies = HubBundle.of(home, 1, Optional.empty()).write(fresh.stick).resolve("root.pem");
        Files.writeString(lies, root.pem() + more.pem());
        fresh.run(
                        "setup",
                        "hub",
                        fresh.stick.toString(),
                        "--fingerprint",
                        root.fingerprint().hex())
                .refuses("holds more than the root of a home");
        assertFalse(Files.exists(fresh.state.resolve("root.pem")));
    }

    @Test
    void itsCertificateComesWithTheStickAndNoOtherDoes() throws IOException {
        var services = home.services.issuer().certificate().pem();
        var own = Files.readString(folder.resolve("hub.pem"));
        Files.delete(folder.resolve("hub.pem"));
        var another = new HubHome().certify("hub", Files.readAllBytes(hub.stick.resolve("hearthkey-receipts/hub.csr")));
        Files.writeString(hub.stick.resolve("hub-chain.pem"), another.pem() + services);
        hub.take().accepts().says("this hub has no certificate yet");
        Files.writeString(
                hub.stick.resolve("hub-chain.pem"),
                home.device("Lamp", home.lighting).certificate().pem());
        hub.take().accepts().says("this hub has no certificate yet");
        Files.writeString(hub.stick.resolve("hearthkey-receipts/hub-chain.pem"), own);
        hub.take().accepts().says("The certificate of this hub is taken");
        hub.receipt().says("hub", "hub");
        assertEquals(own, Files.readString(folder.resolve("hub.pem")));
        assertFalse(hub.take().accepts().text().contains("The certificate of this hub is taken"));
    }

    @Test
    void everythingIsReadableForServersThatRunAsSomebodyElse() throws IOException {
        hub.take().accepts();
        try (var paths = Files.walk(hub.state.resolve("current").toRealPath())) {
            for (var path : paths.toList()) {
                var mode = Files.getPosixFilePermissions(path).toString();
                assertFalse(!mode.contains("OTHERS_READ") || mode.contains("OTHERS_WRITE"), path + " " + mode);
            }
        }
        var secret = Files.getPosixFilePermissions(folder.resolve("hub-key.pem"));
        assertEquals("rw-------", PosixFilePermissions.toString(secret));
    }

    @Test
    void theSameBundleAgainIsAlreadyTaken() throws IOException {
        hub.take().accepts();
        var before = hub.inForce();
        hub.take().accepts().says("Bundle 1 is already taken.");
        assertEquals(before, hub.inForce());
        hub.receipt().says("state", "taken");
    }

    @Test
    void takesANewerBundleAndForgetsTheOneBeforeTheLast() throws IOException {
        for (int number = 1; number <= 3; number++) {
            HubBundle.of(home, number, hub.proberKey()).write(hub.stick);
            hub.take().accepts().says("Bundle " + number + " is taken.");
        }
        hub.receipt().says("bundleNumber", 3L).listed("security", 300);
        try (var kept = Files.list(hub.state.resolve("taken"))) {
            assertEquals(
                    List.of("2-0", "3-0"),
                    kept.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void runsWithBusyboxAlone() throws IOException {
        hub.onlyBusybox();
        hub.take().accepts().says("Bundle 1 is taken.");
        HubBundle.of(home, 2, hub.proberKey()).write(hub.stick);
        hub.take().accepts().says("Bundle 2 is taken.");
        hub.run("release").accepts().says("No list is due.");
        hub.run("status").accepts().says("of home " + home.id).says("Bundle 2 is in force");
        HubBundle.of(home, 1, hub.proberKey()).write(hub.stick);
        hub.take().refuses("This is the older bundle 1");
    }

    @Test
    void overlooksWhatDesktopsLeaveAndCheckpoints() throws IOException {
        Files.writeString(hub.stick.resolve("hearthkey/.DS_Store"), "x");
        Files.writeString(hub.stick.resolve("hearthkey/zones/lighting/._crl.pem"), "x");
        Files.createDirectory(hub.stick.resolve("hearthkey/journal"));
        Files.writeString(hub.stick.resolve("hearthkey/journal/k3pw7xqa.checkpoint"), "x");
        hub.take().accepts();
        assertFalse(hub.inForce().keySet().stream().anyMatch(path -> path.contains("journal")));
    }

    @Test
    void takesFromEveryPlaceOfItsConfiguration() throws IOException {
        var upload = Files.createDirectory(folder.resolve("upload"));
        hub.option("PLACE=" + folder.resolve("empty")).option("PLACE=" + upload);
        HubBundle.of(home, 5, hub.proberKey()).write(upload);
        hub.run("take").accepts().says("Bundle 5 is taken.");
        Files.delete(upload.resolve("hearthkey-receipts/hub.p7m"));
        hub.run("release").accepts();
        Files.copy(upload.resolve("hearthkey-receipts/hub.p7m"), hub.stick.resolve("hearthkey-receipts/hub.p7m"));
        hub.receipt().says("bundleNumber", 5L);
    }

    @Test
    void tellsServersAndCutsClientsOffOnceInThisOrder() throws IOException {
        var log = folder.resolve("log");
        hub.option("RELOAD=echo reload mosquitto >>" + log)
                .option("RELOAD=echo reload nginx >>" + log)
                .option("RESTART=echo restart >>" + log)
                .option("DISCONNECT=echo \"cut $HEARTHKEY_ZONE $HEARTHKEY_SUBJECT\" >>" + log);
        hub.take().accepts();
        assertEquals("restart\nreload mosquitto\nreload nginx\n", Files.readString(log));
        var stolen = home.revoke(home.device("Porch lamp", home.lighting));
        HubBundle.of(home, 2, hub.proberKey()).write(hub.stick);
        Files.delete(log);
        hub.take().accepts().says("Cut off:");
        var cut = "cut lighting " + stolen.subject() + "\n";
        assertEquals("reload mosquitto\nreload nginx\n" + cut, Files.readString(log));
        HubBundle.of(home, 3, hub.proberKey()).write(hub.stick);
        Files.delete(log);
        hub.take().accepts();
        assertEquals("reload mosquitto\nreload nginx\n", Files.readString(log));
    }

    @Test
    void restartsServersForARevokedClientWhereNothingElseCutsItOff() throws IOException {
        var log = folder.resolve("log");
        hub.option("RESTART=echo restart >>" + log);
        hub.take().accepts();
        home.revoke(home.device("Porch lamp", home.lighting));
        HubBundle.of(home, 2, hub.proberKey()).write(hub.stick);
        hub.take().accepts();
        HubBundle.of(home, 3, hub.proberKey()).write(hub.stick);
        hub.take().accepts();
        assertEquals("restart\nrestart\n", Files.readString(log));
    }

    @Test
    void whatAServerRefusedIsTriedAgainAtTheNextRun() throws IOException {
        var mark = folder.resolve("mark");
        hub.option("RELOAD=test -f " + mark);
        hub.take().refuses("not all servers know it");
        hub.receipt().says("state", "taken").says("why", "orders");
        hub.run("release").refuses("This command failed");
        hub.run("status").says("Not all servers know it yet");
        Files.createFile(mark);
        hub.run("release").accepts();
        assertFalse(Files.exists(hub.state.resolve("pending")));
    }

    @Test
    void aZoneThatIsGivenUpKeepsItsFilesButLetsNobodyIn() throws IOException {
        var log = folder.resolve("log");
        hub.option("RESTART=echo restart >>" + log);
        hub.take().accepts();
        var twin = home.security.issuer().twin().orElseThrow();
        var bundle = HubBundle.of(home, 2, hub.proberKey());
        bundle.add(
                "orders.txt",
                bundle.orders(
                        List.of("withdraw-anchor security " + twin.fingerprint().hex())));
        var serial = home.security.issuer().certificate().serial();
        bundle.list(home.root, home.list(home.root, 200, home.hourAgo(), home.inDays(400), List.of(serial)));
        bundle.without("zones/security/anchor.pem").withoutLifeline().write(hub.stick);
        hub.take().accepts();
        assertEquals("restart\nrestart\n", Files.readString(log));
        var anchor = hub.inForce("zones/security/anchor.pem");
        assertNotEquals(twin.pem(), anchor);
        assertEquals(Files.readString(hub.state.resolve("nobody.pem")), anchor);
        hub.run("status").accepts().says("Zone security: given up.");
        // Its anchor does not come back with a bundle that forgot to leave it out.
        HubBundle.of(home, 4, hub.proberKey())
                .add(
                        "orders.txt",
                        bundle.orders(List.of(
                                "withdraw-anchor security " + twin.fingerprint().hex())))
                .write(hub.stick);
        hub.take().refuses("is given up, but it is still there");
        // And stays closed, also when the bundles no longer speak of it.
        HubBundle.of(home, 3, hub.proberKey())
                .add("orders.txt", "hearthkey-orders/1\n")
                .without("zones/security/anchor.pem")
                .without("zones/security/issuer.pem")
                .without("zones/security/crl.pem")
                .withoutProbes("security")
                .withoutLifeline()
                .joinLists()
                .write(hub.stick);
        hub.take().accepts();
        assertEquals(anchor, hub.inForce("zones/security/anchor.pem"));
    }

    /// Whoever may deliver to a place must not make root write elsewhere.
    @Test
    void theReceiptFollowsNoLink() throws IOException {
        var kept = Files.writeString(folder.resolve("kept"), "keep me");
        Files.createSymbolicLink(hub.stick.resolve("hearthkey-receipts/hub.p7m.new"), kept);
        hub.take().accepts();
        assertEquals("keep me", Files.readString(kept));
        hub.receipt().says("state", "taken");
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(hub.stick.resolve("hearthkey-receipts"), folder.resolve("moved"));
        Files.createSymbolicLink(hub.stick.resolve("hearthkey-receipts"), elsewhere);
        hub.take().accepts().says("The receipt could not be written");
        try (var left = Files.list(elsewhere)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void releasesWhatIsDueAndNothingElse() throws IOException {
        hub.take().accepts();
        hub.run("release").accepts().says("No list is due.");
        hub.clock(home.inDays(28)).run("release").accepts().says("The lists that were due are in force.");
        assertEquals(expected("lifeline/zones/lighting/101.pem"), hub.inForce("zones/lighting/crl.pem"));
        var all = expected("lifeline/root/101.pem")
                + expected("lifeline/services/101.pem")
                + expected("lifeline/zones/lighting/101.pem")
                + expected("lifeline/zones/security/101.pem");
        assertEquals(all, hub.inForce("crl-all.pem"));
        hub.take().accepts().says("already taken");
        hub.receipt().listed("lighting", 101);
        hub.clock(home.inDays(85)).run("release").accepts().says("lapses on").says("Deliver a new bundle");
        hub.clock(home.inDays(200)).run("release").accepts().says("turn everybody away");
    }

    @Test
    void aBundleThatWasMadeBeforeAReleaseIsTakenByWhatIsDueInIt() throws IOException {
        hub.take().accepts();
        hub.clock(home.inDays(28)).run("release").accepts();
        HubBundle.of(home, 2, hub.proberKey()).write(hub.stick);
        hub.take().accepts();
        hub.receipt().listed("lighting", 201);
    }

    private String expected(String path) throws IOException {
        return Files.readString(hub.stick.resolve("hearthkey").resolve(path));
    }
}
