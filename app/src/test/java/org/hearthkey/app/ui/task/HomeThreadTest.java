package org.hearthkey.app.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class HomeThreadTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch last = new CountDownLatch(1);

    @BeforeAll
    static void startJavaFx() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void worksOnOneThreadAndAnswersOnTheOtherInOrder() throws InterruptedException {
        try (var home = new HomeThread()) {
            home.run(() -> Thread.currentThread().getName(), this::tell, this::fail);
            home.run(
                    () -> {
                        home.tell(() -> tell("half way"));
                        return "done";
                    },
                    this::tell,
                    this::fail);
            home.run(
                    () -> {
                        throw new IllegalStateException("broken");
                    },
                    this::tell,
                    cause -> {
                        tell(String.valueOf(cause.getMessage()));
                        last.countDown();
                    });
            assertTrue(last.await(10, TimeUnit.SECONDS));
        }
        assertEquals(List.of("home", "half way", "done", "broken"), told);
    }

    @Test
    void finishesWhatWasBegunBeforeItEnds() {
        var home = new HomeThread();
        home.run(() -> told.add("recorded"), _ -> {}, this::fail);
        home.close();
        assertEquals(List.of("recorded"), told);
    }

    @Test
    void waitsForNothingThatIsAbandoned() throws InterruptedException {
        var pictures = new HomeThread("pictures");
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        pictures.run(
                () -> {
                    begun.countDown();
                    try {
                        return new CountDownLatch(1).await(60, TimeUnit.SECONDS);
                    } finally {
                        ended.countDown();
                    }
                },
                _ -> told.add("answered"),
                this::fail);
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        pictures.abandon();
        assertTrue(ended.await(10, TimeUnit.SECONDS));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(), told);
    }

    private void tell(String news) {
        assertTrue(Platform.isFxApplicationThread());
        told.add(news);
    }

    private void fail(Exception cause) {
        told.add("failed " + cause);
    }
}
