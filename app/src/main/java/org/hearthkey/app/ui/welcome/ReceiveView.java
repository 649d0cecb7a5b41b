package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.welcome.ReceiveViewModel.State;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.sale.HouseContents;
import org.hearthkey.core.sale.PackedZone;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// “I was given a house”: the package, its words, and what came in it.
public final class ReceiveView extends BorderPane {
    private final ReceiveViewModel model;
    private final FileChoice files;
    private final Words words;
    private final VBox said = new VBox();
    private final VBox asked = new VBox(16);
    private final VBox content = new VBox(16);
    private final Button next = new Button();

    public ReceiveView(ReceiveViewModel model, FileChoice files, Words words) {
        this.model = model;
        this.files = files;
        this.words = words;
        content.getStyleClass().add("hk-wizard-page");
        said.managedProperty().bind(said.visibleProperty());
        asked.getStyleClass().addAll("hk-card", "hk-card-padded");
        asked.getChildren().setAll(place(), typed());
        var page = new ScrollPane(content);
        page.setFitToWidth(true);
        page.getStyleClass().add("hk-scroll");
        setCenter(page);
        setBottom(foot());
        getStyleClass().add("hk-wizard");
        model.stateProperty().subscribe(this::show);
    }

    private Node place() {
        var chosen = new Label();
        chosen.setWrapText(true);
        HBox.setHgrow(chosen, Priority.ALWAYS);
        chosen.setMaxWidth(Double.MAX_VALUE);
        model.fileProperty()
                .subscribe(file -> chosen.setText(file.map(Path::toString).orElse(words.text("receive.file.none"))));
        var choose =
                new Button(words.text("receive.file.button"), Icons.button(MaterialDesignP.PACKAGE_VARIANT_CLOSED));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(
                _ -> files.open(words.text("receive.file.chooser"), words.text("receive.file.kind"), List.of("*.house"))
                        .ifPresent(file -> model.fileProperty().set(Optional.of(file))));
        var row = new HBox(12, chosen, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, Labels.rowTitle(words.text("receive.file.field")), row);
    }

    private Node typed() {
        return new VBox(
                4,
                new Field(
                        words.text("receive.words.field"),
                        new PassphraseField(model.words(), words.text("receive.words.field"), words)),
                Labels.second(words.text("receive.words.hint")));
    }

    private Node foot() {
        var leave = new Button(words.text("receive.leave.button"));
        leave.setOnAction(_ -> model.leave());
        next.setDefaultButton(true);
        next.setOnAction(_ -> model.next());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(16, leave, gap, next);
        foot.getStyleClass().add("hk-wizard-foot");
        return foot;
    }

    private void show(State now) {
        next.disableProperty().unbind();
        if (now instanceof State.Opened(var house)) {
            next.setText(words.text("receive.go.button"));
            next.setDisable(false);
            opened(house);
            return;
        }
        next.setText(words.text("receive.open.button"));
        next.disableProperty().bind(model.ready().not());
        asked.setDisable(now instanceof State.Opening);
        said.getChildren()
                .setAll(
                        switch (now) {
                            case State.Asking _, State.Opened _ -> List.<Node>of();
                            case State.Opening _ -> List.of(Said.progress(words.text("receive.opening.progress")));
                            case State.WrongWords _ -> List.of(Said.warning(words.text("receive.wrong.note")));
                            case State.Refused(var why) ->
                                List.of(Said.warning(words.text(
                                        switch (why) {
                                            case NO_PACKAGE -> "receive.none.note";
                                            case NEWER -> "receive.newer.note";
                                            case DAMAGED -> "receive.damaged.note";
                                            case TOO_LARGE -> "receive.large.note";
                                        })));
                            case State.Failed(var cause) -> List.of(new TroubleNote(new Troubles(words).of(cause)));
                        });
        said.setVisible(!said.getChildren().isEmpty());
        content.getChildren()
                .setAll(new Heading(words.text("receive.ask.title"), words.text("receive.ask.lead")), said, asked);
    }

    private void opened(HouseContents house) {
        var zones = String.join(
                ", ",
                house.facts().zones().stream()
                        .map(PackedZone::name)
                        .map(ZoneName::display)
                        .toList());
        var card = new VBox(
                8,
                Labels.section(house.facts().name().text()),
                Labels.body(words.text("receive.holds.text", house.devices().size(), house.codes())),
                Labels.body(words.text("receive.zones.text", zones)),
                Labels.second(words.text("receive.hash.caption")),
                Labels.code(house.hash().hex()));
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        content.getChildren()
                .setAll(
                        new Heading(words.text("receive.opened.title"), words.text("receive.opened.lead")),
                        Said.good(words.text("receive.opened.note")),
                        card);
    }
}
