package org.hearthkey.app.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.TypedSecret.Selecting;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// A field for a passphrase. JavaFX's own keeps what is typed in a string that nobody can overwrite; here it stays in a
/// [TypedSecret], and even when shown it is drawn letter by letter. It takes a paste, and gives nothing to copy.
public final class PassphraseField extends Region {
    private static final String DOT = "•";
    private static final double EYE_WIDTH = 36;
    private static final double LINE_HEIGHT = 20;

    private final TypedSecret secret;
    private final Words words;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final List<Text> letters = new ArrayList<>();
    private final Rectangle selection = new Rectangle(0, LINE_HEIGHT);
    private final Line caret = new Line(0, 0, 0, LINE_HEIGHT);
    private final Pane line = new Pane(selection, caret);
    private final Rectangle visiblePart = new Rectangle();
    private final Button eye = new Button();
    private double scrolledBy;

    /// @param name what the screen reader says the field is for
    public PassphraseField(TypedSecret secret, String name, Words words) {
        this.secret = secret;
        this.words = words;
        getStyleClass().add("hk-passphrase");
        selection.getStyleClass().add("hk-selection");
        caret.getStyleClass().add("hk-caret");
        caret.visibleProperty().bind(focusedProperty());
        line.setClip(visiblePart);
        line.setMouseTransparent(true);
        eye.getStyleClass().add("flat");
        getChildren().setAll(line, eye);

        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        setAccessibleText(name);
        eye.setOnAction(_ -> shown.set(!shown.get()));
        shown.subscribe(_ -> showEye());
        shown.subscribe(_ -> redraw());
        secret.revisionProperty().subscribe(this::redraw);
        sceneProperty().subscribe(_ -> shown.set(false));

        setOnKeyTyped(this::typed);
        setOnKeyPressed(this::pressed);
        setOnMousePressed(this::clicked);
        setOnMouseDragged(event -> secret.moveTo(indexAt(event.getX()), Selecting.EXTEND));
        setOnInputMethodTextChanged(this::composed);
    }

    /// Shows what is in the field, until it is hidden or leaves the window.
    public void show() {
        shown.set(true);
    }

    private void showEye() {
        eye.setGraphic(Icons.button(shown.get() ? MaterialDesignE.EYE_OFF_OUTLINE : MaterialDesignE.EYE_OUTLINE));
        eye.setAccessibleText(words.text(shown.get() ? "control.passphrase.hide" : "control.passphrase.show"));
    }

    private void typed(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isMetaDown() && (!event.isAltDown() || event.isControlDown())) {
            char[] typed = event.getCharacter().toCharArray();
            if (typed.length > 0 && !Character.isISOControl(typed[0])) {
                secret.insert(typed);
                event.consume();
            }
        }
    }

    private void pressed(KeyEvent event) {
        var selecting = event.isShiftDown() ? Selecting.EXTEND : Selecting.DROP;
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> secret.moveBack(selecting);
            case RIGHT -> secret.moveOn(selecting);
            case HOME -> secret.moveTo(0, selecting);
            case END -> secret.moveTo(secret.length(), selecting);
            case BACK_SPACE -> secret.deleteBefore();
            case DELETE -> secret.deleteAfter();
            case A -> known = onShortcut(event, secret::selectAll);
            case V -> known = onShortcut(event, this::paste);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private static boolean onShortcut(KeyEvent event, Runnable act) {
        if (event.isShortcutDown()) {
            act.run();
        }
        return event.isShortcutDown();
    }

    /// The clipboard hands over a string, which is the clipboard's own; ours is overwritten.
    private void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString()) {
            secret.insert(clipboard.getString().toCharArray());
        }
    }

    private void composed(InputMethodEvent event) {
        if (!event.getCommitted().isEmpty()) {
            secret.insert(event.getCommitted().toCharArray());
        }
        event.consume();
    }

    private void clicked(MouseEvent event) {
        requestFocus();
        secret.moveTo(indexAt(event.getX()), event.isShiftDown() ? Selecting.EXTEND : Selecting.DROP);
        if (event.getClickCount() > 1) {
            secret.selectAll();
        }
        event.consume(); // a scroll pane around the field would take the focus away again
    }

    private void redraw() {
        int count = secret.codePoints();
        while (letters.size() < count) {
            var letter = new Text();
            letter.getStyleClass().add("hk-letter");
            letter.setTextOrigin(VPos.CENTER);
            letters.add(letter);
            line.getChildren().add(letter);
        }
        while (letters.size() > count) {
            line.getChildren().remove(letters.removeLast());
        }
        int index = 0;
        for (var letter : letters) {
            int codePoint = secret.codePointAt(index);
            letter.setText(shown.get() ? Character.toString(codePoint) : DOT);
            index += Character.charCount(codePoint);
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var insets = getInsets();
        double width = Math.max(0, getWidth() - insets.getLeft() - insets.getRight() - EYE_WIDTH);
        double middle = Math.round((getHeight() - LINE_HEIGHT) / 2);
        line.resizeRelocate(insets.getLeft(), middle, width, LINE_HEIGHT);
        visiblePart.setWidth(width + 1);
        visiblePart.setHeight(LINE_HEIGHT);
        eye.resizeRelocate(
                getWidth() - EYE_WIDTH - 2, (getHeight() - eye.prefHeight(-1)) / 2, EYE_WIDTH - 2, eye.prefHeight(-1));

        double caretAt = xOf(secret.caret());
        scrolledBy = Math.clamp(scrolledBy, Math.max(0, caretAt - width), Math.max(0, caretAt));
        double x = -scrolledBy;
        for (var letter : letters) {
            letter.setX(x);
            letter.setY(LINE_HEIGHT / 2);
            x += letter.getLayoutBounds().getWidth();
        }
        caret.setTranslateX(Math.round(caretAt - scrolledBy) + 0.5);
        selection.setX(xOf(secret.selectionStart()) - scrolledBy);
        selection.setWidth(xOf(secret.selectionEnd()) - xOf(secret.selectionStart()));
    }

    /// The distance from the beginning of the text to the letter at `index`.
    private double xOf(int index) {
        double x = 0;
        int at = 0;
        for (var letter : letters) {
            if (at >= index) {
                break;
            }
            x += letter.getLayoutBounds().getWidth();
            at += Character.charCount(secret.codePointAt(at));
        }
        return x;
    }

    private int indexAt(double x) {
        double left = x - getInsets().getLeft() + scrolledBy;
        double letterAt = 0;
        int index = 0;
        for (var letter : letters) {
            double width = letter.getLayoutBounds().getWidth();
            if (left < letterAt + width / 2) {
                break;
            }
            letterAt += width;
            index += Character.charCount(secret.codePointAt(index));
        }
        return index;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    /// Tells the screen reader how much is typed, never what.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> DOT.repeat(secret.codePoints());
            case CARET_OFFSET -> secret.caret();
            case SELECTION_START -> secret.selectionStart();
            case SELECTION_END -> secret.selectionEnd();
            case EDITABLE -> true;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
