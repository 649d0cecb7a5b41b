package org.hearthkey.app.camera;

import com.github.eduramiba.webcamcapture.drivers.NativeDriver;
import com.github.eduramiba.webcamcapture.drivers.WebcamDeviceExtended;
import com.github.sarxos.webcam.WebcamDevice;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hearthkey.app.camera.CameraException.Trouble;

/// The cameras of this computer, through the system's own interface: V4L2, Media Foundation or AVFoundation.
///
/// The driver says only that a camera did not open. Why is asked of the system where it can be.
public final class NativeCameras implements FrameSource {
    /// Finer pictures take longer to look through and show no more of a label that is held close.
    private static final int ENOUGH_PIXELS = 1280 * 720;

    /// A camera that has stopped gives its last picture again and again.
    private static final long STALE_MILLIS = 3000;

    private static final Path DEVICES = Path.of("/dev");

    /// Kept, or its level would be forgotten.
    private static final Logger DRIVER = Logger.getLogger("com.github.eduramiba.webcamcapture");

    public NativeCameras() {
        // It tells every camera and every picture that did not come.
        DRIVER.setLevel(Level.OFF);
    }

    @Override
    public List<Camera> cameras() throws CameraException {
        var cameras = devices().stream()
                .map(device -> new Camera(id(device), device.getName()))
                .toList();
        if (cameras.isEmpty() && isDenied()) {
            throw new CameraException(Trouble.DENIED);
        }
        return cameras;
    }

    @Override
    public Frames open(Camera camera) throws CameraException {
        var device = devices().stream()
                .filter(each -> id(each).equals(camera.id()))
                .findFirst()
                .orElseThrow(() -> new CameraException(Trouble.GONE));
        Arrays.stream(device.getResolutions())
                .min(Comparator.comparingInt(NativeCameras::distance))
                .ifPresent(device::setResolution);
        device.open();
        if (!device.isOpen()) {
            throw new CameraException(isDenied() ? Trouble.DENIED : Trouble.BUSY);
        }
        return new DeviceFrames(device);
    }

    private static int distance(Dimension size) {
        return Math.abs(size.width * size.height - ENOUGH_PIXELS);
    }

    private static List<WebcamDevice> devices() throws CameraException {
        try {
            return new NativeDriver().getDevices();
        } catch (RuntimeException | LinkageError noneHere) {
            // There is none for this system, such as Linux on ARM.
            throw new CameraException(Trouble.NO_DRIVER, noneHere);
        }
    }

    private static String id(WebcamDevice device) {
        return device instanceof WebcamDeviceExtended extended ? extended.getId() : device.getName();
    }

    /// Linux only: a camera that this user may not open.
    private static boolean isDenied() {
        if (!Files.isDirectory(DEVICES)) {
            return false;
        }
        try (var devices = Files.newDirectoryStream(DEVICES, "video[0-9]*")) {
            for (var device : devices) {
                if (!Files.isReadable(device)) {
                    return true;
                }
            }
            return false;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static final class DeviceFrames implements Frames {
        private final WebcamDevice device;
        private long last = -1;
        private long lastSeen = System.nanoTime();

        DeviceFrames(WebcamDevice device) {
            this.device = device;
        }

        @Override
        public Optional<Frame> next() throws CameraException {
            var image = device.getImage();
            long taken = device instanceof WebcamDeviceExtended extended ? extended.getLastFrameTimestamp() : last + 1;
            if (image == null || taken <= last) {
                if (System.nanoTime() - lastSeen > STALE_MILLIS * 1_000_000) {
                    throw new CameraException(Trouble.GONE);
                }
                return Optional.empty();
            }
            last = taken;
            lastSeen = System.nanoTime();
            int width = image.getWidth();
            int height = image.getHeight();
            return Optional.of(new Frame(width, height, image.getRGB(0, 0, width, height, null, 0, width)));
        }

        @Override
        public void close() {
            device.close();
        }
    }
}
