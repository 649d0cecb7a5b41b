package org.hearthkey.app.ui.revocation;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.DriveWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.drive.FoundDrive;
import org.hearthkey.core.drive.Offer;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The drives to choose from, each with its room, or with what speaks against it.
final class DriveList extends VBox {
    private final DrivesViewModel model;
    private final DriveWords drives;
    private final Words words;

    DriveList(DrivesViewModel model, Words words) {
        super(8);
        this.model = model;
        this.words = words;
        drives = DriveWords.in(words.locale());
        model.stateProperty().subscribe(_ -> show());
        model.chosenProperty().subscribe(_ -> show());
    }

    private void show() {
        switch (model.stateProperty().get()) {
            case DrivesViewModel.State.Looking() ->
                getChildren().setAll(Labels.second(words.text("revocation.drives.looking")));
            case DrivesViewModel.State.Failed _ ->
                getChildren().setAll(Labels.second(words.text("revocation.drives.failed")));
            case DrivesViewModel.State.Found(var offers)
            when offers.isEmpty() ->
                getChildren()
                        .setAll(new Note(
                                MaterialDesignU.USB_FLASH_DRIVE_OUTLINE,
                                words.text("revocation.drives.none"),
                                Tone.NEUTRAL));
            case DrivesViewModel.State.Found(var offers) -> show(offers);
        }
    }

    private void show(List<Offer> offers) {
        var group = new ToggleGroup();
        getChildren().setAll(offers.stream().map(offer -> row(offer, group)).toList());
    }

    private Node row(Offer offer, ToggleGroup group) {
        var drive = offer.drive();
        var button = new RadioButton(drives.title(drive));
        button.setToggleGroup(group);
        button.setSelected(isChosen(drive));
        button.setDisable(offer.objection().isPresent());
        button.setOnAction(_ -> model.choose(drive));
        var second = offer.objection().map(drives::sentence).orElseGet(() -> facts(drive));
        button.setAccessibleHelp(second);
        var text = Labels.second(second);
        text.getStyleClass().add("hk-below-choice");
        return new VBox(2, button, text);
    }

    private boolean isChosen(FoundDrive drive) {
        return model.chosenProperty().get().map(FoundDrive::folder).equals(Optional.of(drive.folder()));
    }

    private String facts(FoundDrive drive) {
        return words.text(
                "revocation.drives.facts",
                drives.free(drive),
                drives.kind(drive.kind()),
                drive.folder().toString());
    }
}
