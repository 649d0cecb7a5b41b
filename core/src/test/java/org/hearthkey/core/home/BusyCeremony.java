package org.hearthkey.core.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Done;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.ScriptException;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;

/// Holds a ceremony in a home, or takes up the one that broke off, and says each step that is behind. Another process may
/// kill it at any moment.
final class BusyCeremony {
    static final ZoneName GARDEN = new ZoneName("garden");

    private static final String SCRIPT = """
        Hearthkey ceremony 1
        Title: Garden
        Purpose: A zone for the garden, and lists for all.
        Ready: Paper
        Role: Keeper - types

        Step 1: Look around
        Do: Look around.

        Step 2: Add the zone
        Do: Add it.
        Act: add-zone

        Step 3: Sign the lists
        Do: Sign them.
        Act: sign-lifelines

        Step 4: Clear up
        Do: Clear up.
        """;

    private BusyCeremony() {}

    /// `FILE`, the home's.
    public static void main(String[] arguments) throws IOException, RefusedException {
        var clock = new TestHomes();
        var homes = new Homes(clock, new BusyHome.LoudRandom(), () -> Argon2Cost.MINIMUM);
        try (var passphrase = TestHomes.passphrase()) {
            var opened = homes.open(Path.of(arguments[0]), new LockSecret.Remembered(passphrase));
            if (opened instanceof Unlocked.Open(var home, var _)) {
                try (home;
                        var root = TestHomes.rootPassphrase()) {
                    hold(home, RootSecret.of(root), clock.instant());
                }
            }
        }
    }

    private static void hold(Home home, RootSecret root, Instant now) throws IOException, RefusedException {
        var ceremonies = home.ceremonies();
        var ceremony = ceremonies.open().isPresent()
                ? ceremonies.resume()
                : ceremonies.begin(Ceremony.of(script(), CeremoniesTest.setting(now)));
        for (var next = ceremony.next(); next.isPresent(); next = ceremony.next()) {
            var step = next.get();
            try {
                ceremony = ceremonies.<RefusedOrFailed>keep(ceremony, () -> {
                    act(home, root, step);
                    return new Done(step.number(), now, now, Done.Result.DONE, "AB", List.of(), "");
                });
            } catch (RefusedOrFailed why) {
                throw new IOException(why);
            }
            acknowledge("step-" + step.number());
        }
        ceremonies.end(ceremony, root);
        acknowledge("ended-1");
    }

    /// How an act of the root's may fail.
    private static final class RefusedOrFailed extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedOrFailed(Exception why) {
            super(why);
        }
    }

    private static void act(Home home, RootSecret root, Script.Step step) throws RefusedOrFailed {
        try {
            switch (step.number()) {
                case 2 -> home.addZone(GARDEN, root);
                case 3 -> {
                    home.lists().signRoots(root, 2);
                    home.lists().sign(new Role.Services(), 2);
                    for (var zone : home.issuers().zones()) {
                        home.lists().sign(new Role.Zone(zone.name()), 2);
                    }
                }
                default -> {}
            }
        } catch (IOException | RefusedException why) {
            throw new RefusedOrFailed(why);
        }
    }

    private static void acknowledge(String id) {
        System.out.println("ACK " + id);
        System.out.flush();
    }

    private static Script script() {
        try {
            return Script.read(SCRIPT.getBytes(UTF_8));
        } catch (ScriptException mistake) {
            throw new IllegalStateException(mistake);
        }
    }
}
