package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Where a home's new file goes.
final class PlaceCard extends HBox {
    private final Button change;

    /// @param chooseFile lets the owner pick another place
    /// @param chosen told the other place
    PlaceCard(
            ObservableValue<Path> place,
            Function<Path, Optional<Path>> chooseFile,
            Consumer<Path> chosen,
            Words words) {
        super(16);
        var path = Labels.of("", "hk-code");
        path.setWrapText(true);
        place.subscribe(file -> path.setText(file.toString()));
        var text = new VBox(
                2,
                Labels.rowTitle(words.text("create.file.title")),
                path,
                Labels.second(words.text("create.file.hint")));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        change = new Button(words.text("create.file.button"));
        change.setMinWidth(USE_PREF_SIZE);
        change.managedProperty().bind(change.visibleProperty());
        change.setOnAction(_ -> chooseFile.apply(place.getValue()).ifPresent(chosen));
        getChildren().setAll(Disc.of(MaterialDesignF.FILE_LOCK_OUTLINE, Tone.NEUTRAL), text, change);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("hk-card", "hk-card-padded");
    }

    /// There is no other place.
    void fix() {
        change.setVisible(false);
    }
}
