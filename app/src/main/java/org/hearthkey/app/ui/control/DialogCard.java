package org.hearthkey.app.ui.control;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// A dialog: what happened, what is still safe, what is not done yet, what to do; then buttons that are verbs. Where the
/// window is low, what stands above the buttons scrolls.
public final class DialogCard extends VBox {
    /// What stays free around it in a window that is too low for it.
    private static final double MARGIN = 16;

    private final VBox text;
    private final DialogBody scroll;
    private Runnable gone = () -> {};
    private final HBox foot = new HBox();

    public DialogCard(Ikon ikon, Tone tone, String title, String happened) {
        getStyleClass().add("hk-dialog");
        setMaxHeight(USE_PREF_SIZE);
        StackPane.setMargin(this, new Insets(MARGIN));
        var heading = Labels.title(title);
        heading.setWrapText(true);
        var reason = Labels.body(happened);
        reason.getStyleClass().add("text-muted");
        text = new VBox(16, new VBox(4, heading, reason));
        HBox.setHgrow(text, Priority.ALWAYS);
        var disc = Disc.of(ikon, tone);
        var body = new HBox(16, disc, text);
        body.getStyleClass().add("hk-dialog-body");
        foot.getStyleClass().add("hk-dialog-foot");
        scroll = new DialogBody(body);
        setVgrow(scroll, Priority.ALWAYS);
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(scroll, foot);
        setAccessibleText(title + ". " + happened);
    }

    public DialogCard stillSafe(String heading, String sentence) {
        return part(MaterialDesignS.SHIELD_CHECK, Tone.SUCCESS, heading, sentence);
    }

    public DialogCard notDone(String heading, String sentence) {
        return part(MaterialDesignA.ALERT_OUTLINE, Tone.WARNING, heading, sentence);
    }

    public DialogCard whatToDo(String heading, String sentence) {
        return part(MaterialDesignA.ARROW_RIGHT_CIRCLE_OUTLINE, Tone.ACCENT, heading, sentence);
    }

    /// Puts a field or any other part below the sentences.
    public DialogCard with(Node node) {
        text.getChildren().add(node);
        return this;
    }

    /// Brings a part into sight, where not all of them are: such as why something was refused.
    public void reveal(Node part) {
        scroll.reveal(part);
    }

    /// Says beside the buttons why the last of them is off; empty if it is not.
    public DialogCard reason(ObservableValue<String> sentence) {
        var label = Labels.second("");
        label.textProperty().bind(sentence);
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        foot.getChildren().addFirst(label);
        return this;
    }

    /// Does something once the dialog is closed, however it is closed.
    public DialogCard whenGone(Runnable work) {
        gone = work;
        return this;
    }

    /// To be called by whoever has shown it.
    public void gone() {
        gone.run();
    }

    /// Adds a button at the right; the last one added is the one that carries on.
    public DialogCard button(Button button) {
        button.setMinWidth(USE_PREF_SIZE);
        foot.getChildren().add(button);
        return this;
    }

    /// Adds the button that changes nothing. It has the focus when the dialog opens.
    public DialogCard safeButton(Button button) {
        Platform.runLater(button::requestFocus);
        return button(button);
    }

    private DialogCard part(Ikon ikon, Tone tone, String heading, String sentence) {
        var icon = Icons.button(ikon);
        icon.getStyleClass().add(tone.styleClass());
        Label reason = Labels.body(sentence);
        reason.getStyleClass().add("text-muted");
        var words = new VBox(2, Labels.of(heading, "hk-strong"), reason);
        HBox.setHgrow(words, Priority.ALWAYS);
        return with(new HBox(12, icon, words));
    }
}
