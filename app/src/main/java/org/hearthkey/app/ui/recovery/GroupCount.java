package org.hearthkey.app.ui.recovery;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.core.recovery.SharePlan;

/// Two numbers beside each other: how many sheets, and how many of them it takes.
final class GroupCount extends HBox {
    private static final int MOST = 9;

    private final ObjectProperty<SharePlan.Group> chosen;
    private final ComboBox<Integer> sheets = new ComboBox<>();
    private final ComboBox<Integer> enough = new ComboBox<>();
    private boolean filling;

    /// @param fewest how many sheets there are at least; a single one is enough by itself
    /// @param above what stands above the first number
    /// @param aboveSecond what stands above the second
    GroupCount(ObjectProperty<SharePlan.Group> chosen, int fewest, String above, String aboveSecond) {
        super(12);
        this.chosen = chosen;
        sheets.getItems().setAll(upTo(fewest, MOST));
        sheets.setValue(chosen.get().members());
        fill(chosen.get().threshold());
        sheets.valueProperty().subscribe(count -> changed(count, enough.getValue()));
        enough.valueProperty().subscribe(needed -> {
            if (!filling) {
                changed(sheets.getValue(), needed);
            }
        });
        getChildren().setAll(field(above, sheets), field(aboveSecond, enough));
    }

    private static List<Integer> upTo(int fewest, int most) {
        return IntStream.rangeClosed(fewest, most).boxed().toList();
    }

    private static Field field(String name, ComboBox<Integer> choice) {
        choice.setMaxWidth(Double.MAX_VALUE);
        var field = new Field(name, choice);
        field.setMinWidth(0);
        setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private void changed(int count, int needed) {
        int kept = count == 1 ? 1 : Math.clamp(needed, 2, count);
        chosen.set(SharePlan.Group.of(kept, count));
        fill(kept);
    }

    private void fill(int needed) {
        filling = true;
        int count = sheets.getValue();
        enough.getItems().setAll(count == 1 ? List.of(1) : upTo(2, count));
        enough.setValue(needed);
        enough.setDisable(count == 1);
        filling = false;
    }
}
