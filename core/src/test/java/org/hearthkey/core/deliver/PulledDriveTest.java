package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hearthkey.core.deliver.BundleWriterTest.filesIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hearthkey.core.deliver.DeliveryException.Reason;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.peer.LoopDrive;
import org.hearthkey.core.transport.LocalTransport;
import org.hearthkey.core.transport.ReadBack;
import org.hearthkey.core.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A real stick with a real file system, pulled out while it is being written, filled, locked and worn out.
@ParameterizedClass
@EnumSource
class PulledDriveTest {
    private static final int PULLS = 50;
    private static BundleHome home;
    private static Bundle like;

    @TempDir
    Path folder;

    @Parameter
    LoopDrive.Format format = LoopDrive.Format.EXT4;

    private LoopDrive stick;

    /// What a stick held when it was plugged in again.
    private enum Held {
        OLD,
        NEW,
        /// The old one, put aside; the next delivery puts it back.
        OLD_ASIDE
    }

    @BeforeAll
    static void makeHome() {
        home = new BundleHome();
        like = home.bundle();
    }

    @BeforeEach
    void plugIn() throws IOException {
        stick = LoopDrive.plugIn(folder, "stick", 8, format);
        write(bundle(1));
    }

    @AfterEach
    void takeOut() {
        stick.close();
    }

    @Test
    void pulledOutAtAnyMomentItHoldsAWholeBundle() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        System.out.println("pulling with seed " + seed);
        var random = new Random(seed);
        var counting = new FaultyDrive(Integer.MAX_VALUE, () -> {});
        writer(counting, bundle(2)).write(bundle(2), home.sign(bundle(2)));
        var seen = new EnumMap<Held, Integer>(Held.class);
        long old = 2;
        for (int pull = 0; pull < PULLS; pull++) {
            var next = bundle(old + 1);
            boolean finished = writeWhilePulled(next, random.nextInt(counting.steps()), isCut(random));
            stick.plugInAgain();
            var held = held(old, next);
            assertTrue(!finished || held == Held.NEW, "pull " + pull + ": it was said to be written, and is " + held);
            seen.merge(held, 1, Integer::sum);
            write(bundle(old + 2));
            assertEquals(old + 2, sound(stick.folder().resolve("hearthkey"), bundle(old + 2)));
            old += 2;
        }
        System.out.println("pulled " + PULLS + " times, it held " + seen);
        assertTrue(seen.getOrDefault(Held.OLD, 0) > 0, seen::toString);
    }

    private boolean isCut(Random random) {
        return format == LoopDrive.Format.EXT4 && random.nextBoolean();
    }

    /// Whether the writer was done before it noticed.
    private boolean writeWhilePulled(Bundle next, int step, boolean cut) throws IOException, InterruptedException {
        var pulls = new ArrayList<Process>();
        var drive = new FaultyDrive(step, () -> {
            if (cut) {
                pulls.add(stick.beginToPull());
            } else {
                stick.detach();
            }
        });
        boolean finished;
        try {
            writer(drive, next).write(next, home.sign(next));
            finished = true;
        } catch (DeliveryException pulledOut) {
            finished = false;
        }
        for (var pull : pulls) {
            assertTrue(pull.waitFor(30, TimeUnit.SECONDS), "it is still being pulled out");
            assertEquals(0, pull.exitValue(), new String(pull.getInputStream().readAllBytes(), UTF_8));
        }
        if (cut) {
            stick.forget();
        }
        return finished;
    }

    private Held held(long old, Bundle next) throws IOException {
        var places = new BundleFolder(stick.folder());
        if (places.wasInterrupted(new LocalTransport())) {
            assertEquals(new BundleVerdict.Interrupted(), BundleReader.verify(stick.folder(), home.now));
            assertEquals(old, sound(places.last(), bundle(old)));
            return Held.OLD_ASIDE;
        }
        var verdict = BundleReader.verify(stick.folder(), home.now, root());
        var sound = assertInstanceOf(BundleVerdict.Sound.class, verdict, verdict::toString);
        var held = sound.manifest().number() == old ? Held.OLD : Held.NEW;
        sound(places.current(), held == Held.OLD ? bundle(old) : next);
        return held;
    }

    /// The number of a bundle that is exactly what was written.
    private static long sound(Path place, Bundle bundle) throws IOException {
        assertEquals(List.of(), BundleReader.flaws(new LocalTransport(), place, bundle, home.now, root()));
        assertEquals(contents(bundle), withoutSignature(filesIn(place)));
        return bundle.number();
    }

    /// Where a program drives the stick, the program remembers what was written. Then nothing is claimed.
    @Test
    void whatWearsOutBetweenWritingAndReadingIsNoticedOrNotClaimed() throws IOException {
        var next = bundle(2);
        var drive = new FaultyDrive(firstReading(), () -> wearOut(next.manifest()));
        if (format == LoopDrive.Format.EXFAT) {
            var written = writer(drive, next).write(next, home.sign(next));
            assertEquals(ReadBack.FROM_SYSTEM, written.readBack());
            return;
        }
        var refused =
                assertThrows(DeliveryException.class, () -> writer(drive, next).write(next, home.sign(next)));
        // Memory still has what was written: only the drive itself tells.
        assertEquals(Reason.READ_BACK_DIFFERS, refused.reason());
        assertEquals(1, sound(stick.folder().resolve("hearthkey"), bundle(1)));
    }

    @Test
    void whatWearsOutLaterIsNoticedByWhoeverReads() throws IOException {
        stick.detach();
        wearOut(bundle(1).manifest());
        stick.plugInAgain();
        assertInstanceOf(BundleVerdict.Unsound.class, BundleReader.verify(stick.folder(), home.now));
        write(bundle(2));
        assertEquals(2, sound(stick.folder().resolve("hearthkey"), bundle(2)));
    }

    @Test
    void aFullOneKeepsTheOldBundle() throws IOException {
        var filler = stick.folder().resolve("film.mkv");
        fill(filler);
        assertEquals(Reason.FULL, refusal());
        assertEquals(1, sound(stick.folder().resolve("hearthkey"), bundle(1)));
        Files.delete(filler);
        write(bundle(2));
        assertEquals(2, sound(stick.folder().resolve("hearthkey"), bundle(2)));
    }

    @Test
    void aLockedOneKeepsTheOldBundle() throws IOException {
        stick.slideItsLock();
        assertEquals(Reason.READ_ONLY, refusal());
        assertEquals(1, sound(stick.folder().resolve("hearthkey"), bundle(1)));
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertTrue(Files.size(file) > 0, full::toString);
        }
    }

    private int firstReading() throws IOException {
        int[] first = {-1};
        var counting = new FaultyDrive(Integer.MAX_VALUE, () -> {});
        var rehearsed = bundle(1);
        BundleWriter.Check check = (_, _) -> {
            first[0] = counting.steps() - rehearsed.files().size() - 2;
            return List.of();
        };
        new BundleWriter(counting, stick.folder(), check, DeliveryProgress.NONE).write(rehearsed, home.sign(rehearsed));
        return first[0];
    }

    private void wearOut(byte[] content) {
        try {
            stick.wearOut(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Reason refusal() {
        return assertThrows(DeliveryException.class, () -> write(bundle(2))).reason();
    }

    private void write(Bundle bundle) throws IOException {
        writer(new LocalTransport(), bundle).write(bundle, home.sign(bundle));
    }

    private BundleWriter writer(Transport drive, Bundle bundle) {
        return new BundleWriter(
                drive,
                stick.folder(),
                (same, place) -> BundleReader.flaws(same, place, bundle, home.now, root()),
                DeliveryProgress.NONE);
    }

    private static Bundle bundle(long number) {
        return new Bundle(number, like.home(), like.created(), like.validUntil(), like.files());
    }

    private static Map<String, ByteBuffer> contents(Bundle bundle) {
        return withoutSignature(BundleWriterTest.filesOf(bundle));
    }

    private static Map<String, ByteBuffer> withoutSignature(Map<String, ByteBuffer> files) {
        files.remove(Manifest.SIGNATURE_FILE);
        files.remove(Manifest.SECOND_SIGNATURE_FILE);
        return files;
    }

    private static Fingerprint root() {
        return home.root.certificate().fingerprint();
    }
}
