package org.hearthkey.app.ui.camera;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.camera.Alarm;
import org.hearthkey.app.camera.Blankness;
import org.hearthkey.app.camera.Camera;
import org.hearthkey.app.camera.CameraException.Trouble;
import org.hearthkey.app.camera.Frame;
import org.hearthkey.app.camera.FrameSource;
import org.hearthkey.app.camera.NativeCameras;
import org.hearthkey.app.camera.Viewfinder;
import org.hearthkey.app.ui.task.Background;
import org.jspecify.annotations.Nullable;

/// The camera as the screen shows it: off unless the owner switched it on here.
public final class CameraViewModel {
    private final Viewfinder viewfinder;
    private final Consumer<Runnable> window;
    private final AtomicReference<@Nullable Frame> latest = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Off());
    private final ReadOnlyObjectWrapper<List<Camera>> cameras = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Frame>> frame = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<List<String>> seen = _ -> {};

    /// @param window runs on the JavaFX thread what it is given, in order
    public CameraViewModel(FrameSource source, Alarm alarm, Consumer<Runnable> window) {
        this.window = window;
        viewfinder = new Viewfinder(source, alarm, new Heard());
    }

    /// A camera of this computer.
    ///
    /// @param background runs on the JavaFX thread what it is told
    public static CameraViewModel ofThisComputer(Background background) {
        return new CameraViewModel(new NativeCameras(), Alarm.byTheClock(), background::tell);
    }

    /// What the camera is doing.
    public sealed interface State {
        record Off() implements State {}

        /// Cameras are looked for, or one is being opened.
        record Starting(Optional<Camera> camera) implements State {}

        record On(Camera camera, Sight sight) implements State {}

        record Failed(Trouble trouble, Optional<Camera> camera) implements State {}
    }

    /// What a camera that is on shows.
    public enum Sight {
        SOMETHING,
        /// Black, or one color only, for a while.
        NOTHING
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The cameras that were found when one was last opened.
    public ReadOnlyObjectProperty<List<Camera>> camerasProperty() {
        return cameras.getReadOnlyProperty();
    }

    /// The latest picture, while the camera is on.
    public ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /// Whom to tell what the codes before the camera say.
    ///
    /// @param seen told each time some are seen
    public void onSeen(Consumer<List<String>> seen) {
        this.seen = seen;
    }

    /// Switches on the camera that was chosen last, or the first.
    public void start() {
        start(Optional.empty());
    }

    /// Switches on this camera in the place of another.
    public void choose(Camera camera) {
        start(Optional.of(camera.id()));
    }

    private void start(Optional<String> id) {
        frame.set(Optional.empty());
        state.set(new State.Starting(Optional.empty()));
        viewfinder.start(id);
    }

    /// Switches it off. Never waits.
    public void stop() {
        viewfinder.stop();
        latest.set(null);
        frame.set(Optional.empty());
        state.set(new State.Off());
    }

    /// Hears the camera on its own threads and passes it on, unless it was switched off or over meanwhile.
    private final class Heard implements Viewfinder.Listener {
        private Blankness blankness = new Blankness();
        private Sight sight = Sight.SOMETHING;

        private void tell(Runnable news) {
            window.accept(() -> {
                if (!(state.get() instanceof State.Off)) {
                    news.run();
                }
            });
        }

        @Override
        public void opening(List<Camera> found, Camera camera) {
            tell(() -> {
                cameras.set(found);
                state.set(new State.Starting(Optional.of(camera)));
            });
        }

        @Override
        public void on(Camera camera) {
            blankness = new Blankness();
            sight = Sight.SOMETHING;
            tell(() -> state.set(new State.On(camera, Sight.SOMETHING)));
        }

        @Override
        public void frame(Frame shown) {
            look(shown);
            // The window draws the latest picture only, however many came since it last drew one.
            if (latest.getAndSet(shown) == null) {
                tell(() -> frame.set(Optional.ofNullable(latest.getAndSet(null))));
            }
        }

        private void look(Frame shown) {
            var now = blankness.lasts(shown) ? Sight.NOTHING : Sight.SOMETHING;
            if (now != sight) {
                sight = now;
                tell(() -> {
                    if (state.get() instanceof State.On(var camera, var _)) {
                        state.set(new State.On(camera, now));
                    }
                });
            }
        }

        @Override
        public void seen(List<String> texts) {
            tell(() -> seen.accept(texts));
        }

        @Override
        public void failed(Trouble trouble, Optional<Camera> camera) {
            tell(() -> {
                frame.set(Optional.empty());
                state.set(new State.Failed(trouble, camera));
            });
        }
    }
}
