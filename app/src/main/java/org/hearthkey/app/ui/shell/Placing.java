package org.hearthkey.app.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.preference.WindowPlace;

/// Finds a place for the window that lies on a screen as a whole.
///
/// @param screens what the desktop leaves of each for windows, the main one first; at least one
record Placing(List<WindowPlace> screens) {
    static final double WIDTH = 1280;
    static final double HEIGHT = 800;
    private static final double SMALLEST_WIDTH = 1024;
    private static final double SMALLEST_HEIGHT = 700;

    Placing {
        screens = List.copyOf(screens);
        if (screens.isEmpty()) {
            throw new IllegalArgumentException("There is no screen to place a window on");
        }
    }

    /// Where it was, as far as that is on a screen; else the middle of the main one.
    WindowPlace place(Optional<WindowPlace> before) {
        return before.flatMap(place -> screens.stream()
                        .filter(screen -> shared(place, screen) > 0)
                        .max(Comparator.comparingDouble(screen -> shared(place, screen)))
                        .map(screen -> within(screen, place)))
                .orElseGet(this::middle);
    }

    /// The smallest size that the window may be given: less than it needs where no screen has as much.
    WindowPlace smallest() {
        double width = screens.stream().mapToDouble(WindowPlace::width).min().orElseThrow();
        double height = screens.stream().mapToDouble(WindowPlace::height).min().orElseThrow();
        return new WindowPlace(0, 0, Math.min(SMALLEST_WIDTH, width), Math.min(SMALLEST_HEIGHT, height));
    }

    private WindowPlace middle() {
        var screen = screens.getFirst();
        double width = Math.min(WIDTH, screen.width());
        double height = Math.min(HEIGHT, screen.height());
        return new WindowPlace(
                screen.x() + Math.floor((screen.width() - width) / 2),
                screen.y() + Math.floor((screen.height() - height) / 2),
                width,
                height);
    }

    private static WindowPlace within(WindowPlace screen, WindowPlace place) {
        double width = Math.clamp(place.width(), Math.min(SMALLEST_WIDTH, screen.width()), screen.width());
        double height = Math.clamp(place.height(), Math.min(SMALLEST_HEIGHT, screen.height()), screen.height());
        return new WindowPlace(
                Math.clamp(place.x(), screen.x(), screen.x() + screen.width() - width),
                Math.clamp(place.y(), screen.y(), screen.y() + screen.height() - height),
                width,
                height);
    }

    /// The pixels that both have.
    private static double shared(WindowPlace one, WindowPlace other) {
        double width = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
        double height = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        return Math.max(0, width) * Math.max(0, height);
    }
}
