package org.hearthkey.app.ui.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

/// The clipboard of this desktop, and JavaFX's clock to empty it by.
public final class DesktopClipboard implements SecretClipboard.Board {
    /// What KDE's clipboard keeper, and others since, take as a request not to remember it.
    private static final DataFormat DO_NOT_REMEMBER = new DataFormat("x-kde-passwordManagerHint");

    private DesktopClipboard() {}

    public static SecretClipboard keeper() {
        return new SecretClipboard(new DesktopClipboard(), DesktopClipboard::later);
    }

    @Override
    public void put(String secret) {
        var content = new ClipboardContent();
        content.putString(secret);
        content.put(DO_NOT_REMEMBER, ByteBuffer.wrap("secret".getBytes(US_ASCII)));
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public Optional<String> text() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
    }

    @Override
    public void empty() {
        Clipboard.getSystemClipboard().clear();
    }

    private static Runnable later(Duration after, Runnable work) {
        var pause = new PauseTransition(javafx.util.Duration.millis((double) after.toMillis()));
        pause.setOnFinished(_ -> work.run());
        pause.play();
        return pause::stop;
    }
}
