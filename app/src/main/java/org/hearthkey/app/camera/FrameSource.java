package org.hearthkey.app.camera;

import java.util.List;
import java.util.Optional;

/// Where moving pictures come from. Every call may take any time and is made on a thread that can be given up; see
/// [Viewfinder].
public interface FrameSource {
    /// The cameras there are now.
    List<Camera> cameras() throws CameraException;

    /// Switches a camera on.
    Frames open(Camera camera) throws CameraException;

    /// A camera that is on until it is closed.
    interface Frames extends AutoCloseable {
        /// The next picture; empty if there is none yet.
        Optional<Frame> next() throws CameraException;

        @Override
        void close();
    }
}
