package org.hearthkey.app.ui.home;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.ui.control.Tile;

/// Tiles in one row, and where that would cut what they say, in as many as it takes. Each row is filled evenly, so that
/// none looks as if a tile had been forgotten.
final class TileRows extends VBox {
    private static final double GAP = 16;

    /// Narrower, the longest value no longer fits on its line.
    private static final double NARROWEST = 168;

    private static final double WHOLE = 100;

    private final List<Tile> tiles;
    private int rows;

    TileRows(List<Tile> tiles) {
        super(GAP);
        this.tiles = List.copyOf(tiles);
        arrange(1);
        widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                int fit = (int) Math.max(1, Math.floor((width.doubleValue() + GAP) / (NARROWEST + GAP)));
                arrange(Math.ceilDiv(this.tiles.size(), fit));
            }
        });
    }

    private void arrange(int wanted) {
        if (rows == wanted) {
            return;
        }
        rows = wanted;
        getChildren().clear();
        int begin = 0;
        for (int row = 0; row < rows; row++) {
            int end = begin + Math.ceilDiv(tiles.size() - begin, rows - row);
            getChildren().add(row(tiles.subList(begin, end)));
            begin = end;
        }
    }

    private static GridPane row(List<Tile> tiles) {
        var row = new GridPane(GAP, 0);
        for (int i = 0; i < tiles.size(); i++) {
            var part = new ColumnConstraints();
            part.setPercentWidth(WHOLE / tiles.size());
            row.getColumnConstraints().add(part);
        }
        row.addRow(0, tiles.toArray(Tile[]::new));
        return row;
    }
}
