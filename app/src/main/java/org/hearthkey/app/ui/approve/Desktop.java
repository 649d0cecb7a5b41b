package org.hearthkey.app.ui.approve;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.util.Duration;
import org.hearthkey.app.camera.Frame;

/// Takes a picture of all screens, without our own window, on which the owner marks a code that another program
/// shows.
final class Desktop implements Consumer<Consumer<Frame>> {
    /// Until the desktop has drawn what was behind the window.
    private static final Duration UNCOVERED = Duration.millis(400);

    private final Supplier<Window> window;

    Desktop(Supplier<Window> window) {
        this.window = window;
    }

    /// Whether this desktop lets no program see what others show: Wayland.
    static boolean isPrivate(Map<String, String> environment) {
        return "wayland".equalsIgnoreCase(environment.getOrDefault("XDG_SESSION_TYPE", ""))
                || environment.containsKey("WAYLAND_DISPLAY");
    }

    @Override
    public void accept(Consumer<Frame> taken) {
        var own = window.get();
        own.setOpacity(0);
        var wait = new PauseTransition(UNCOVERED);
        wait.setOnFinished(_ -> {
            Optional<Frame> picture = Optional.empty();
            try {
                picture = Optional.of(picture());
            } finally {
                own.setOpacity(1);
            }
            picture.ifPresent(taken);
        });
        wait.play();
    }

    /// All screens as they lie beside each other.
    private static Frame picture() {
        double left = 0;
        double top = 0;
        double right = 1;
        double below = 1;
        for (var screen : Screen.getScreens()) {
            var bounds = screen.getBounds();
            left = Math.min(left, bounds.getMinX());
            top = Math.min(top, bounds.getMinY());
            right = Math.max(right, bounds.getMaxX());
            below = Math.max(below, bounds.getMaxY());
        }
        return Intake.frame(new Robot().getScreenCapture(null, left, top, right - left, below - top));
    }
}
