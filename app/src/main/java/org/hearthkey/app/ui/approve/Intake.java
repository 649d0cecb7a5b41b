package org.hearthkey.app.ui.approve;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.hearthkey.app.camera.QrPicture;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FileChoice;

/// How pictures, files and texts come into the screen: chosen, dropped, pasted or typed.
final class Intake implements ScanPane.Ways {
    private static final List<String> ENDINGS =
            List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp", "*.csr", "*.p10", "*.pem", "*.der", "*.req", "*.txt");

    private final ApproveViewModel model;
    private final FileChoice choice;
    private final Words words;

    Intake(ApproveViewModel model, FileChoice choice, Words words) {
        this.model = model;
        this.choice = choice;
        this.words = words;
    }

    @Override
    public void chooseFile() {
        choice.open(words.text("approve.choose.chooser"), words.text("approve.choose.kind"), ENDINGS)
                .ifPresent(model::offer);
    }

    @Override
    public void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            clipboard.getFiles().stream().findFirst().map(File::toPath).ifPresent(model::offer);
        } else if (clipboard.hasImage()) {
            model.offer(picture(clipboard.getImage()));
        } else if (clipboard.hasString()) {
            model.offerTyped(clipboard.getString());
        }
    }

    @Override
    public void typed(String text) {
        model.offerTyped(text);
    }

    @Override
    public void withoutKey() {
        model.withoutKey();
    }

    /// Takes what is dropped anywhere on `node`.
    void takeDrops(Node node) {
        node.setOnDragOver(event -> {
            var board = event.getDragboard();
            if (board.hasFiles() || board.hasImage() || board.hasString()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        node.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        var board = event.getDragboard();
        if (board.hasFiles()) {
            board.getFiles().stream().findFirst().map(File::toPath).ifPresent(model::offer);
        } else if (board.hasImage()) {
            model.offer(picture(board.getImage()));
        } else if (board.hasString()) {
            model.offerTyped(board.getString());
        }
        event.setDropCompleted(true);
        event.consume();
    }

    private static QrPicture picture(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[Math.multiplyExact(width, height)];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return QrPicture.of(width, height, pixels);
    }
}
