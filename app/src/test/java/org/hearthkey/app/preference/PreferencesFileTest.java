package org.hearthkey.app.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private PreferencesFile file = new PreferencesFile(Path.of("."));

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        file = new PreferencesFile(folder.resolve("config").resolve("preferences.properties"));
    }

    @Test
    void startsWithTheFirstPreferences() throws IOException {
        assertEquals(Preferences.FIRST, file.read());
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        var changed = Preferences.FIRST
                .with(Appearance.DARK)
                .lockingAfter(Duration.ofMinutes(5))
                .at(new WindowPlace(-40, 12, 1280, 800))
                .opened(folder.resolve("Grüße aus = Köln.hearth"), NOON)
                .opened(folder.resolve("Maple House.hearth"), NOON.plusSeconds(60));
        file.write(changed);
        assertEquals(changed, file.read());
        assertEquals(Optional.of(folder.resolve("Maple House.hearth")), changed.lastOpened());
        assertFalse(Files.exists(file.path().resolveSibling("preferences.properties.new")));
    }

    @Test
    void passesOverWhatItDoesNotUnderstand() throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), """
            appearance=sepia
            lock.minutes=999
            window=somewhere
            recent.1.file=/tmp/a.hearth
            recent.1.opened=yesterday
            recent.2.file=/tmp/b.hearth
            recent.2.opened=2026-11-22T12:00:00Z
            of.a.later.release=yes
            """);
        var read = file.read();
        assertEquals(Preferences.FIRST.opened(Path.of("/tmp/b.hearth"), NOON), read);
    }

    @Test
    void keepsTheSixHomesOpenedLast() {
        var preferences = Preferences.FIRST;
        for (int i = 0; i < 8; i++) {
            preferences = preferences.opened(Path.of("/tmp/" + i + ".hearth"), NOON.plusSeconds(i));
        }
        preferences = preferences.opened(Path.of("/tmp/5.hearth"), NOON.plusSeconds(9));
        assertEquals(6, preferences.recent().size());
        assertEquals("5", preferences.recent().getFirst().name());
        assertEquals(
                1,
                preferences.recent().stream()
                        .filter(home -> home.name().equals("5"))
                        .count());
    }

    @Test
    void refusesToLockNever() {
        assertThrows(IllegalArgumentException.class, () -> Preferences.FIRST.lockingAfter(Duration.ZERO));
    }
}
