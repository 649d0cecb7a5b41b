package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.welcome.RebuildViewModel.Witness;
import org.hearthkey.core.name.ZoneName;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// What comes back of a home that is made anew and what does not, where its file goes, and sticks that remember it.
final class RebuildPlan extends VBox {
    private static final int HALF = 50;

    private final RebuildViewModel model;
    private final Words words;
    private final Dates dates;
    private final VBox shown = new VBox(4);

    /// @param files how the owner is asked for a stick's folder
    /// @param chooseFile lets the owner pick another place for the file
    RebuildPlan(
            RebuildViewModel model,
            FileChoice files,
            Function<Path, Optional<Path>> chooseFile,
            Words words,
            Dates dates) {
        super(16);
        this.model = model;
        this.words = words;
        this.dates = dates;
        var columns = new GridPane(16, 0);
        var half = new ColumnConstraints();
        half.setPercentWidth(HALF);
        half.setFillWidth(true);
        columns.getColumnConstraints().setAll(half, half);
        columns.addRow(0, back(), lost());
        getChildren()
                .setAll(
                        columns,
                        new PlaceCard(model.fileProperty(), chooseFile, model::chooseFile, words),
                        sticks(files));
        VBox.setMargin(shown, new Insets(6, 0, 0, 0));
        shown.managedProperty().bind(shown.visibleProperty());
        model.witnesses().subscribe(this::showSticks);
        showSticks();
    }

    private Node back() {
        var remains = model.remains();
        var core = remains.core();
        return card(
                MaterialDesignC.CHECK,
                Tone.SUCCESS,
                words.text("rebuild.back.title"),
                Stream.of(
                        words.text("rebuild.back.name", core.name().text()),
                        words.text(
                                "rebuild.back.root",
                                core.root().fingerprint().words().toString()),
                        words.text(
                                "rebuild.back.zones",
                                remains.zones().stream().map(ZoneName::display).collect(Collectors.joining(", "))),
                        words.text("rebuild.back.issuers")));
    }

    private Node lost() {
        var others =
                model.remains().core().others().stream().map(other -> words.text("rebuild.lost.other", other.role()));
        return card(
                MaterialDesignM.MINUS,
                Tone.WARNING,
                words.text("rebuild.lost.title"),
                Stream.concat(
                        Stream.of(
                                words.text("rebuild.lost.devices"),
                                words.text("rebuild.lost.hubs"),
                                words.text("rebuild.lost.journal"),
                                words.text("rebuild.lost.ways")),
                        others));
    }

    private static Node card(Ikon ikon, Tone tone, String title, Stream<String> sentences) {
        var card = new VBox(10, Labels.section(title));
        sentences.map(sentence -> row(ikon, tone, sentence)).forEach(card.getChildren()::add);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    private static Node row(Ikon ikon, Tone tone, String sentence) {
        var icon = Icons.button(ikon);
        icon.getStyleClass().add(tone.styleClass());
        var label = Labels.body(sentence);
        HBox.setHgrow(label, Priority.ALWAYS);
        return new HBox(10, icon, label);
    }

    private Node sticks(FileChoice files) {
        var text = new VBox(
                2,
                Labels.rowTitle(words.text("rebuild.stick.title")),
                Labels.second(words.text("rebuild.stick.why")),
                shown);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var show = new Button(words.text("rebuild.stick.button"));
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(_ -> files.folder(words.text("rebuild.stick.chooser")).ifPresent(model::show));
        var card = new HBox(16, Disc.of(MaterialDesignU.USB_FLASH_DRIVE_OUTLINE, Tone.NEUTRAL), text, show);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
    }

    private void showSticks() {
        shown.setVisible(!model.witnesses().isEmpty());
        shown.getChildren()
                .setAll(model.witnesses().stream()
                        .map(witness -> row(MaterialDesignC.CHECK, Tone.SUCCESS, sentence(witness)))
                        .toList());
    }

    private String sentence(Witness witness) {
        return witness.bundle()
                .map(bundle -> words.text(
                        "rebuild.stick.bundle",
                        witness.stick().toString(),
                        bundle.number(),
                        dates.day(bundle.created())))
                .orElseGet(() ->
                        words.text("rebuild.stick.checkpoint", witness.stick().toString()));
    }
}
