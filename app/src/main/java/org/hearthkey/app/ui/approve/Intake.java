package org.hearthkey.app.ui.approve;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.hearthkey.app.camera.Frame;
import org.hearthkey.app.camera.QrPicture;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.scan.TypedCode;

/// How pictures, files and texts come into the screen: chosen, dropped, pasted, typed, or taken from the desktop.
final class Intake implements ScanPane.Ways, MakerPane.Acts, MarkPane.Acts {
    private static final List<String> ENDINGS = List.of(
            "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp", "*.pdf", "*.csr", "*.p10", "*.pem", "*.der", "*.req",
            "*.txt");

    private final ApproveViewModel model;
    private final FileChoice choice;
    private final Consumer<Consumer<Frame>> desktop;
    private final TypedWords typedWords;
    private final Words words;

    /// @param desktop takes a picture of all screens and hands it over
    Intake(ApproveViewModel model, FileChoice choice, Consumer<Consumer<Frame>> desktop, Words words) {
        this.model = model;
        this.choice = choice;
        this.desktop = desktop;
        this.words = words;
        typedWords = new TypedWords(words);
    }

    @Override
    public void chooseFiles() {
        var files =
                choice.openSeveral(words.text("approve.choose.chooser"), words.text("approve.choose.kind"), ENDINGS);
        if (!files.isEmpty()) {
            model.offer(files);
        }
    }

    @Override
    public void choose() {
        take(MakerPane.choose(choice, words));
    }

    @Override
    public void take(List<Path> files) {
        if (!files.isEmpty()) {
            model.offerMakers(files);
        }
    }

    @Override
    public void leaveOut(Shown file) {
        model.withdraw(file);
    }

    @Override
    public void paste() {
        take(Clipboard.getSystemClipboard());
    }

    private boolean take(Clipboard board) {
        if (board.hasFiles()) {
            model.offer(board.getFiles().stream().map(File::toPath).toList());
        } else if (board.hasImage()) {
            read(frame(board.getImage()));
        } else if (board.hasString()) {
            model.offerTyped(board.getString());
        } else {
            return false;
        }
        return true;
    }

    /// Whether the clipboard holds something that a text field cannot take.
    boolean holdsPicture() {
        var board = Clipboard.getSystemClipboard();
        return board.hasFiles() || (board.hasImage() && !board.hasString());
    }

    @Override
    public void readScreen() {
        if (Desktop.isPrivate(System.getenv())) {
            model.screenIsPrivate();
        } else {
            desktop.accept(model::mark);
        }
    }

    @Override
    public void read(Frame part) {
        model.offer(QrPicture.of(part.width(), part.height(), part.argb()));
    }

    @Override
    public void back() {
        model.cancel();
    }

    @Override
    public void typed(String text) {
        // In the groups of its label, which a typist may have left out.
        model.offerTyped(TypedCode.of(text).text());
    }

    @Override
    public void withoutKey() {
        model.withoutKey();
    }

    @Override
    public void cancel() {
        model.cancel();
    }

    @Override
    public void forgetSeries() {
        model.forgetSeries();
    }

    @Override
    public String judged(String typed) {
        return typedWords.judge(typed);
    }

    /// Takes what is dropped anywhere on `node`.
    void takeDrops(Node node) {
        node.setOnDragOver(event -> {
            if (isWelcome(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        node.setOnDragDropped(this::dropped);
    }

    private static boolean isWelcome(Dragboard board) {
        return board.hasFiles() || board.hasImage() || board.hasString();
    }

    private void dropped(DragEvent event) {
        event.setDropCompleted(take(event.getDragboard()));
        event.consume();
    }

    /// The dots of a picture.
    static Frame frame(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[Math.multiplyExact(width, height)];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new Frame(width, height, pixels);
    }
}
