package org.hearthkey.app.ui.camera;

import javafx.application.Platform;
import org.hearthkey.app.camera.Alarm;
import org.hearthkey.app.camera.CameraException.Trouble;
import org.hearthkey.app.camera.FakeCameras;
import org.hearthkey.app.camera.FrameSource;

/// Cameras for tests of the screen.
public final class Cameras {
    private Cameras() {}

    public static CameraViewModel none() {
        return of(FakeCameras.failing(Trouble.NONE));
    }

    public static CameraViewModel of(FrameSource source) {
        return new CameraViewModel(source, Alarm.byTheClock(), Platform::runLater);
    }
}
