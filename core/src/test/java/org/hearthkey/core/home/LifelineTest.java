package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.revoke.Lifeline;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.revoke.SignedList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists that were signed for the time to come, and what they are tried with.
class LifelineTest {
    private static final Role.Zone SECURITY = new Role.Zone(TestHomes.SECURITY);
    private static final Duration YEAR = Duration.ofDays(365);

    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Path file;
    private Home home;

    @BeforeEach
    void createsAHome() throws IOException {
        file = folder.resolve("Maple.hearth");
        home = clock.create(file);
    }

    @AfterEach
    void closesIt() {
        home.close();
    }

    @Test
    void aNewHomeHasAListOfEveryIssuerForEveryMinuteOfAYear() {
        var from = clock.instant();
        var lifelines = home.lists().lifelines();
        assertEquals(4, lifelines.size());
        for (var lifeline : lifelines) {
            for (var at = from; at.isBefore(from.plus(YEAR)); at = at.plusSeconds(60)) {
                var list = lifeline.inForce(at);
                assertFalse(list.thisUpdate().isAfter(at) || list.nextUpdate().isBefore(at), at::toString);
            }
            assertTrue(lifeline.toCome(from).size() >= 1);
        }
    }

    @Test
    void eachListTakesTheNextOnesPlaceAtItsMomentThoughNobodyIsAtHome() throws IOException {
        var lifeline = lifeline(SECURITY);
        home.close();
        clock.pass(Duration.ofDays(60));
        home = clock.open(file);
        var now = home.lists().newest(SECURITY).orElseThrow();
        assertEquals(lifeline.lists().get(2), now);
        assertEquals(now.number(), home.lists().crl(SECURITY).orElseThrow().number());
        assertTrue(now.nextUpdate().isAfter(clock.instant()));
        assertEquals(lifeline.lists().subList(0, 3), home.lists().history(SECURITY));
        assertEquals(
                lifeline.lists().stream().skip(3).map(SignedList::number).toList(),
                home.lists().toCome(SECURITY).stream().map(SignedList::number).toList());
    }

    @Test
    void numbersAreNeverUsedAgain() throws Exception {
        Set<BigInteger> seen = new HashSet<>();
        home.lists().lifelines().forEach(lifeline -> see(seen, lifeline));
        for (int day = 0; day < 40; day += 10) {
            var before = lifeline(SECURITY).lists().getLast().number();
            revoke(approve("Camera " + day));
            assertTrue(lifeline(SECURITY).lists().getFirst().number().compareTo(before) > 0);
            see(seen, lifeline(SECURITY));
            home.lists().sign(SECURITY);
            see(seen, lifeline(SECURITY));
            clock.pass(Duration.ofDays(10));
        }
        try (var root = TestHomes.rootPassphrase()) {
            home.lists().signRoots(RootSecret.of(root));
        }
        see(seen, lifeline(new Role.Root()));
        assertEquals(
                home.lists().history(SECURITY).stream().map(SignedList::number).toList(),
                home.lists().history(SECURITY).stream()
                        .map(SignedList::number)
                        .sorted()
                        .distinct()
                        .toList());
    }

    private static void see(Set<BigInteger> seen, Lifeline lifeline) {
        // Issuers count apart, but for the clock: so what is seen is the issuer's own hash and its number.
        lifeline.lists()
                .forEach(list -> assertTrue(
                        seen.add(list.number()
                                .shiftLeft(32)
                                .add(BigInteger.valueOf(Integer.toUnsignedLong(
                                        list.issuer().code().hashCode())))),
                        list::toString));
    }

    @Test
    void aRevokedDeviceIsOnEveryListUntilItsCertificateEnds() throws IOException {
        var camera = approve("Garage camera");
        var certified = camera.certified().orElseThrow();
        clock.pass(Duration.ofDays(3));
        revoke(camera);
        var lists = lists(SECURITY);
        assertTrue(lists.size() > 12);
        for (var list : lists) {
            assertEquals(
                    list.thisUpdate().isBefore(certified.notAfter()), list.lists(certified.serial()), list::toString);
        }
        assertTrue(lists.getFirst().lists(certified.serial()));
        assertFalse(lists.getLast().lists(certified.serial()));
        assertEquals(
                List.of(1, 1, 1, 1),
                lifeline(SECURITY).lists().stream()
                        .map(SignedList::entries)
                        .filter(entries -> entries > 0)
                        .toList());
    }

    @Test
    void aClockSetBackDoesNotBringBackTheListBefore() {
        revoke(approve("Garage camera"));
        var signed = home.lists().newest(SECURITY).orElseThrow();
        clock.pass(Duration.ofDays(-2));
        assertEquals(signed, home.lists().newest(SECURITY).orElseThrow());
    }

    @Test
    void theOwnerMayAskForLongerAndShorterLifelines() throws Exception {
        home.lists().sign(SECURITY, 24);
        var two = lifeline(SECURITY).end();
        assertTrue(two.isAfter(clock.instant().plus(YEAR.multipliedBy(2))));
        home.lists().sign(SECURITY);
        var again = lifeline(SECURITY).end();
        assertTrue(again.isAfter(two.minus(Duration.ofDays(29))) && !again.isAfter(two));
        home.lists().sign(SECURITY, 1);
        assertEquals(2, lifeline(SECURITY).lists().size());
        assertThrows(IllegalArgumentException.class, () -> home.lists().sign(SECURITY, 0));
        assertThrows(IllegalArgumentException.class, () -> home.lists().sign(SECURITY, 61));
        try (var root = TestHomes.rootPassphrase()) {
            home.lists().signRoots(RootSecret.of(root), 60);
        }
        assertEquals(5, lifeline(new Role.Root()).lists().size());
    }

    @Test
    void whatIsSignedAheadEndsWithItsIssuer() {
        var end = home.issuers().chainEnd(SECURITY);
        clock.pass(Duration.between(clock.instant(), end.minus(Duration.ofDays(40))));
        home.lists().sign(SECURITY);
        assertEquals(2, lifeline(SECURITY).lists().size());
        clock.pass(Duration.ofDays(39));
        home.lists().sign(SECURITY);
        assertEquals(1, lifeline(SECURITY).lists().size());
    }

    @Test
    void everyListHasAFreshCanaryOfTheHomeItself() {
        var first = home.canaries().own(TestHomes.SECURITY).orElseThrow();
        for (var list : lifeline(SECURITY).lists()) {
            assertTrue(first.canary(list).isPresent(), list::toString);
        }
        clock.pass(Duration.ofDays(1));
        revoke(approve("Garage camera"));
        var second = home.canaries().own(TestHomes.SECURITY).orElseThrow();
        assertEquals(first.control(), second.control());
        // The one in force a moment ago has not ended; those to come were forgotten with their lists.
        assertEquals(1 + lifeline(SECURITY).lists().size(), second.canaries().size());
        assertEquals(first.canaries().getFirst(), second.canaries().getFirst());
        for (var list : lists(SECURITY)) {
            var canary = second.canary(facts(list)).orElseThrow().certificate();
            assertTrue(list.lists(canary.serial()));
            assertFalse(list.lists(second.control().serial()));
        }
        try (var key = home.prober(TestHomes.SECURITY)) {
            assertEquals(key.publicKey(), second.control().publicKey());
        }
        clock.pass(Duration.ofDays(50));
        home.lists().sign(SECURITY);
        var third = home.canaries().own(TestHomes.SECURITY).orElseThrow();
        assertTrue(third.canaries().stream()
                .allMatch(canary -> canary.certificate().notAfter().isAfter(clock.instant())));
    }

    @Test
    void openSslRefusesTheCanaryAndTakesTheControlUnderTheTwinAtAnyTime() throws IOException {
        var openssl = Peer.of("openssl", folder);
        clock.pass(Duration.ofDays(1));
        revoke(approve("Garage camera"));
        var probes = home.canaries().own(TestHomes.SECURITY).orElseThrow();
        Files.writeString(folder.resolve("twin.pem"), twin(TestHomes.SECURITY));
        Files.writeString(folder.resolve("control.pem"), probes.control().pem());
        for (var list : lists(SECURITY)) {
            Files.writeString(folder.resolve("list.pem"), list.pem());
            Files.writeString(
                    folder.resolve("canary.pem"),
                    probes.canary(facts(list)).orElseThrow().certificate().pem());
            for (var at :
                    List.of(list.thisUpdate().plusSeconds(1), list.nextUpdate().minusSeconds(1))) {
                verify(openssl, at, "control.pem").accepts();
                verify(openssl, at, "canary.pem").refuses("certificate revoked");
            }
            verify(openssl, list.nextUpdate(), "control.pem").refuses("CRL has expired");
            verify(openssl, list.thisUpdate().minusSeconds(1), "control.pem").refuses("CRL is not yet valid");
        }
    }

    private static Peer.Answer verify(Peer openssl, Instant at, String certificate) {
        return openssl.run(
                "verify",
                "-x509_strict",
                "-purpose",
                "sslclient",
                "-crl_check",
                "-attime",
                Long.toString(at.getEpochSecond()),
                "-CAfile",
                "twin.pem",
                "-CRLfile",
                "list.pem",
                certificate);
    }

    private String twin(ZoneName zone) {
        return home.issuers()
                .zone(zone)
                .orElseThrow()
                .issuer()
                .twin()
                .orElseThrow()
                .pem();
    }

    private Lifeline lifeline(Role issuer) {
        return home.lists().lifeline(issuer).orElseThrow();
    }

    private SignedList facts(Crl list) {
        return lifeline(SECURITY).lists().stream()
                .filter(each -> each.number().equals(list.number()))
                .findFirst()
                .orElseThrow();
    }

    /// The list in force and those to come.
    private List<Crl> lists(Role issuer) {
        var lists = new ArrayList<>(List.of(home.lists().crl(issuer).orElseThrow()));
        home.lists().toCome(issuer).forEach(list -> lists.add(written(list)));
        return lists;
    }

    private Crl written(SignedList list) {
        var der = new ByteArrayOutputStream();
        try {
            home.lists().write(list, der);
            return Crl.read(der.toByteArray());
        } catch (IOException | CRLException e) {
            throw new AssertionError(list.toString(), e);
        }
    }

    private Device approve(String name) {
        var application = Application.of(new DeviceName(name), TestHomes.SECURITY)
                .request(Requests.of(Requests.newKeys(), "CN=" + name));
        var approval = new Approval(home.approvals().review(application));
        return assertInstanceOf(Outcome.Issued.class, home.approvals().issue(approval))
                .device();
    }

    private void revoke(Device device) {
        home.revocations().revoke(new RevocationApproval(home.revocations().review(device, Reason.KEY_COMPROMISE)));
    }
}
