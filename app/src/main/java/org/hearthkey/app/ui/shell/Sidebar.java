package org.hearthkey.app.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.AppMark;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.KeyWords;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.screen.Place;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// The home's name and lock, the places one can be, and the root's four words. Icons only when the window is narrow.
final class Sidebar extends VBox {
    private final Words words;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Place, ToggleButton> places = new EnumMap<>(Place.class);
    private final Map<Place, Label> badges = new EnumMap<>(Place.class);
    private final Label name = Labels.rowTitle("");
    private final Label locksIn = Labels.caption("");
    private final StackPane rootWords = new StackPane();

    Sidebar(List<Place> shown, Consumer<Place> go, Runnable lock, Words words) {
        this.words = words;
        getStyleClass().add("hk-sidebar");
        getChildren().add(head(lock));
        for (Place place : shown) {
            getChildren().add(button(place, shown.indexOf(place) + 1, go));
        }
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, foot());
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    }

    /// Shows whose home it is.
    void identify(String homeName, KeyWords root) {
        name.setText(homeName);
        StackPane.setAlignment(root, Pos.CENTER_LEFT);
        rootWords.getChildren().setAll(root);
    }

    void select(Place place) {
        group.selectToggle(places.get(place));
    }

    /// Shows how many things are due at a place; none shows nothing.
    void due(Place place, int count) {
        var badge = badges.get(place);
        var button = places.get(place);
        if (badge == null || button == null) {
            return;
        }
        badge.setText(Integer.toString(count));
        badge.setVisible(count > 0);
        var placeName = words.text(place.key());
        button.setAccessibleText(count > 0 ? words.text("shell.place.due", placeName, count) : placeName);
    }

    void locksIn(String sentence) {
        locksIn.setText(sentence);
    }

    void focus() {
        if (group.getSelectedToggle() instanceof Node selected) {
            selected.requestFocus();
        }
    }

    void narrow(boolean icons) {
        getStyleClass().remove("narrow");
        if (icons) {
            getStyleClass().add("narrow");
        }
        lookupAll(".hk-wide-only").forEach(node -> {
            node.setVisible(!icons);
            node.setManaged(!icons);
        });
    }

    private Node head(Runnable lock) {
        var text = new VBox(name, locksIn);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        var button = new Button("", Icons.button(MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(words.text("shell.lock.button"));
        button.setTooltip(new Tooltip(words.text("shell.lock.tooltip")));
        button.setOnAction(_ -> lock.run());
        var head = new HBox(AppMark.small(), wideOnly(text), wideOnly(button));
        head.getStyleClass().add("hk-sidebar-head");
        return head;
    }

    private ToggleButton button(Place place, int number, Consumer<Place> go) {
        var bar = new Region();
        bar.getStyleClass().add("hk-place-bar");
        var badge = Labels.of("", "hk-badge");
        badge.setVisible(false);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var placeName = new Label(words.text(place.key()));
        var row = new HBox(
                bar, Icons.button(place.ikon()), wideOnly(placeName), wideOnly(gap), wideOnly(inTheMiddle(badge)));
        row.getStyleClass().add("hk-place-row");

        var button = new ToggleButton("", row);
        button.getStyleClass().add("hk-place");
        button.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(button.widthProperty().subtract(12));
        button.setAccessibleText(words.text(place.key()));
        button.setTooltip(new Tooltip(words.text("shell.place.tooltip", words.text(place.key()), number)));
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            go.accept(place);
        });
        places.put(place, button);
        badges.put(place, badge);
        return button;
    }

    private Node foot() {
        var caption =
                new HBox(8, Icons.pill(MaterialDesignF.FINGERPRINT), Labels.caption(words.text("shell.root.caption")));
        var foot = new VBox(caption, rootWords);
        foot.getStyleClass().add("hk-sidebar-foot");
        return wideOnly(foot);
    }

    private void walk(KeyEvent event) {
        if (event.getCode() != KeyCode.UP && event.getCode() != KeyCode.DOWN) {
            return;
        }
        var all = List.copyOf(places.values());
        int focused = -1;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isFocused()) {
                focused = i;
            }
        }
        if (focused >= 0) {
            int next = focused + (event.getCode() == KeyCode.UP ? -1 : 1);
            all.get(Math.clamp(next, 0, all.size() - 1)).requestFocus();
            event.consume();
        }
    }

    private static Node inTheMiddle(Label badge) {
        var room = new HBox(badge);
        room.setAlignment(Pos.CENTER);
        return room;
    }

    private static Node wideOnly(Node node) {
        node.getStyleClass().add("hk-wide-only");
        return node;
    }
}
