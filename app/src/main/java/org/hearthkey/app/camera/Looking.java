package org.hearthkey.app.camera;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks for codes in the latest picture of a camera, on a thread of its own: pictures come faster than they are read, and
/// those in between are left out.
final class Looking implements AutoCloseable {
    private final AtomicReference<@Nullable Frame> latest = new AtomicReference<>();
    private final Consumer<List<String>> seen;
    private final Thread thread;
    private volatile boolean closed;

    /// @param seen is told what the codes in a picture say
    Looking(Consumer<List<String>> seen) {
        this.seen = seen;
        thread = Thread.ofPlatform().daemon().name("camera codes").unstarted(this::look);
    }

    void offer(Frame frame) {
        latest.set(frame);
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        LockSupport.unpark(thread);
    }

    /// Looks no more.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void look() {
        while (!closed) {
            var frame = latest.getAndSet(null);
            if (frame == null) {
                LockSupport.park();
                continue;
            }
            var texts =
                    QrPicture.of(frame.width(), frame.height(), frame.argb()).textsAtAGlance();
            if (!texts.isEmpty() && !closed) {
                seen.accept(texts);
            }
        }
    }
}
