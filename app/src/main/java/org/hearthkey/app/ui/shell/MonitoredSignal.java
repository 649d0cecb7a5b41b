package org.hearthkey.app.ui.shell;

import java.util.regex.Pattern;

/// Understands what `dbus-monitor` prints: a line that names a signal, then a line for each of its values.
final class MonitoredSignal {
    private static final Pattern SIGNAL = Pattern.compile("signal .* interface=([\\w.]+); member=(\\w+)");
    private static final String TRUE = "boolean true";

    private boolean asksForTrue;

    /// Whether this line says that nobody is at the computer any more.
    boolean saysAway(String line) {
        var named = SIGNAL.matcher(line);
        if (!named.lookingAt()) {
            boolean away = asksForTrue && line.strip().equals(TRUE);
            asksForTrue = false;
            return away;
        }
        var signal = named.group(1) + "." + named.group(2);
        asksForTrue = signal.endsWith(".ScreenSaver.ActiveChanged")
                || signal.equals("org.freedesktop.login1.Manager.PrepareForSleep");
        return signal.equals("org.freedesktop.login1.Session.Lock");
    }
}
