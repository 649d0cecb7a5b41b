package org.hearthkey.app.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;

/// An open home: the sidebar, and the screen that was asked for beside it.
final class Workspace extends HBox {
    /// Below this width the sidebar shows icons only.
    static final double WIDE = 1100;

    private final Sidebar sidebar;
    private final HomeScreens screens;
    private final StackPane area = new StackPane();
    private Place here = Place.HOME;

    /// @param banner stands above whichever screen is shown
    Workspace(Sidebar sidebar, HomeScreens screens, Node banner) {
        this.sidebar = sidebar;
        this.screens = screens;
        VBox.setVgrow(area, Priority.ALWAYS);
        area.setMinHeight(0);
        var beside = new VBox(banner, area);
        beside.setMinWidth(0);
        HBox.setHgrow(beside, Priority.ALWAYS);
        getChildren().setAll(sidebar, beside);
        widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                sidebar.narrow(width.doubleValue() < WIDE);
            }
        });
    }

    Place here() {
        return here;
    }

    List<Place> places() {
        return screens.places();
    }

    void go(Destination destination) {
        here = destination.place();
        sidebar.select(here);
        var screen = screens.at(here);
        area.getChildren().setAll(screen.view());
        screen.arrived(destination);
    }

    /// Lets the screen at the front read the home again.
    void refresh() {
        screens.at(here).arrived(Destination.to(here));
    }

    void find() {
        screens.at(here).find();
    }

    boolean pressed(KeyEvent key) {
        return screens.at(here).pressed(key);
    }

    /// F6: from the sidebar to the screen, and back.
    void nextArea() {
        var focused = getScene().getFocusOwner();
        boolean inSidebar = focused != null && sidebar.equals(focused.getParent());
        if (inSidebar) {
            area.requestFocus();
            area.getChildren().getFirst().requestFocus();
        } else {
            sidebar.focus();
        }
    }
}
