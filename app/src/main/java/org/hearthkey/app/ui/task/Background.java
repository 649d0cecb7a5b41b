package org.hearthkey.app.ui.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Where view models send the work that may take a while. The answers come back in the order asked.
public interface Background {
    /// Runs `work` away from the window, then exactly one of the other two on the JavaFX thread.
    <T> void run(Callable<? extends T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

    /// Runs `news` on the JavaFX thread, after all that was told or answered before. For work that tells how far it is.
    void tell(Runnable news);
}
