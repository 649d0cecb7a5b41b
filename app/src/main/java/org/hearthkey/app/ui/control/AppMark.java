package org.hearthkey.app.ui.control;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/// The house with the keyhole, in ember.
public final class AppMark extends StackPane {
    /// A house on a field of 72, with its keyhole cut out.
    private static final String HOUSE = "M36 13 L58.5 30 V55 Q58.5 58 55.5 58 H16.5 Q13.5 58 13.5 55 V30 Z "
            + "M36 29 A7.5 7.5 0 0 0 32.6 43.2 L30.5 51 H41.5 L39.4 43.2 A7.5 7.5 0 0 0 36 29 Z";
    private static final double DRAWN_SIZE = 72;

    private AppMark(double size) {
        getStyleClass().add("hk-mark");
        var house = new SVGPath();
        house.setContent(HOUSE);
        house.setFillRule(FillRule.EVEN_ODD);
        house.getStyleClass().add("hk-mark-house");
        house.setScaleX(size / DRAWN_SIZE);
        house.setScaleY(size / DRAWN_SIZE);
        house.setManaged(false);
        house.layoutXProperty().bind(widthProperty().subtract(DRAWN_SIZE).divide(2));
        house.layoutYProperty().bind(heightProperty().subtract(DRAWN_SIZE).divide(2));
        getChildren().setAll(house);
    }

    /// 32 px, for the sidebar.
    public static AppMark small() {
        return new AppMark(32);
    }

    /// 72 px, for the welcome.
    public static AppMark large() {
        var mark = new AppMark(DRAWN_SIZE);
        mark.getStyleClass().add("large");
        return mark;
    }
}
