package org.hearthkey.app.preference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the [Preferences] as a properties file in the user's own configuration folder. A line nobody understands, from a
/// later release or a slip of the editor, is passed over.
public final class PreferencesFile {
    private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);

    private final Path file;

    public PreferencesFile(Path file) {
        this.file = file;
    }

    /// The file of the person at this computer.
    public static PreferencesFile ofThisUser() {
        return new PreferencesFile(configurationFolder().resolve("preferences.properties"));
    }

    public Path path() {
        return file;
    }

    /// What was kept; what a first start has, if nothing was.
    public Preferences read() throws IOException {
        var kept = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            kept.load(in);
        } catch (NoSuchFileException firstStart) {
            return Preferences.FIRST;
        } catch (IllegalArgumentException e) {
            LOG.warn("{} is not a properties file and is passed over", file, e);
            return Preferences.FIRST;
        }
        return new Preferences(recent(kept), appearance(kept), lockAfter(kept), window(kept), rehearsed(kept));
    }

    /// Replaces the file in one step.
    public void write(Preferences preferences) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# Written by Hearthkey. Holds no secret: which files were opened, and how the window looks.");
        lines.add("appearance=" + preferences.appearance().name().toLowerCase(Locale.ROOT));
        lines.add("lock.minutes=" + preferences.lockAfter().toMinutes());
        preferences
                .window()
                .ifPresent(place -> lines.add("window=%d %d %d %d"
                        .formatted(
                                Math.round(place.x()),
                                Math.round(place.y()),
                                Math.round(place.width()),
                                Math.round(place.height()))));
        preferences.rehearsed().ifPresent(at -> lines.add("rehearsed=" + at));
        int number = 0;
        for (var home : preferences.recent()) {
            number++;
            lines.add("recent." + number + ".opened=" + home.opened());
            lines.add("recent." + number + ".file=" + escaped(home.file().toString()));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, lines, StandardCharsets.UTF_8);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<RecentHome> recent(Properties kept) {
        var homes = new ArrayList<RecentHome>();
        for (int number = 1; kept.containsKey("recent." + number + ".file"); number++) {
            try {
                homes.add(new RecentHome(
                        Path.of(kept.getProperty("recent." + number + ".file")),
                        Instant.parse(kept.getProperty("recent." + number + ".opened", ""))));
            } catch (InvalidPathException | DateTimeException e) {
                LOG.warn("Recent home {} is passed over", number, e);
            }
        }
        return homes;
    }

    private static Appearance appearance(Properties kept) {
        return switch (kept.getProperty("appearance", "system")) {
            case "light" -> Appearance.LIGHT;
            case "dark" -> Appearance.DARK;
            default -> Appearance.SYSTEM;
        };
    }

    private static Duration lockAfter(Properties kept) {
        var typed = kept.getProperty("lock.minutes", "");
        if (!typed.matches("[0-9]{1,2}")) {
            return Preferences.FIRST.lockAfter();
        }
        long minutes = Math.clamp(
                Integer.parseInt(typed), Preferences.SHORTEST_LOCK.toMinutes(), Preferences.LONGEST_LOCK.toMinutes());
        return Duration.ofMinutes(minutes);
    }

    private static Optional<Instant> rehearsed(Properties kept) {
        try {
            return Optional.ofNullable(kept.getProperty("rehearsed")).map(Instant::parse);
        } catch (DateTimeException e) {
            LOG.warn("The time of the rehearsal is passed over", e);
            return Optional.empty();
        }
    }

    private static Optional<WindowPlace> window(Properties kept) {
        var typed = kept.getProperty("window", "");
        if (!typed.matches("-?[0-9]{1,5} -?[0-9]{1,5} [0-9]{1,5} [0-9]{1,5}")) {
            return Optional.empty();
        }
        var numbers = List.of(typed.split(" "));
        return Optional.of(new WindowPlace(
                Integer.parseInt(numbers.get(0)),
                Integer.parseInt(numbers.get(1)),
                Integer.parseInt(numbers.get(2)),
                Integer.parseInt(numbers.get(3))));
    }

    /// A backslash begins an escape in properties, and paths of Windows are full of them.
    private static String escaped(String text) {
        return text.replace("\\", "\\\\");
    }

    private static Path configurationFolder() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var home = Path.of(System.getProperty("user.home", "."));
        if (system.contains("windows")) {
            return folder("APPDATA").orElse(home).resolve("Hearthkey");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Hearthkey");
        }
        return folder("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("hearthkey");
    }

    private static Optional<Path> folder(String variable) {
        return Optional.ofNullable(System.getenv(variable)).map(Path::of).filter(Path::isAbsolute);
    }
}
