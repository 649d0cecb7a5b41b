package org.hearthkey.app.preference;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is remembered between two starts.
///
/// @param recent the homes opened last, the newest first; at most six
/// @param lockAfter how long nobody touches the window before an open home locks; 1 to 60 minutes
/// @param rehearsed when somebody last brought a home back in a rehearsal
/// @param window where the window was
public record Preferences(
        List<RecentHome> recent,
        Appearance appearance,
        Duration lockAfter,
        Optional<WindowPlace> window,
        Optional<Instant> rehearsed) {
    public static final Duration SHORTEST_LOCK = Duration.ofMinutes(1);
    public static final Duration LONGEST_LOCK = Duration.ofMinutes(60);

    /// What a first start has.
    public static final Preferences FIRST =
            new Preferences(List.of(), Appearance.SYSTEM, Duration.ofMinutes(5), Optional.empty(), Optional.empty());

    private static final int MOST_RECENT = 6;

    public Preferences {
        recent = recent.stream().limit(MOST_RECENT).toList();
        if (lockAfter.compareTo(SHORTEST_LOCK) < 0 || lockAfter.compareTo(LONGEST_LOCK) > 0) {
            throw new IllegalArgumentException("A home locks after 1 to 60 minutes, not " + lockAfter);
        }
    }

    /// The home to open when nobody names one.
    public Optional<Path> lastOpened() {
        return recent.stream().map(RecentHome::file).findFirst();
    }

    public Preferences opened(Path file, Instant at) {
        var homes = new ArrayList<RecentHome>();
        homes.add(new RecentHome(file, at));
        homes.addAll(without(file).recent);
        return new Preferences(homes, appearance, lockAfter, window, rehearsed);
    }

    public Preferences without(Path file) {
        var homes = recent.stream().filter(home -> !home.file().equals(file)).toList();
        return new Preferences(homes, appearance, lockAfter, window, rehearsed);
    }

    public Preferences with(Appearance wanted) {
        return new Preferences(recent, wanted, lockAfter, window, rehearsed);
    }

    public Preferences lockingAfter(Duration wanted) {
        return new Preferences(recent, appearance, wanted, window, rehearsed);
    }

    public Preferences at(WindowPlace place) {
        return new Preferences(recent, appearance, lockAfter, Optional.of(place), rehearsed);
    }

    /// From now on it is known that somebody has brought a home back in a rehearsal.
    public Preferences rehearsedAt(Instant at) {
        return new Preferences(recent, appearance, lockAfter, window, Optional.of(at));
    }
}
