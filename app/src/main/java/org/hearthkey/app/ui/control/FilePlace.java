package org.hearthkey.app.ui.control;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// Where a file lies: its folder, shortened in the middle when there is no room, and its name below. The whole is told on
/// hovering.
public final class FilePlace extends VBox {
    public FilePlace(Path file) {
        super(2);
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(0);
        var folder = file.getParent();
        if (folder != null) {
            getChildren().add(line(folder));
        }
        getChildren().add(line(file.getFileName()));
        Tooltip.install(this, new Tooltip(file.toString()));
        setAccessibleText(file.toString());
    }

    private static Label line(Path part) {
        var line = Labels.code(part.toString());
        line.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        line.setMinWidth(0);
        return line;
    }
}
