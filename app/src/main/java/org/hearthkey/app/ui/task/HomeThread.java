package org.hearthkey.app.ui.task;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread named `home`. It alone touches the open home: its file, its keys, its clock, so that `core` needs no locks.
///
/// The window's one place that catches every exception: each is logged once, here, and handed to who asked.
public final class HomeThread implements Background, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HomeThread.class);
    private static final Duration LAST_WORK = Duration.ofSeconds(10);

    private final ExecutorService thread;
    private volatile boolean abandoned;

    public HomeThread() {
        this("home");
    }

    /// Another thread of this kind, for long work that touches no home.
    public HomeThread(String name) {
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon(!name.equals("home")).factory());
    }

    @Override
    public <T> void run(Callable<? extends T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        thread.execute(() -> {
            T result;
            try {
                result = work.call();
            } catch (Exception e) {
                answer(() -> {
                    LOG.warn("Work on the home failed", e);
                    failed.accept(e);
                });
                return;
            }
            answer(() -> done.accept(result));
        });
    }

    private void answer(Runnable answer) {
        Platform.runLater(() -> {
            if (!abandoned) {
                answer.run();
            }
        });
    }

    @Override
    public void tell(Runnable news) {
        Platform.runLater(news);
    }

    /// Waits for nothing: work under way is interrupted, and nobody hears what came of it. For work that records nothing.
    public void abandon() {
        abandoned = true;
        thread.shutdownNow();
    }

    /// Lets work under way come to its end, so that what was begun is recorded, and takes no more.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Work on the home did not end within {} seconds", LAST_WORK.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
