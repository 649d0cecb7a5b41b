package org.hearthkey.app.ui.recovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.core.intermediate.Intermediates;
import org.hearthkey.core.name.ZoneName;

/// The fields of [IntermediateAsked], and what the certificate will allow.
final class IntermediateFields extends VBox {
    private final Words words;

    IntermediateFields(IntermediateAsked asked, Words words, FileChoice files) {
        super(12);
        this.words = words;
        var name = new TextField();
        name.textProperty().bindBidirectional(asked.nameProperty());
        var years = new ComboBox<Integer>();
        years.getItems()
                .setAll(IntStream.rangeClosed(1, Intermediates.MOST_YEARS)
                        .boxed()
                        .toList());
        years.valueProperty().bindBidirectional(asked.yearsProperty());
        var fences = Labels.second("");
        fences.textProperty()
                .bind(asked.nameProperty()
                        .map(text -> ZoneName.parse(text.strip())
                                .map(part -> words.text(
                                        "ceremony.other.fences", part.dnsName().text()))
                                .orElse(words.text("ceremony.other.fenced"))));
        getChildren()
                .setAll(
                        new Field(words.text("ceremony.other.name"), name),
                        fences,
                        chosen(
                                asked.requestProperty(),
                                "ceremony.other.request",
                                () -> files.open(
                                        words.text("ceremony.other.request"),
                                        words.text("ceremony.other.kind"),
                                        List.of("*.csr", "*.pem", "*.req", "*.p10"))),
                        new Field(words.text("ceremony.other.years"), years),
                        chosen(
                                asked.folderProperty(),
                                "ceremony.other.folder",
                                () -> files.folder(words.text("ceremony.other.folder"))));
    }

    /// Asks the owner for a file or a folder.
    private interface Asking {
        Optional<Path> ask();
    }

    private Node chosen(ObjectProperty<Optional<Path>> into, String key, Asking asking) {
        var choose = new Button(words.text(key));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> asking.ask().ifPresent(path -> into.set(Optional.of(path))));
        var where = Labels.second("");
        where.setMinWidth(0);
        where.textProperty()
                .bind(into.map(path -> path.map(Path::toString).orElse(words.text("ceremony.other.unchosen"))));
        var row = new HBox(12, choose, where);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
