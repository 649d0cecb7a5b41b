package org.hearthkey.app.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;

/// The keys that work everywhere in an open home. On macOS Command takes the place of Ctrl.
final class Shortcuts {
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9,
            KeyCode.DIGIT0);

    private final Scene scene;
    private final ShellViewModel model;
    private final Supplier<Optional<Workspace>> workspace;

    /// @param workspace the open home, unless a dialog stands before it
    Shortcuts(Scene scene, ShellViewModel model, Supplier<Optional<Workspace>> workspace) {
        this.scene = scene;
        this.model = model;
        this.workspace = workspace;
    }

    void install() {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (act(event)) {
                event.consume();
            }
        });
    }

    private boolean act(KeyEvent event) {
        boolean plainShortcut = event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
        if (plainShortcut && event.getCode() == KeyCode.L) {
            model.lock();
            return true;
        }
        return workspace
                .get()
                .filter(open -> (plainShortcut ? shortcut(open, event.getCode()) : area(open, event.getCode()))
                        || open.pressed(event))
                .isPresent();
    }

    private static boolean area(Workspace open, KeyCode code) {
        if (code == KeyCode.F6) {
            open.nextArea();
        }
        return code == KeyCode.F6;
    }

    private static boolean shortcut(Workspace open, KeyCode code) {
        if (code == KeyCode.F) {
            open.find();
            return true;
        }
        if (code == KeyCode.N && open.places().contains(Place.APPROVE)) {
            open.go(Destination.to(Place.APPROVE));
            return true;
        }
        int digit = DIGITS.indexOf(code);
        if (digit >= 0 && digit < open.places().size()) {
            open.go(Destination.to(open.places().get(digit)));
            return true;
        }
        return false;
    }
}
