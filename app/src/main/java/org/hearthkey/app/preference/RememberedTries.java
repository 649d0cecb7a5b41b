package org.hearthkey.app.preference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.hearthkey.core.home.KeptTries;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.key.Fingerprint;

/// Remembers wrong tries for the person at this computer: one line a home file, beside the preferences, named after the
/// hash of the file's path. Holds no secret. What is no such line counts as none.
public final class RememberedTries implements KeptTries {
    private static final int MOST_BYTES = 200;

    private final Path folder;

    RememberedTries(Path folder) {
        this.folder = folder;
    }

    /// What is remembered beside these preferences.
    public static RememberedTries beside(PreferencesFile preferences) {
        return new RememberedTries(preferences.path().resolveSibling("tries"));
    }

    @Override
    public Optional<WrongTries> read(Path file) throws IOException {
        try (var in = Files.newInputStream(place(file))) {
            return WrongTries.parse(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void write(Path file, WrongTries tries) throws IOException {
        Files.createDirectories(folder);
        var place = place(file);
        var beside = place.resolveSibling(place.getFileName() + ".new");
        Files.writeString(beside, tries.text() + "\n");
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void forget(Path file) throws IOException {
        Files.deleteIfExists(place(file));
    }

    /// However the file is spelled, through links or not.
    private Path place(Path file) throws IOException {
        var path =
                Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
        return folder.resolve(
                Fingerprint.of(path.toString().getBytes(StandardCharsets.UTF_8)).hex());
    }
}
