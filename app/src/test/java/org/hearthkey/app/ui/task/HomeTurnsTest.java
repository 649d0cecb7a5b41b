package org.hearthkey.app.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class HomeTurnsTest {
    private final HomeThread home = new HomeThread();
    private final HomeTurns turns = new HomeTurns(home);

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void worksOnTheHomesThreadAndLeavesItFreeBetweenTurns() throws Exception {
        assertEquals("home", turns.take(() -> Thread.currentThread().getName()));
        var elsewhere = new CompletableFuture<String>();
        home.run(() -> "somebody else's", elsewhere::complete, elsewhere::completeExceptionally);
        assertEquals("somebody else's", elsewhere.get(10, TimeUnit.SECONDS));
        assertEquals("home", turns.take(() -> Thread.currentThread().getName()));
    }

    @Test
    void throwsWhatTheWorkThrows() {
        var failed = new IOException("the disk");
        assertSame(
                failed,
                assertThrows(
                        IOException.class,
                        () -> turns.take(() -> {
                            throw failed;
                        })));
    }

    @Test
    void endsWhenTheHomeTakesNoMoreWork() {
        home.close();
        assertThrows(CancellationException.class, () -> turns.take(() -> "too late"));
    }

    @Test
    void handsOverWhatATurnOpenedAlthoughNobodyWaitsAnyMore() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var got = new CompletableFuture<String>();
        var next = new CompletableFuture<Boolean>();
        var network = Thread.ofPlatform().start(() -> {
            got.complete(turns.take(() -> {
                begun.countDown();
                return opened(mayEnd);
            }));
            try {
                turns.take(() -> "more");
                next.complete(false);
            } catch (CancellationException over) {
                next.complete(true);
            }
        });
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        network.interrupt();
        mayEnd.countDown();
        assertEquals("a key", got.get(10, TimeUnit.SECONDS));
        assertTrue(next.get(10, TimeUnit.SECONDS));
    }

    private static String opened(CountDownLatch mayEnd) {
        try {
            assertTrue(mayEnd.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
        return "a key";
    }
}
