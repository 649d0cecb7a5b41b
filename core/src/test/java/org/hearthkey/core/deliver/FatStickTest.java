package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Random;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.peer.FatComputer;
import org.hearthkey.core.transport.LocalTransport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// On a real FAT stick, written by a real Linux which is stopped at any moment.
class FatStickTest {
    private static final int PULLS = 25;
    private static final long LONGEST_NANOS = 150_000_000;

    @TempDir
    Path folder;

    private enum Held {
        WHOLE,
        /// The one before, put aside; the next delivery puts it back.
        ASIDE
    }

    /// Delivers one bundle after another, and says of each that it is delivered.
    public static void main(String[] arguments) throws IOException {
        var stick = Path.of(arguments[0]);
        var home = new BundleHome();
        var root = home.root.certificate().fingerprint();
        System.out.println("root " + root.hex());
        var like = home.bundle();
        for (long number = 1; ; number++) {
            var bundle = new Bundle(number, like.home(), like.created(), like.validUntil(), like.files());
            var written = BundleWriter.write(stick, bundle, home.sign(bundle), home.now, root, DeliveryProgress.NONE);
            System.out.println("delivered " + number + " " + written.readBack() + " " + written.last());
        }
    }

    /// The names of the bundles' folders begin in one sector of FAT's root folder and, with others before them, in two.
    @ParameterizedTest
    @ValueSource(ints = {0, 12})
    void pulledOutAtAnyMomentItHoldsAWholeBundle(int others) throws IOException {
        long seed = System.nanoTime();
        System.out.println("pulling with seed " + seed);
        var random = new Random(seed);
        var seen = new EnumMap<Held, Integer>(Held.class);
        try (var computer = FatComputer.boot(folder, others, FatStickTest.class)) {
            var root = Fingerprint.parse(computer.next("root ").orElseThrow()).orElseThrow();
            long delivered = number(computer);
            for (int pull = 0; pull < PULLS; pull++) {
                delivered = number(computer);
                spin(random.nextLong(LONGEST_NANOS));
                while (computer.hasSaidMore()) {
                    delivered = number(computer);
                }
                var contents = computer.pulledOut("pull" + pull);
                seen.merge(check(contents, root, delivered), 1, Integer::sum);
            }
        }
        System.out.println("pulled " + PULLS + " times, it held " + seen);
    }

    private static long number(FatComputer computer) throws IOException {
        var said = computer.next("delivered ").orElseThrow(() -> new AssertionError("The writer has ended"));
        assertTrue(said.endsWith("NONE") || said.endsWith("REMOVED"), said);
        return Long.parseLong(said.substring(0, said.indexOf(' ')));
    }

    /// What was said to be delivered is there, or a later one.
    private static Held check(Path contents, Fingerprint root, long delivered) throws IOException {
        var places = new BundleFolder(contents);
        var held = places.wasInterrupted(new LocalTransport()) ? Held.ASIDE : Held.WHOLE;
        if (held == Held.ASIDE) {
            Files.move(places.last(), places.current());
        }
        var verdict = BundleReader.verify(contents, Instant.now(), root);
        var sound = assertInstanceOf(BundleVerdict.Sound.class, verdict, () -> contents + ": " + verdict);
        assertTrue(sound.manifest().number() >= delivered, () -> delivered + " was delivered, it holds " + verdict);
        return held;
    }

    private static void spin(long nanos) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < nanos) {
            Thread.onSpinWait();
        }
    }
}
