package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MonitoredSignalTest {
    private final MonitoredSignal signal = new MonitoredSignal();

    @Test
    void hearsTheScreenSaverBegin() {
        assertEquals(1, heard(saver("org.freedesktop.ScreenSaver", true)));
        assertEquals(1, heard(saver("org.gnome.ScreenSaver", true)));
    }

    @Test
    void doesNotMindItsEnd() {
        assertEquals(0, heard(saver("org.freedesktop.ScreenSaver", false)));
    }

    @Test
    void hearsTheComputerGoToSleepAndNotItsWaking() {
        assertEquals(1, heard(of("org.freedesktop.login1.Manager", "PrepareForSleep") + "\n   boolean true"));
        assertEquals(0, heard(of("org.freedesktop.login1.Manager", "PrepareForSleep") + "\n   boolean false"));
    }

    @Test
    void hearsTheSessionLock() {
        assertEquals(1, heard(of("org.freedesktop.login1.Session", "Lock")));
    }

    @Test
    void hearsNothingElse() {
        assertEquals(0, heard(of("org.freedesktop.DBus", "NameAcquired") + "\n   string \":1.42\"\n   boolean true"));
        assertEquals(0, heard("   boolean true"));
    }

    private long heard(String printed) {
        return printed.lines().filter(signal::saysAway).count();
    }

    private static String saver(String name, boolean active) {
        return of(name, "ActiveChanged") + "\n   boolean " + active;
    }

    private static String of(String owner, String member) {
        return "signal time=1795391520.042 sender=:1.42 -> destination=(null destination) serial=7 path=/a/path;"
                + " interface="
                + owner + "; member=" + member;
    }
}
