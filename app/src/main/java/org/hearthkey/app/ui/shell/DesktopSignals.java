package org.hearthkey.app.ui.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears from a Linux desktop that the screen locks or the computer is about to sleep. It reads what `dbus-monitor` prints:
/// a program that every desktop with a message bus has, so that no library is needed for four signals.
final class DesktopSignals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopSignals.class);
    private static final String MONITOR = "dbus-monitor";

    /// The screen savers of GNOME, KDE, Cinnamon, MATE and Xfce differ in their first names only.
    private static final List<String> OF_THE_SESSION = List.of("--session", "type='signal',member='ActiveChanged'");

    private static final List<String> OF_THE_COMPUTER = List.of(
            "--system",
            "type='signal',interface='org.freedesktop.login1.Manager',member='PrepareForSleep'",
            "type='signal',interface='org.freedesktop.login1.Session',member='Lock'");

    private final List<Process> monitors = new ArrayList<>();

    private DesktopSignals() {}

    /// Begins to listen; where there is no such desktop it hears nothing.
    ///
    /// @param away told on a thread of its own
    static DesktopSignals listen(Runnable away) {
        return listen(away, Map.of());
    }

    /// @param environment where the two buses are, if elsewhere than usual
    static DesktopSignals listen(Runnable away, Map<String, String> environment) {
        var signals = new DesktopSignals();
        if (System.getProperty("os.name").equals("Linux")) {
            signals.start(OF_THE_SESSION, environment, away);
            signals.start(OF_THE_COMPUTER, environment, away);
        }
        return signals;
    }

    /// Whether somebody tells when the screen locks.
    boolean areHeard() {
        return !monitors.isEmpty() && monitors.getFirst().isAlive(); // the session's; without a bus it ends at once
    }

    private void start(List<String> what, Map<String, String> environment, Runnable away) {
        var command = new ArrayList<String>();
        command.add(MONITOR);
        command.addAll(what);
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            var monitor = builder.start();
            monitors.add(monitor);
            Thread.ofPlatform().daemon().name("desktop signals").start(() -> read(monitor, away));
        } catch (IOException absent) {
            LOG.info("{} does not run: a locked screen is not noticed", MONITOR, absent);
        }
    }

    private static void read(Process monitor, Runnable away) {
        try (BufferedReader lines = monitor.inputReader(StandardCharsets.UTF_8)) {
            var signal = new MonitoredSignal();
            lines.lines().filter(signal::saysAway).forEach(_ -> away.run());
        } catch (IOException | UncheckedIOException ended) {
            LOG.debug("{} has ended", MONITOR, ended);
        }
    }

    @Override
    public void close() {
        monitors.forEach(Process::destroy);
    }
}
