package org.hearthkey.app.ui.approve;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Takes the code of a hand-held scanner while this screen is shown, whatever has the focus except a text field.
final class ScannerFilter {
    private final ScannerKeys keys = new ScannerKeys();
    private final Consumer<String> scanned;
    private final EventHandler<KeyEvent> filter = this::key;

    ScannerFilter(Node screen, Consumer<String> scanned) {
        this.scanned = scanned;
        screen.sceneProperty().subscribe((before, now) -> {
            Optional.ofNullable(before).ifPresent(scene -> scene.removeEventFilter(KeyEvent.ANY, filter));
            Optional.ofNullable(now).ifPresent(scene -> scene.addEventFilter(KeyEvent.ANY, filter));
        });
    }

    private void key(KeyEvent event) {
        if (event.getSource() instanceof Scene scene && scene.getFocusOwner() instanceof TextInputControl) {
            return;
        }
        long now = System.nanoTime();
        boolean isEnter = event.getCode() == KeyCode.ENTER;
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            if (!event.getCharacter().isEmpty() && !event.isShortcutDown()) {
                keys.typed(event.getCharacter().charAt(0), now);
            }
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED && isEnter) {
            keys.entered(now).ifPresent(code -> {
                event.consume();
                scanned.accept(code);
            });
        } else if (event.getCode() == KeyCode.SPACE && keys.isUnderWay(now)) {
            // It is a letter of the code, and presses no button.
            event.consume();
        }
    }
}
