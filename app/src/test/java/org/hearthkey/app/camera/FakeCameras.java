package org.hearthkey.app.camera;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.hearthkey.app.camera.CameraException.Trouble;

/// Cameras that show pictures, or behave as cameras do that are broken.
public final class FakeCameras implements FrameSource {
    /// What a camera does when it is opened or asked for a picture.
    public interface Behavior {
        Optional<Frame> next() throws CameraException;
    }

    private final List<Camera> cameras;
    private final Behavior opening;
    private final Behavior showing;
    public final AtomicInteger open = new AtomicInteger();
    public final CountDownLatch closed = new CountDownLatch(1);

    private FakeCameras(List<Camera> cameras, Behavior opening, Behavior showing) {
        this.cameras = cameras;
        this.opening = opening;
        this.showing = showing;
    }

    public static FakeCameras of(List<Camera> cameras, Behavior opening, Behavior showing) {
        return new FakeCameras(cameras, opening, showing);
    }

    /// One camera that shows one picture after the other, and the last one for ever.
    public static FakeCameras showing(BufferedImage... pictures) {
        var next = new AtomicInteger();
        return of(List.of(new Camera("0", "Built-in camera")), Optional::empty, () -> {
            var picture = pictures[Math.min(next.getAndIncrement(), pictures.length - 1)];
            return Optional.of(frame(picture));
        });
    }

    /// One camera that shows picture files.
    public static FakeCameras showing(List<Path> files) throws IOException {
        var pictures = new BufferedImage[files.size()];
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = ImageIO.read(files.get(i).toFile());
        }
        return showing(pictures);
    }

    public static FakeCameras failing(Trouble trouble) {
        return of(
                trouble == Trouble.NONE ? List.of() : List.of(new Camera("0", "Built-in camera")),
                () -> {
                    throw new CameraException(trouble);
                },
                Optional::empty);
    }

    public static Frame frame(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return new Frame(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    }

    @Override
    public List<Camera> cameras() {
        return cameras;
    }

    @Override
    public Frames open(Camera camera) throws CameraException {
        opening.next();
        open.incrementAndGet();
        return new Frames() {
            @Override
            public Optional<Frame> next() throws CameraException {
                return showing.next();
            }

            @Override
            public void close() {
                open.decrementAndGet();
                closed.countDown();
            }
        };
    }
}
