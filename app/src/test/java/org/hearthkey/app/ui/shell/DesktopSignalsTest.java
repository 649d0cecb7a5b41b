package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Listens on a real message bus, on which a real program says that a screen saver begins.
class DesktopSignalsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Process bus = new ProcessBuilder("true").start();
    private String address = "";

    DesktopSignalsTest() throws IOException {}

    @BeforeEach
    void startABus() throws IOException {
        Peer.of("dbus-monitor", folder);
        bus = Peer.of("dbus-daemon", folder).start("--session", "--nofork", "--print-address");
        BufferedReader said = bus.inputReader(StandardCharsets.UTF_8);
        address = said.readLine();
    }

    @AfterEach
    void stopTheBus() {
        bus.destroy();
    }

    @Test
    void hearsAScreenThatLocks() throws Exception {
        assertTrue(isHeard("org.freedesktop.ScreenSaver.ActiveChanged"));
    }

    @Test
    void hearsTheComputerGoToSleep() throws Exception {
        assertTrue(isHeard("org.freedesktop.login1.Manager.PrepareForSleep"));
    }

    /// Says it until it is heard: the listeners take a moment to begin.
    private boolean isHeard(String signal) throws InterruptedException {
        var heard = new CountDownLatch(1);
        var buses = Map.of("DBUS_SESSION_BUS_ADDRESS", address, "DBUS_SYSTEM_BUS_ADDRESS", address);
        var sender = Peer.of("dbus-send", folder);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var signals = DesktopSignals.listen(heard::countDown, buses)) {
            assertTrue(signals.areHeard());
            while (!heard.await(100, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
                sender.run("--bus=" + address, "--type=signal", "/a/path", signal, "boolean:true")
                        .accepts();
            }
        }
        return heard.getCount() == 0;
    }
}
