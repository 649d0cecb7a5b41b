package org.hearthkey.app.ui.shell;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.controls.Notification;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Dialogs;
import org.hearthkey.app.ui.control.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// All of the window: what it shows, what was done at its edge, and a dialog over both.
final class Frame extends StackPane implements Dialogs {
    private static final double NOTICE_WIDTH = 420;

    private final StackPane content = new StackPane();
    private final VBox column = new VBox(content);
    private final VBox notices = new VBox(8);
    private final ModalPane modal = new ModalPane();
    private Optional<Node> focusedBefore = Optional.empty();
    private Optional<DialogCard> shown = Optional.empty();

    Frame() {
        notices.setPickOnBounds(false);
        notices.setAlignment(Pos.BOTTOM_RIGHT);
        notices.setPadding(new Insets(24));
        modal.setInTransitionFactory(null);
        modal.setOutTransitionFactory(null);
        modal.setPersistent(true); // a click beside a dialog must not throw away what was typed into it
        modal.displayProperty().subscribe(displayed -> {
            if (!displayed) {
                shown.ifPresent(DialogCard::gone);
                shown = Optional.empty();
                focusedBefore.ifPresent(Node::requestFocus);
                focusedBefore = Optional.empty();
            }
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocusInDialog);
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        getChildren().setAll(column, notices, modal);
    }

    /// Shows this above everything from now on, whenever it is visible.
    void standAbove(Node band) {
        column.getChildren().setAll(band, content);
    }

    /// Shows something else, without what was said or asked before.
    void fill(Node node) {
        hide();
        notices.getChildren().clear();
        content.getChildren().setAll(node);
    }

    @Override
    public void show(DialogCard card) {
        focusedBefore = Optional.ofNullable(getScene().getFocusOwner());
        shown.ifPresent(DialogCard::gone);
        shown = Optional.of(card);
        modal.show(card);
    }

    @Override
    public void hide() {
        modal.hide(true);
    }

    /// Tab must not lead behind the veil.
    private void keepFocusInDialog(@Nullable Node focused) {
        if (focused != null && modal.isDisplay() && isBehindDialog(focused)) {
            modal.getContent().lookupAll("*").stream()
                    .filter(node -> node.isFocusTraversable() && !node.isDisabled() && node.isVisible())
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private boolean isBehindDialog(Node focused) {
        Node node = focused;
        while (node != null) {
            if (node.equals(column) || node.equals(notices)) {
                return true;
            }
            node = node.getParent();
        }
        return false;
    }

    boolean dialogIsOpen() {
        return modal.isDisplay();
    }

    void notice(String sentence) {
        var icon = Icons.button(MaterialDesignC.CHECK_CIRCLE);
        icon.getStyleClass().add("success");
        var notice = new Notification(sentence, icon);
        notice.getStyleClass().add("elevated-2");
        notice.setMaxWidth(NOTICE_WIDTH);
        notice.setAccessibleText(sentence);
        notice.setOnClose(_ -> notices.getChildren().remove(notice));
        notices.getChildren().add(notice);
    }
}
