package org.hearthkey.app.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hearthkey.app.camera.CameraException.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ViewfinderTest {
    private static final String LABEL = "ni:///sha-256;g0w3Cs6D-uJuAbRUr-1rNMPWbJhMGaTmgDsZn0Ds81U";
    private static final Camera BUILT_IN = new Camera("0", "Built-in camera");

    private final Heard heard = new Heard();

    @Test
    void readsACodeThatComesIntoView() throws Exception {
        var cameras = FakeCameras.showing(black(), QrImages.turned(QrImages.of(LABEL, 5), 20));
        var finder = new Viewfinder(cameras, Alarm.byTheClock(), heard);
        finder.start(Optional.empty());
        assertEquals("opening Built-in camera", heard.next());
        assertEquals("on Built-in camera", heard.next());
        assertEquals("seen [" + LABEL + "]", heard.next());
        finder.stop();
        cameras.closed.await();
        assertEquals(0, cameras.open.get());
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void saysWhyThereIsNoPicture(Trouble trouble) throws Exception {
        new Viewfinder(FakeCameras.failing(trouble), Alarm.byTheClock(), heard).start(Optional.empty());
        if (trouble != Trouble.NONE) {
            assertEquals("opening Built-in camera", heard.next());
        }
        assertTrue(heard.next().startsWith("failed " + trouble));
    }

    @Test
    void givesUpACameraThatDoesNotAnswer() throws Exception {
        var hangs = new CountDownLatch(1);
        var alarm = new AlarmByHand();
        var cameras = FakeCameras.of(
                List.of(BUILT_IN),
                () -> {
                    waitFor(hangs);
                    return Optional.empty();
                },
                Optional::empty);
        new Viewfinder(cameras, alarm, heard).start(Optional.empty());
        assertEquals("opening Built-in camera", heard.next());
        alarm.ring();
        assertEquals("failed SILENT Built-in camera", heard.next());
        // Should it answer after all, it is switched off.
        hangs.countDown();
        cameras.closed.await();
        assertEquals(0, cameras.open.get());
        assertTrue(heard.isQuiet());
    }

    @Test
    void givesUpACameraThatStopsShowingPictures() throws Exception {
        var hangs = new CountDownLatch(1);
        var alarm = new AlarmByHand();
        var cameras = FakeCameras.of(List.of(BUILT_IN), Optional::empty, () -> {
            waitFor(hangs);
            throw new CameraException(Trouble.GONE);
        });
        new Viewfinder(cameras, alarm, heard).start(Optional.empty());
        assertEquals("opening Built-in camera", heard.next());
        assertEquals("on Built-in camera", heard.next());
        alarm.ring();
        assertEquals("failed SILENT Built-in camera", heard.next());
        hangs.countDown();
        cameras.closed.await();
        assertTrue(heard.isQuiet());
    }

    @Test
    void saysThatACameraWasUnplugged() throws Exception {
        var pictures = new AtomicInteger();
        var cameras = FakeCameras.of(List.of(BUILT_IN), Optional::empty, () -> {
            if (pictures.incrementAndGet() > 3) {
                throw new CameraException(Trouble.GONE);
            }
            return Optional.of(FakeCameras.frame(black()));
        });
        new Viewfinder(cameras, Alarm.byTheClock(), heard).start(Optional.empty());
        assertEquals("opening Built-in camera", heard.next());
        assertEquals("on Built-in camera", heard.next());
        assertEquals("failed GONE Built-in camera", heard.next());
        cameras.closed.await();
        assertEquals(0, cameras.open.get());
    }

    @Test
    void takesADriverThatBreaksForACameraThatIsBusy() throws Exception {
        var cameras = FakeCameras.of(
                List.of(BUILT_IN),
                () -> {
                    throw new IllegalStateException("native code");
                },
                Optional::empty);
        new Viewfinder(cameras, Alarm.byTheClock(), heard).start(Optional.empty());
        assertEquals("opening Built-in camera", heard.next());
        assertEquals("failed BUSY Built-in camera", heard.next());
    }

    @Test
    void prefersALensToAProgramUnlessItsOwnerChooses() throws Exception {
        var program = new Camera("1", "OBS Virtual Camera");
        assertTrue(program.isVirtual());
        assertFalse(BUILT_IN.isVirtual());
        var cameras = FakeCameras.of(List.of(program, BUILT_IN), Optional::empty, Optional::empty);
        var finder = new Viewfinder(cameras, Alarm.byTheClock(), heard);
        finder.start(Optional.empty());
        assertEquals("opening Built-in camera", heard.next());
        assertEquals("on Built-in camera", heard.next());
        finder.start(Optional.of("1"));
        assertEquals("opening OBS Virtual Camera", heard.next());
        finder.stop();
    }

    private static BufferedImage black() {
        return new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Rings when the test says so: for whoever waits then.
    private static final class AlarmByHand implements Alarm {
        private final BlockingQueue<Runnable> set = new LinkedBlockingQueue<>();

        @Override
        public Runnable after(Duration wait, Runnable act) {
            set.add(act);
            return () -> set.remove(act);
        }

        void ring() throws InterruptedException {
            set.take().run();
        }
    }

    /// What the viewfinder told, in order, without the pictures.
    private static final class Heard implements Viewfinder.Listener {
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return Optional.ofNullable(told.poll(30, TimeUnit.SECONDS)).orElse("nothing");
        }

        boolean isQuiet() {
            return told.isEmpty();
        }

        @Override
        public void opening(List<Camera> cameras, Camera camera) {
            told.add("opening " + camera.name());
        }

        @Override
        public void on(Camera camera) {
            told.add("on " + camera.name());
        }

        @Override
        public void frame(Frame frame) {}

        @Override
        public void seen(List<String> texts) {
            told.add("seen " + texts);
        }

        @Override
        public void failed(Trouble trouble, Optional<Camera> camera) {
            told.add("failed " + trouble + camera.map(c -> " " + c.name()).orElse(""));
        }
    }
}
