package org.hearthkey.app.ui.welcome;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.preference.RecentHome;
import org.hearthkey.app.text.Offered;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.AppMark;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.token.UnlockingFields;
import org.hearthkey.app.ui.token.UnlockingSecret;
import org.hearthkey.app.ui.welcome.UnlockViewModel.State;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// A locked home: its file's name, and the fields for what opens it. Tokens are asked for only on request.
public final class UnlockView extends StackPane {
    private final Words words;
    private final VBox trouble = new VBox();
    private final VBox progress;
    private final UnlockingFields fields;
    private final Button leave;

    public UnlockView(UnlockViewModel model, Words words) {
        this.words = words;
        getStyleClass().add("hk-unlock");
        var title = Labels.title(words.text("unlock.home.title", RecentHome.nameOf(model.file())));
        title.setWrapText(true);
        var where = Labels.second(model.file().toString());
        var head = new HBox(16, AppMark.small(), new VBox(2, title, where));
        head.setAlignment(Pos.CENTER_LEFT);

        fields = new UnlockingFields(
                model.secret(),
                words.text("unlock.passphrase.field"),
                words.text("unlock.passphrase.accessible"),
                words);
        fields.hideKinds();
        var byToken = new Hyperlink(words.text("unlock.token.link"));
        byToken.managedProperty().bind(byToken.visibleProperty());
        byToken.disableProperty().bind(fields.disableProperty());
        byToken.setOnAction(_ -> {
            byToken.setVisible(false);
            fields.showKinds();
            model.secret().kindProperty().set(UnlockingSecret.Kind.TOKEN);
        });
        var bySheets = new Hyperlink(words.text("unlock.restore.link"));
        bySheets.disableProperty().bind(fields.disableProperty());
        bySheets.setOnAction(_ -> model.restore());
        var unlock =
                new Button(words.text("unlock.open.button"), Icons.button(MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE));
        unlock.getStyleClass().addAll("hk-deliberate");
        unlock.setDefaultButton(true);
        unlock.setMaxWidth(Double.MAX_VALUE);
        unlock.setOnAction(_ -> model.unlock());
        unlock.disableProperty().bind(model.ready().not());
        leave = new Button(words.text("unlock.leave.button"));
        leave.getStyleClass().addAll("flat", "accent");
        leave.setOnAction(_ -> model.leave());
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        progress = new VBox(8, bar, Labels.second(words.text("unlock.opening.progress")));

        var card = new VBox(20, head, new VBox(8, fields, byToken, bySheets), trouble, progress, unlock, leave);
        card.setAlignment(Pos.CENTER);
        head.setMaxWidth(Double.MAX_VALUE);
        card.getStyleClass().addAll("hk-card", "hk-unlock-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var scroll = new ScrollPane(new StackPane(card));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("hk-scroll");
        getChildren().setAll(scroll);
        trouble.managedProperty().bind(trouble.visibleProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        boolean opening = state instanceof State.Opening;
        progress.setVisible(opening);
        fields.setDisable(opening);
        leave.setDisable(opening);
        var troubles = new Troubles(words);
        switch (state) {
            case State.Refused(var refusal, var tried) ->
                trouble.getChildren().setAll(new TroubleNote(troubles.of(refusal, offered(tried))));
            case State.MustWait(var left) -> trouble.getChildren().setAll(new TroubleNote(troubles.ofWait(left)));
            case State.Failed(var cause) -> trouble.getChildren().setAll(new TroubleNote(troubles.of(cause)));
            case State.Waiting _, State.Opening _ -> trouble.getChildren().clear();
        }
        trouble.setVisible(!trouble.getChildren().isEmpty());
        if (!opening) {
            fields.focus();
        }
    }

    private static Offered offered(UnlockingSecret.Kind tried) {
        return switch (tried) {
            case PASSPHRASE -> Offered.PASSPHRASE;
            case TOKEN -> Offered.TOKEN;
            case BOTH -> Offered.BOTH;
        };
    }
}
