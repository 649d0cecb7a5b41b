package org.hearthkey.app.camera;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.hearthkey.app.camera.CameraException.Trouble;

/// Lets one camera look for codes. Each start gets a thread of its own, and a camera that does not answer in time is
/// given up with its thread: nobody ever waits for it. Should it answer after all, it is switched off.
///
/// Start and stop from any thread. What it tells comes on threads of its own.
public final class Viewfinder {
    /// How long a camera may take to open, or to give the next picture.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /// A camera that has no new picture is asked again after this time.
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FrameSource source;
    private final Alarm alarm;
    private final Listener listener;
    private Optional<Session> running = Optional.empty();

    /// Who looks through it.
    public interface Listener {
        /// Cameras were found, and this one is being opened.
        void opening(List<Camera> cameras, Camera camera);

        /// The camera shows pictures from now on.
        void on(Camera camera);

        /// The latest picture.
        void frame(Frame frame);

        /// What the codes in one picture say; at least one.
        void seen(List<String> texts);

        /// It is off, and why.
        ///
        /// @param camera which one, if it came so far
        void failed(Trouble trouble, Optional<Camera> camera);
    }

    public Viewfinder(FrameSource source, Alarm alarm, Listener listener) {
        this.source = source;
        this.alarm = alarm;
        this.listener = listener;
    }

    /// Switches a camera on, in the place of the one that is.
    ///
    /// @param wanted the `id` of the camera; nothing takes the first that is no program
    public synchronized void start(Optional<String> wanted) {
        stop();
        var session = new Session(wanted);
        running = Optional.of(session);
        Thread.ofPlatform().daemon().name("camera").start(session::run);
    }

    /// Switches it off. Nothing more is told.
    public synchronized void stop() {
        running.ifPresent(Session::end);
        running = Optional.empty();
    }

    private synchronized boolean isRunning(Session session) {
        return running.filter(session::equals).isPresent();
    }

    private void fail(Session session, Trouble trouble, Optional<Camera> camera) {
        synchronized (this) {
            if (!isRunning(session)) {
                return;
            }
            stop();
        }
        listener.failed(trouble, camera);
    }

    private final class Session {
        private final Optional<String> wanted;
        private final Looking looking = new Looking(texts -> {
            if (isRunning(this)) {
                listener.seen(texts);
            }
        });
        private volatile Optional<Camera> camera = Optional.empty();

        Session(Optional<String> wanted) {
            this.wanted = wanted;
        }

        void end() {
            looking.close();
        }

        void run() {
            try {
                var cameras = within(source::cameras);
                var chosen = choose(cameras);
                camera = Optional.of(chosen);
                tell(() -> listener.opening(cameras, chosen));
                show(chosen);
            } catch (CameraException e) {
                fail(this, e.trouble(), camera);
            } catch (RuntimeException | LinkageError broken) {
                // A driver in native code answers with whatever it likes.
                fail(this, camera.isEmpty() ? Trouble.NO_DRIVER : Trouble.BUSY, camera);
            }
        }

        private void show(Camera chosen) throws CameraException {
            try (var frames = within(() -> source.open(chosen))) {
                tell(() -> listener.on(chosen));
                var late = silent();
                while (isRunning(this)) {
                    var next = frames.next();
                    if (next.isPresent()) {
                        late.run();
                        tell(() -> listener.frame(next.get()));
                        looking.offer(next.get());
                        late = silent();
                    } else {
                        LockSupport.parkNanos(PAUSE.toNanos());
                    }
                }
                late.run();
            }
        }

        private Camera choose(List<Camera> cameras) throws CameraException {
            return cameras.stream()
                    .filter(each -> wanted.filter(each.id()::equals).isPresent())
                    .findFirst()
                    .or(() -> cameras.stream().filter(each -> !each.isVirtual()).findFirst())
                    .or(() -> cameras.stream().findFirst())
                    .orElseThrow(() -> new CameraException(Trouble.NONE));
        }

        private void tell(Runnable news) {
            if (isRunning(this)) {
                news.run();
            }
        }

        private Runnable silent() {
            return alarm.after(PATIENCE, () -> fail(this, Trouble.SILENT, camera));
        }

        private <T> T within(Call<T> call) throws CameraException {
            var late = silent();
            try {
                return call.run();
            } finally {
                late.run();
            }
        }
    }

    private interface Call<T> {
        T run() throws CameraException;
    }
}
