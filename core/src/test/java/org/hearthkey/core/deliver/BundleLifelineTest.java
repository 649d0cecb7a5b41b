package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.Flaw.Code;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists to come, probes and orders in a bundle: whatever does not fit is seen, although it is signed.
class BundleLifelineTest {
    private static final String LINE = "lifeline/zones/lighting/";
    private static final String PROBES = "probes/attic/lighting/";
    private static BundleHome home;

    @TempDir
    Path stick;

    @BeforeAll
    static void makeHome() {
        home = new BundleHome();
    }

    @Test
    void aListToComeIsCalledByItsNumber() throws IOException {
        var second = content(LINE + "2.pem");
        assertEquals(
                List.of(new Flaw(Code.LIST_NUMBER, LINE + "4.pem")),
                flaws(Map.of(LINE + "2.pem", "", LINE + "4.pem", second)).stream()
                        .filter(flaw -> flaw.code() == Code.LIST_NUMBER)
                        .toList());
    }

    @Test
    void aListToComeIsLaterThanTheOneInForce() throws IOException {
        var zero = list(1, -1, 30);
        assertTrue(flaws(Map.of(LINE + "1.pem", zero.pem())).contains(new Flaw(Code.LIST_NUMBER, LINE + "1.pem")));
        var sooner = list(2, -1, 30);
        assertTrue(flaws(Map.of(LINE + "2.pem", sooner.pem())).contains(new Flaw(Code.LIST_GAP, LINE + "2.pem")));
    }

    @Test
    void noMinuteIsWithoutAList() throws IOException {
        // The list in force lapses after 35 days.
        var late = home.list(
                home.lighting, home.lightingKey, 2, after(35).plusSeconds(1), after(60), canary(1), canary(2));
        assertEquals(
                List.of(new Flaw(Code.LIST_GAP, LINE + "2.pem")),
                flaws(Map.of(
                        LINE + "2.pem",
                        late.pem(),
                        LINE + "3.pem",
                        list(3, 50, 91, canary(1), canary(2), canary(3)).pem())));
        assertTrue(flaws(Map.of(LINE + "2.pem", "")).contains(new Flaw(Code.LIST_GAP, LINE + "3.pem")));
    }

    @Test
    void aListToComeIsOfAnIssuerInTheBundle() throws IOException {
        var foreign = home.list(home.security, home.securityKey, 2, after(28), after(63));
        assertTrue(flaws(Map.of(LINE + "2.pem", foreign.pem())).contains(new Flaw(Code.LIST_FOREIGN, LINE + "2.pem")));
        assertEquals(
                List.of(new Flaw(Code.LIST_FOREIGN, "lifeline/zones/garden/2.pem")),
                flaws(Map.of("lifeline/zones/garden/2.pem", foreign.pem())));
    }

    @Test
    void theRootsOwnListIsTheRoots() throws IOException {
        assertTrue(flaws(Map.of("root-crl.pem", content("services/crl.pem")))
                .containsAll(List.of(
                        new Flaw(Code.LIST_FOREIGN, "root-crl.pem"), new Flaw(Code.LISTS_DIFFER, "crl-all.pem"))));
    }

    @Test
    void aCanaryIsOnItsList() throws IOException {
        var control = content(PROBES + "control.pem");
        assertEquals(
                List.of(new Flaw(Code.PROBE_UNFIT, PROBES + "canary/2.pem")),
                flaws(Map.of(PROBES + "canary/2.pem", control)));
        // Its list names it only from the next one on.
        assertEquals(
                List.of(new Flaw(Code.PROBE_UNFIT, PROBES + "canary/1.pem")),
                flaws(Map.of(PROBES + "canary/1.pem", content(PROBES + "canary/2.pem"))));
        assertEquals(
                List.of(new Flaw(Code.FILE_MISSING, PROBES + "canary/3.pem")),
                flaws(Map.of(PROBES + "canary/3.pem", "")));
        assertEquals(
                List.of(new Flaw(Code.PROBE_UNFIT, PROBES + "canary/9.pem")),
                flaws(Map.of(PROBES + "canary/9.pem", content(PROBES + "canary/2.pem"))));
    }

    @Test
    void aControlIsOnNoListAndOfThisKeyAndZone() throws IOException {
        var unfit = new Flaw(Code.PROBE_UNFIT, PROBES + "control.pem");
        assertEquals(List.of(unfit), flaws(Map.of(PROBES + "control.pem", content(PROBES + "canary/2.pem"))));
        var otherKey = home.lamp("control attic", SoftwareKey.generate(KeyProfile.P256, new SecureRandom()));
        assertTrue(flaws(Map.of(PROBES + "control.pem", otherKey.pem()))
                .contains(new Flaw(Code.PROBE_UNFIT, PROBES + "canary/1.pem")));
        assertTrue(flaws(Map.of(PROBES + "control.pem", content("services/anchor.pem")))
                .contains(unfit));
        assertEquals(
                List.of(new Flaw(Code.PROBE_UNFIT, "probes/attic/garden/control.pem")),
                flaws(Map.of("probes/attic/garden/control.pem", content(PROBES + "control.pem"))));
    }

    @Test
    void ordersAgreeWithTheLists() throws IOException {
        var differ = List.of(new Flaw(Code.ORDERS_DIFFER, "orders.txt"));
        var lamp = home.lamp("Desk lamp", SoftwareKey.generate(KeyProfile.P256, new SecureRandom()));
        var line = "remove-client lighting " + lamp.serial().hex() + " " + lamp.subjectAtBroker() + "\n";
        assertEquals(differ, flaws(Map.of("orders.txt", content("orders.txt") + line)));
        assertEquals(differ, flaws(Map.of("orders.txt", content("orders.txt").replace(" lighting ", " garden "))));
        var anchor = "withdraw-anchor lighting "
                + home.lighting.twin().orElseThrow().fingerprint().hex() + "\n";
        assertEquals(differ, flaws(Map.of("orders.txt", content("orders.txt") + anchor)));
        assertEquals(List.of(new Flaw(Code.FILE_MISSING, "orders.txt")), flaws(Map.of("orders.txt", "")));
        for (var broken : List.of(
                "hearthkey-orders/2\n",
                "hearthkey-orders/1",
                "hearthkey-orders/1\n\n",
                content("orders.txt").replace("remove-client", "remove"),
                content("orders.txt") + "x",
                content("orders.txt").replace("\n", "\r\n"))) {
            assertEquals(
                    List.of(new Flaw(Code.ORDERS_MALFORMED, "orders.txt")),
                    flaws(Map.of("orders.txt", broken)),
                    broken);
        }
    }

    @Test
    void ordersAreReadAsTheyWereWritten() {
        var bytes = content("orders.txt").getBytes(US_ASCII);
        var orders = Orders.parse(bytes).orElseThrow();
        assertEquals(1, orders.all().size());
        assertEquals(new String(bytes, US_ASCII), new String(orders.bytes(), US_ASCII));
        assertEquals(Optional.of(Orders.NONE), Orders.parse(Orders.NONE.bytes()));
    }

    @Test
    void aClientIsNamedAsOpenSslNamesIt() throws IOException {
        for (var name : List.of(
                "Desk lamp",
                "Porch, \u201cold\u201d + new",
                "#1; <b>=\"x\"",
                "T\u00fcr\u00f6ffner \ud83d\udd11",
                "a=b#c d")) {
            var lamp = home.lamp(name, SoftwareKey.generate(KeyProfile.P256, new SecureRandom()));
            Files.writeString(stick.resolve("lamp.pem"), lamp.pem());
            Peer.of("openssl", stick)
                    .run("x509", "-in", "lamp.pem", "-noout", "-subject", "-nameopt", "RFC2253")
                    .accepts()
                    .says("subject=" + lamp.subjectAtBroker() + "\n");
        }
    }

    private static Instant after(int days) {
        return home.now.plus(Duration.ofDays(days));
    }

    private static Crl list(int number, int from, int to, SerialNumber... serials) {
        return home.list(home.lighting, home.lightingKey, number, after(from), after(to), serials);
    }

    private static SerialNumber canary(int number) {
        return home.published()
                .get(2)
                .probes()
                .getFirst()
                .canaries()
                .get(number - 1)
                .certificate()
                .serial();
    }

    private List<Flaw> flaws(Map<String, String> contents) throws IOException {
        var tampered = home.tampered(contents);
        Unchecked.write(stick, tampered, home.sign(tampered));
        return switch (BundleReader.verify(stick, home.now)) {
            case BundleVerdict.Sound _ -> List.of();
            case BundleVerdict.Unsound(var flaws) -> flaws;
            case BundleVerdict verdict -> throw new AssertionError(verdict);
        };
    }

    private static String content(String path) {
        return BundleHome.text(home.bundle(), path);
    }
}
