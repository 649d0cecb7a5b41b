package org.hearthkey.app.ui.task;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Holds all work until it is let go, so that the window shows what it shows while work takes its time.
public final class Held implements Background {
    private final Background atOnce = new AtOnce();
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> void run(Callable<? extends T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        waiting.add(() -> atOnce.run(work, done, failed));
    }

    @Override
    public void tell(Runnable news) {
        atOnce.tell(news);
    }

    /// Does what waits, on the calling thread.
    public void letGo() {
        for (int held = waiting.size(); held > 0; held--) {
            waiting.remove().run();
        }
    }
}
