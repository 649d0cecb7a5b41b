package org.hearthkey.core.home;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;

/// A program that works in a home without rest: it approves, revokes and signs lists, and says each act aloud once it is
/// durable. Another process may kill it at any moment and ask what the home holds of what was said.
final class BusyHome {
    private static final int PAGE = 1000;

    private final TestHomes clock = new TestHomes();
    private final Path file;

    private BusyHome(Path file) {
        this.file = file;
    }

    /// `create FILE` makes the home, `write FILE` works until it is killed, `renew FILE` gives it a new vault key and says a
    /// word for each random draw, `tell FILE` prints what could have been said.
    public static void main(String[] arguments) throws IOException {
        var busy = new BusyHome(Path.of(arguments[1]));
        switch (arguments[0]) {
            case "create" -> busy.clock.create(busy.file).close();
            case "write" -> busy.write();
            case "renew" -> busy.renew();
            case "tell" -> tell(busy.file).forEach(System.out::println);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private void write() throws IOException {
        try (var home = clock.open(file)) {
            for (long number = home.journal().size(); ; number++) {
                clock.pass(Duration.ofSeconds(2));
                var device = approve(home, "d" + number);
                acknowledge(home, "approved-" + device.name().text());
                if (number % 3 == 0) {
                    home.revocations()
                            .revoke(new RevocationApproval(home.revocations().review(device, Reason.KEY_COMPROMISE)));
                    acknowledge(home, "revoked-" + device.name().text());
                }
                if (number % 5 == 0) {
                    var list = home.lists().sign(new Role.Zone(TestHomes.LIGHTING));
                    acknowledge(home, "list-" + list.number());
                }
            }
        }
    }

    private void renew() throws IOException {
        var homes = new Homes(clock, new LoudRandom(), () -> Argon2Cost.MINIMUM);
        try (var passphrase = TestHomes.passphrase();
                var root = TestHomes.rootPassphrase()) {
            var present = new LockSecret.Remembered(passphrase);
            if (homes.open(file, present) instanceof Unlocked.Open(var home, var _)) {
                home.newVaultKey().prepare(present).make(RootSecret.of(root), Argon2Cost.MINIMUM);
            }
            System.out.println("ACK renewed-1");
            System.out.flush();
        } catch (RefusedException refused) {
            throw new IOException(refused);
        }
    }

    /// Says aloud how far the work has come.
    static final class LoudRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            super.nextBytes(bytes);
            System.out.println("drawn");
            System.out.flush();
        }
    }

    private static void acknowledge(Home home, String id) {
        System.out.println("ACK " + id);
        System.out.println("ACK entries-" + home.journal().size());
        System.out.flush();
    }

    private static Device approve(Home home, String name) {
        var request = Requests.of(Requests.newKeys(), "CN=device");
        var application =
                Application.of(new DeviceName(name), TestHomes.SECURITY).request(request);
        var outcome = home.approvals().issue(new Approval(home.approvals().review(application)));
        if (outcome instanceof Outcome.Issued issued) {
            return issued.device();
        }
        throw new IllegalStateException("Refused: " + outcome);
    }

    /// Everything that a writer could have said of this home.
    static List<String> tell(Path file) throws IOException {
        var clock = new TestHomes();
        var told = new ArrayList<String>();
        try (var home = clock.open(file)) {
            var all = DeviceQuery.all(clock.instant());
            for (int seen = 0; seen < home.devices().count(all); seen += PAGE) {
                home.devices().page(all, seen, PAGE).forEach(device -> {
                    told.add("approved-" + device.name().text());
                    if (device.credential().stateAt(clock.instant()) == DeviceState.REVOKED) {
                        told.add("revoked-" + device.name().text());
                    }
                });
            }
            home.lists().history(new Role.Zone(TestHomes.LIGHTING)).forEach(list -> told.add("list-" + list.number()));
            for (long size = 1; size <= home.journal().size(); size++) {
                told.add("entries-" + size);
            }
        }
        return told;
    }
}
