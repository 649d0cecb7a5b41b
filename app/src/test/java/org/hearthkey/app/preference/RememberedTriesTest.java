package org.hearthkey.app.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.home.WrongTries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTriesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final WrongTries TWO = new WrongTries(2, NOON, NOON.plusSeconds(5));

    @TempDir
    private Path folder;

    private RememberedTries remembered() {
        return RememberedTries.beside(
                new PreferencesFile(folder.resolve("config").resolve("preferences.properties")));
    }

    private Path home(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "a home");
    }

    @Test
    void remembersEachFileForItself() throws IOException {
        var file = home("Maple.hearth");
        remembered().write(file, TWO);
        assertEquals(Optional.of(TWO), remembered().read(file));
        assertEquals(Optional.empty(), remembered().read(home("Other.hearth")));
        remembered().forget(file);
        assertEquals(Optional.empty(), remembered().read(file));
    }

    @Test
    void knowsAFileByEverySpellingOfItsPath() throws IOException {
        var file = home("Maple.hearth");
        remembered().write(file, TWO);
        var link = Files.createSymbolicLink(folder.resolve("link.hearth"), file);
        assertEquals(Optional.of(TWO), remembered().read(link));
        assertEquals(Optional.of(TWO), remembered().read(folder.resolve("config/../Maple.hearth")));
    }

    @Test
    void countsAFileOfSomethingElseAsNone() throws IOException {
        var file = home("Maple.hearth");
        remembered().write(file, TWO);
        try (var kept = Files.list(folder.resolve("config").resolve("tries"))) {
            Files.write(kept.findFirst().orElseThrow(), new byte[10_000]);
        }
        assertEquals(Optional.empty(), remembered().read(file));
    }
}
