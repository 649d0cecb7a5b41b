package org.hearthkey.app.ui.approve;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/// Where a device begins: the large area that takes pictures and files, the other ways beside it, and what happens next.
final class ScanPane extends HBox {
    private static final double SIDE_WIDTH = 336;

    private final Words words;
    private final TextArea typed = new TextArea();
    private final VBox typing = new VBox(8);
    private final VBox hitch = new VBox();
    private final VBox invitation;
    private final VBox looking;
    private final VBox area = new VBox();

    /// What the buttons do.
    interface Ways {
        void chooseFile();

        void paste();

        void typed(String text);

        void withoutKey();
    }

    ScanPane(Ways ways, Words words) {
        super(24);
        this.words = words;
        invitation = invitation(ways);
        looking = looking();
        area.getStyleClass().add("hk-drop");
        area.setAlignment(Pos.CENTER);
        VBox.setVgrow(area, Priority.ALWAYS);
        var left = new VBox(12, hitch, area, privacy());
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        var side = new VBox(24, ways(ways), next());
        side.setMinWidth(SIDE_WIDTH);
        side.setMaxWidth(SIDE_WIDTH);
        getChildren().setAll(left, side);
    }

    /// @param trouble what to say of the last thing that was offered
    void show(Optional<Node> trouble) {
        fillHitch(trouble);
        area.getChildren().setAll(invitation);
    }

    void showLooking() {
        fillHitch(Optional.empty());
        area.getChildren().setAll(looking);
    }

    private void fillHitch(Optional<Node> trouble) {
        hitch.getChildren().setAll(trouble.stream().toList());
        hitch.setManaged(trouble.isPresent());
    }

    /// Opens the field for typing, with the focus in it.
    void type() {
        typing.setVisible(true);
        typing.setManaged(true);
        typed.requestFocus();
    }

    private VBox invitation(Ways ways) {
        var choose = new Button(words.text("approve.choose.button"));
        choose.getStyleClass().add("accent");
        choose.setOnAction(_ -> ways.chooseFile());
        var reason = Labels.body(words.text("approve.drop.reason"));
        reason.getStyleClass().add("text-muted");
        reason.setTextAlignment(TextAlignment.CENTER);
        reason.setMaxWidth(400);
        var box = new VBox(
                12,
                Disc.large(MaterialDesignQ.QRCODE_SCAN, Tone.ACCENT),
                Labels.title(words.text("approve.drop.title")),
                reason,
                choose);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private VBox looking() {
        var bar = new ProgressBar();
        bar.setMaxWidth(240);
        bar.setAccessibleText(words.text("approve.looking.progress"));
        var box = new VBox(12, Labels.title(words.text("approve.looking.progress")), bar);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node privacy() {
        var line = new HBox(
                8, Icons.pill(MaterialDesignE.EYE_OFF_OUTLINE), Labels.second(words.text("approve.privacy.note")));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node ways(Ways ways) {
        var head = new HBox(Labels.of(words.text("approve.ways.title"), "hk-strong"));
        head.getStyleClass().add("hk-card-header");
        var type = way(MaterialDesignK.KEYBOARD_OUTLINE, "approve.type", this::type);
        typing.getStyleClass().add("hk-way-field");
        typing.setVisible(false);
        typing.setManaged(false);
        typed.setPromptText(words.text("approve.type.prompt"));
        typed.setAccessibleText(words.text("approve.type.what"));
        typed.setPrefRowCount(3);
        typed.setWrapText(true);
        typed.getStyleClass().add("hk-code");
        typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShiftDown()) {
                // A hand-held scanner ends with Enter.
                event.consume();
                ways.typed(typed.getText());
            }
        });
        var read = new Button(words.text("approve.type.button"));
        read.disableProperty().bind(typed.textProperty().map(String::isBlank));
        read.setOnAction(_ -> ways.typed(typed.getText()));
        typing.getChildren().setAll(typed, read);
        var card = new VBox(
                head,
                way(MaterialDesignC.CLIPBOARD_OUTLINE, "approve.paste", ways::paste),
                type,
                typing,
                way(MaterialDesignK.KEY_PLUS, "approve.keyless", ways::withoutKey));
        card.getStyleClass().add("hk-card");
        return card;
    }

    private Button way(Ikon ikon, String key, Runnable act) {
        var how = Labels.of(words.text(key + ".how"), "text-small", "text-muted");
        var text = new VBox(2, Labels.of(words.text(key + ".what"), "hk-medium"), how);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(12, Icons.button(ikon), text);
        row.setAlignment(Pos.CENTER_LEFT);
        var shortcut = words.text(key + ".keycap");
        if (!shortcut.isEmpty()) {
            row.getChildren().add(Labels.of(shortcut, "hk-keycap"));
        }
        var button = new Button("", row);
        row.prefWidthProperty().bind(button.widthProperty().subtract(32));
        button.getStyleClass().addAll("flat", "hk-way");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(words.text(key + ".what") + ". " + words.text(key + ".how"));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private Node next() {
        return new VBox(
                16,
                Labels.of(words.text("approve.next.title"), "hk-strong"),
                Steps.step(1, words.text("approve.read.step"), words.text("approve.read.reason")),
                Steps.step(2, words.text("approve.decide.step"), words.text("approve.decide.reason")),
                Steps.step(3, words.text("approve.hand.step"), words.text("approve.hand.reason")));
    }
}
