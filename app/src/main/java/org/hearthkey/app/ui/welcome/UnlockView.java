package org.hearthkey.app.ui.welcome;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.preference.RecentHome;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.AppMark;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.welcome.UnlockViewModel.State;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// A locked home: its file's name and the field for its passphrase.
public final class UnlockView extends StackPane {
    private final UnlockViewModel model;
    private final Words words;
    private final VBox trouble = new VBox();
    private final VBox progress;
    private final PassphraseField field;
    private final Button unlock;
    private final Button leave;

    public UnlockView(UnlockViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("hk-unlock");
        var title = Labels.title(words.text("unlock.home.title", RecentHome.nameOf(model.file())));
        title.setWrapText(true);
        var where = Labels.second(model.file().toString());
        var head = new HBox(16, AppMark.small(), new VBox(2, title, where));
        head.setAlignment(Pos.CENTER_LEFT);

        field = new PassphraseField(model.passphrase(), words.text("unlock.passphrase.accessible"), words);
        unlock = new Button(words.text("unlock.open.button"), Icons.button(MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE));
        unlock.getStyleClass().addAll("hk-deliberate");
        unlock.setDefaultButton(true);
        unlock.setMaxWidth(Double.MAX_VALUE);
        unlock.setOnAction(_ -> model.unlock());
        leave = new Button(words.text("unlock.leave.button"));
        leave.getStyleClass().addAll("flat", "accent");
        leave.setOnAction(_ -> model.leave());
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        progress = new VBox(8, bar, Labels.second(words.text("unlock.opening.progress")));

        var card = new VBox(
                20, head, new Field(words.text("unlock.passphrase.field"), field), trouble, progress, unlock, leave);
        card.setAlignment(Pos.CENTER);
        head.setMaxWidth(Double.MAX_VALUE);
        card.getStyleClass().addAll("hk-card", "hk-unlock-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(card);
        trouble.managedProperty().bind(trouble.visibleProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        model.stateProperty().subscribe(this::show);
        model.passphrase().revisionProperty().subscribe(this::mayUnlock);
    }

    private void show(State state) {
        boolean opening = state instanceof State.Opening;
        progress.setVisible(opening);
        field.setDisable(opening);
        leave.setDisable(opening);
        mayUnlock();
        var troubles = new Troubles(words);
        switch (state) {
            case State.Refused(var refusal) -> trouble.getChildren().setAll(new TroubleNote(troubles.of(refusal)));
            case State.MustWait(var left) -> trouble.getChildren().setAll(new TroubleNote(troubles.ofWait(left)));
            case State.Failed(var cause) -> trouble.getChildren().setAll(new TroubleNote(troubles.of(cause)));
            case State.Waiting _, State.Opening _ -> trouble.getChildren().clear();
        }
        trouble.setVisible(!trouble.getChildren().isEmpty());
        if (!opening) {
            Platform.runLater(field::requestFocus);
        }
    }

    private void mayUnlock() {
        unlock.setDisable(model.passphrase().isEmpty() || model.stateProperty().get() instanceof State.Opening);
    }
}
