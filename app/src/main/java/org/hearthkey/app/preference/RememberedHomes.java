package org.hearthkey.app.preference;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.witness.Anchors;
import org.hearthkey.core.witness.CheckpointFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers for the person at this computer how far the journal of each home had come: one small file a home, beside the
/// preferences. Holds no secret.
public final class RememberedHomes implements Anchors {
    private static final Logger LOG = LoggerFactory.getLogger(RememberedHomes.class);

    private final Path folder;
    private final List<Path> mountPoints;
    private final List<Path> lettered;

    /// A folder, and where drives appear.
    ///
    /// @param lettered drives that are a root of their own, as Windows has them
    RememberedHomes(Path folder, List<Path> mountPoints, List<Path> lettered) {
        this.folder = folder;
        this.lettered = List.copyOf(lettered);
        this.mountPoints = List.copyOf(mountPoints);
    }

    /// What is remembered beside these preferences.
    public static RememberedHomes beside(PreferencesFile preferences) {
        return new RememberedHomes(preferences.path().resolveSibling("journals"), mountPointsHere(), letteredHere());
    }

    @Override
    public Optional<Kept> read(HomeId home) throws IOException {
        return file(home).read();
    }

    @Override
    public void write(HomeId home, byte[] checkpoint) throws IOException {
        file(home).write(checkpoint);
    }

    private CheckpointFile file(HomeId home) {
        return new CheckpointFile(folder.resolve(home.text() + ".checkpoint"));
    }

    @Override
    public List<Path> drives() {
        var drives = new ArrayList<Path>(lettered);
        for (var mountPoint : mountPoints) {
            try (DirectoryStream<Path> mounted = Files.newDirectoryStream(mountPoint, Files::isDirectory)) {
                mounted.forEach(drives::add);
            } catch (NoSuchFileException | NotDirectoryException noDrives) {
                // This system keeps its drives elsewhere.
            } catch (IOException unreadable) {
                LOG.warn("The drives below {} cannot be looked at", mountPoint, unreadable);
            }
        }
        return drives;
    }

    private static List<Path> letteredHere() {
        var home = Path.of(System.getProperty("user.home", ".")).toAbsolutePath();
        var drives = new ArrayList<Path>();
        FileSystems.getDefault().getRootDirectories().forEach(drives::add);
        drives.removeIf(home::startsWith);
        return drives;
    }

    /// Where systems put drives that are plugged in, by a person's name and without.
    private static List<Path> mountPointsHere() {
        var user = System.getProperty("user.name", "");
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("windows")) {
            return List.of();
        }
        if (system.contains("mac")) {
            return List.of(Path.of("/Volumes"));
        }
        return List.of(Path.of("/media", user), Path.of("/run/media", user));
    }
}
