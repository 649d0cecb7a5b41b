package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a hub does with urgent orders, which change the bundle in force until the next one comes.
class HubUrgentTest {
    @TempDir
    Path folder;

    private final HubHome home = new HubHome();
    private HubMachine hub;
    private HubHome.Device lamp;

    @BeforeEach
    void takeABundle() throws IOException {
        hub = new HubMachine(folder).setUp(home);
        hub.option("DISCONNECT=echo \"$HEARTHKEY_SUBJECT\" >>" + folder.resolve("cut"));
        hub.option("RELOAD=echo told >>" + folder.resolve("log"));
        lamp = home.device("Lamp", home.lighting);
        bundle(5);
        hub.take().accepts();
    }

    private HubBundle next(long number) throws IOException {
        return HubBundle.of(home, number, hub.proberKey());
    }

    private void bundle(long number) throws IOException {
        next(number).write(hub.stick);
    }

    private Peer.Answer obey(byte[] message) throws IOException {
        Files.write(folder.resolve("orders.p7m"), message);
        return hub.run("obey", "orders.p7m");
    }

    private Peer.Answer refused(String sentence, byte[] message) throws IOException {
        var before = hub.inForce();
        var answer = obey(message).refuses(sentence).says("the servers go on with bundle 5");
        assertEquals(before, hub.inForce());
        return answer;
    }

    private String list(HubBundle from, HubHome.Below issuer) {
        return from.text(HubBundle.current(issuer));
    }

    @Test
    void theListsAreInForceAndTheDeviceIsCutOff() throws IOException {
        home.revoke(lamp);
        var urgent = next(7);
        obey(urgent.urgent()).accepts().says("Orders 7 are obeyed").says("Cut off: " + lamp.subject());
        assertEquals(list(urgent, home.lighting), hub.inForce("zones/lighting/crl.pem"));
        assertEquals(
                urgent.text("crl-all.pem").length(), hub.inForce("crl-all.pem").length());
        assertEquals("told\ntold\n", Files.readString(folder.resolve("log")));
        assertEquals(lamp.subject() + "\n", Files.readString(folder.resolve("cut")));
        hub.receipt(hub.state.resolve("receipt.p7m"))
                .says("bundleNumber", 5L)
                .says("state", "taken")
                .listed("lighting", 700);
        hub.run("status").accepts().says("Urgent orders 7 have changed it since.");
        hub.run("release").accepts().says("No list is due.");
    }

    @Test
    void theBundleThatFollowsTakesTheirPlace() throws IOException {
        home.revoke(lamp);
        obey(next(7).urgent()).accepts();
        bundle(6);
        hub.take().refuses("the urgent orders 7 came after it");
        bundle(8);
        hub.take().accepts().says("Bundle 8 is taken.");
        hub.receipt().says("bundleNumber", 8L).listed("lighting", 800);
        assertEquals(lamp.subject() + "\n", Files.readString(folder.resolve("cut")));
        assertFalse(hub.run("status").accepts().text().contains("Urgent"));
    }

    /// A broker hands the last message out at each connection.
    @Test
    void theSameAndOlderOrdersChangeNothing() throws IOException {
        var older = next(6).urgent();
        home.revoke(lamp);
        var message = next(7).urgent();
        obey(message).accepts();
        var before = hub.inForce();
        obey(message).accepts().says("Orders 7 are obeyed already.");
        obey(older).refuses("These are the older orders 6; 7 is in force.");
        assertEquals(before, hub.inForce());
        bundle(8);
        hub.take().accepts();
        obey(message).refuses("These are the older orders 7; 8 is in force.");
        hub.receipt().says("state", "taken");
    }

    /// Lists that were signed in advance do not name what was revoked since.
    @Test
    void listsOfBeforeDoNotComeBackWhenTheyAreDue() throws IOException {
        home.revoke(lamp);
        var urgent =
                next(5).list(home.lighting, home.list(home.lighting, 700, home.hourAgo(), home.inDays(35), List.of()));
        var message = content(urgent, 7);
        obey(message).accepts();
        hub.clock(home.inDays(28)).run("release").accepts().says("The lists that were due are in force.");
        assertEquals(list(urgent, home.lighting), hub.inForce("zones/lighting/crl.pem"));
        assertEquals(
                next(5).text("orders.txt").length(), hub.inForce("orders.txt").length());
        hub.receipt(hub.state.resolve("receipt.p7m")).listed("lighting", 700).listed("security", 501);
    }

    /// A message with a number of its own and the lists that came with the bundle.
    private byte[] content(HubBundle bundle, long number) throws IOException {
        var text = "hearthkey-orders-message/2\nhome " + home.id + "\nnumber " + number + "\ncreated " + home.now
                + "\nvalid-until " + home.inDays(35) + "\n" + bundle.text("orders.txt");
        for (var issuer : List.of(home.root, home.services, home.security)) {
            text += hub.inForce().get(HubBundle.current(issuer));
        }
        return home.signOrders(HubHome.ascii(text + list(bundle, home.lighting)));
    }

    @Test
    void aZoneThatIsGivenUpIsClosedAtOnce() throws IOException {
        hub.option("RESTART=echo restart >>" + folder.resolve("log"));
        var twin = home.security.issuer().twin().orElseThrow();
        var serial = home.security.issuer().certificate().serial();
        var urgent = next(7);
        urgent.add(
                "orders.txt",
                urgent.orders(
                        List.of("withdraw-anchor security " + twin.fingerprint().hex())));
        urgent.without("zones/security/crl.pem");
        urgent.list(home.root, home.list(home.root, 700, home.hourAgo(), home.inDays(400), List.of(serial)));
        obey(urgent.urgent()).accepts();
        assertNotEquals(twin.pem(), hub.inForce("zones/security/anchor.pem"));
        assertEquals("told\nrestart\ntold\n", Files.readString(folder.resolve("log")));
        hub.run("status").accepts().says("Zone security: given up.");
    }

    @Test
    void whatThisHomeDidNotSignIsRefused() throws IOException {
        home.revoke(lamp);
        var message = next(7).urgent();
        message[message.length / 2] ^= 1;
        refused("were not signed by this home, or were changed", message);
        refused("were not signed by this home, or were changed", new byte[0]);
        refused(
                "were not signed by this home, or were changed",
                HubBundle.of(new HubHome(), 7, hub.proberKey()).urgent());
        hub.receipt().says("state", "taken");
    }

    /// Whoever has the key of a hub cannot give orders, though the root vouches for that too.
    @Test
    void aCertificateThatIsForSomethingElseGivesNoOrders() throws IOException {
        Files.write(folder.resolve("good.p7m"), next(7).urgent());
        Peer.of("openssl", folder)
                .run("cms", "-verify", "-inform", "DER", "-in", "good.p7m", "-noverify", "-out", "content")
                .accepts();
        Peer.of("openssl", folder)
                .run(
                        "cms",
                        "-sign",
                        "-binary",
                        "-nodetach",
                        "-outform",
                        "DER",
                        "-in",
                        "content",
                        "-signer",
                        "hub.pem",
                        "-inkey",
                        "hub-key.pem",
                        "-certfile",
                        "state/current/services/issuer.pem",
                        "-out",
                        "forged.p7m")
                .accepts();
        refused("may not sign bundles", Files.readAllBytes(folder.resolve("forged.p7m")));
    }

    @Test
    void aSignerThatWasRevokedGivesNoOrders() throws IOException {
        var list = home.list(home.services, 700, home.hourAgo(), home.inDays(35), List.of(home.signer.serial()));
        refused("was revoked", next(7).list(home.services, list).urgent());
    }

    @Test
    void lapsedOrdersAndListsAreRefused() throws IOException {
        refused("The orders ended on", next(7).until(home.now.minusSeconds(1)).urgent());
        var lapsed = home.list(home.lighting, 700, home.hourAgo(), home.now.minusSeconds(60), List.of());
        refused(
                "The list of zones/lighting lapsed",
                next(7).list(home.lighting, lapsed).urgent());
        var early = next(7).created(home.now.plus(Duration.ofDays(1))).urgent();
        assertEquals(4, refused("clock", early).exit());
    }

    @Test
    void listsThatAreNotTheirIssuersAreRefused() throws IOException {
        var other = home.list(
                home.lighting,
                500,
                home.hourAgo(),
                home.inDays(35),
                List.of(lamp.certificate().serial()));
        refused(
                "There are two lists of zones/lighting with number 500",
                content(next(5).list(home.lighting, other), 7));
        var foreign = new HubHome().lighting;
        var unknown = next(7);
        unknown.add(
                "crl-all.pem",
                unknown.text("crl-all.pem")
                        .replace(
                                list(unknown, home.lighting),
                                home.list(foreign, 700, home.hourAgo(), home.inDays(35), List.of())
                                        .pem()));
        // Of an issuer of another name there is simply no list.
        var before = hub.inForce("zones/lighting/crl.pem");
        obey(unknown.urgent()).accepts();
        assertEquals(before, hub.inForce("zones/lighting/crl.pem"));
    }

    @Test
    void ordersThatThisProgramDoesNotKnowAreRefused() throws IOException {
        var strange = next(7);
        refused(
                "A newer hearthkey-hub",
                strange.add("orders.txt", strange.orders(List.of("dance all night")))
                        .urgent());
    }

    /// Nobody makes them any more, and who forges the first signature could do without the second.
    @Test
    void ordersThatAreSignedOnceAreRefused() throws IOException {
        var text = new String(next(7).urgentText(), US_ASCII);
        var older = text.replace("hearthkey-orders-message/2", "hearthkey-orders-message/1");
        refused("have one signature alone, as an older Hearthkey made them", home.attached(HubHome.ascii(older)));
        refused("This is no message of orders", home.attached(HubHome.ascii(text)));
        refused("This is no message of orders", home.signOrders(HubHome.ascii(older)));
    }

    @Test
    void whatIsLargerThanAMessageIsNotRead() throws IOException {
        try (var sparse = new RandomAccessFile(folder.resolve("orders.p7m").toFile(), "rw")) {
            sparse.setLength((4L << 20) + (1 << 16) + 1);
        }
        hub.run("obey", "orders.p7m").refuses("larger than 4 MiB and was not read");
    }

    @Test
    void aMessageOfTheLargestSizeIsRead() throws IOException {
        var large = next(7);
        var line = "remove-client lighting 0a CN=" + "x".repeat(8_000);
        var lines = new ArrayList<String>();
        for (int left = UrgentOrders.MOST_BYTES - large.urgentText().length; left > line.length(); ) {
            lines.add(line);
            left -= line.length() + 1;
        }
        large.add("orders.txt", large.orders(lines));
        assertTrue(large.urgentText().length > UrgentOrders.MOST_BYTES - 2 * line.length());
        obey(large.urgent()).accepts().says("Orders 7 are obeyed");
    }

    @Test
    void aHubThatHasNoBundleYetSaysSo() throws IOException {
        var fresh = new HubMachine(Files.createDirectory(folder.resolve("fresh"))).setUp(home);
        Files.write(fresh.folder.resolve("orders.p7m"), next(7).urgent());
        fresh.run("obey", "orders.p7m").refuses("Take a bundle first");
    }

    @Test
    void obeysWithBusyboxAlone() throws IOException {
        hub.onlyBusybox();
        home.revoke(lamp);
        obey(next(7).urgent()).accepts().says("Cut off: " + lamp.subject());
        hub.run("status").accepts().says("Urgent orders 7");
    }
}
