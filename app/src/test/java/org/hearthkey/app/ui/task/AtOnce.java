package org.hearthkey.app.ui.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs everything at once on the calling thread, for tests of view models.
public final class AtOnce implements Background {
    @Override
    public <T> void run(Callable<? extends T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }

    @Override
    public void tell(Runnable news) {
        news.run();
    }
}
