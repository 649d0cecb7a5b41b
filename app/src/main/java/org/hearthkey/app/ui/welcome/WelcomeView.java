package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.AppMark;
import org.hearthkey.app.ui.control.ChoiceCard;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// What the window shows while nothing is open.
public final class WelcomeView extends HBox {
    private static final double CHOICES_WIDTH = 632;

    private final WelcomeViewModel model;
    private final Words words;
    private final Dates dates;

    /// @param chooseFile lets the owner pick a home's file
    public WelcomeView(WelcomeViewModel model, Supplier<Optional<Path>> chooseFile, Words words, Dates dates) {
        this.model = model;
        this.words = words;
        this.dates = dates;
        var promise = promise();
        promise.prefWidthProperty().bind(widthProperty().multiply(0.406));
        var choices = new ScrollPane();
        var start = choices(chooseFile, () -> choices.setContent(recovering(choices, chooseFile)));
        choices.setContent(start);
        choices.setFitToWidth(true);
        choices.setFitToHeight(true);
        choices.getStyleClass().add("hk-scroll");
        HBox.setHgrow(choices, Priority.ALWAYS);
        getChildren().setAll(promise, choices);
    }

    private VBox promise() {
        var sentence = Labels.sentence(words.text("welcome.promise.title"));
        sentence.setWrapText(true);
        var reason = Labels.body(words.text("welcome.promise.text"));
        reason.getStyleClass().addAll("hk-lead", "text-muted");
        var facts = new VBox(
                12,
                fact(MaterialDesignF.FILE_LOCK_OUTLINE, "welcome.promise.file"),
                fact(MaterialDesignW.WIFI_OFF, "welcome.promise.offline"),
                fact(MaterialDesignK.KEY_OUTLINE, "welcome.promise.root"));
        var box = new VBox(20, AppMark.large(), sentence, reason, facts);
        VBox.setMargin(sentence, new Insets(4, 0, -12, 0));
        box.getStyleClass().add("hk-promise");
        box.setMinWidth(320);
        return box;
    }

    private Node fact(Ikon ikon, String key) {
        var icon = Icons.button(ikon);
        icon.getStyleClass().add("accent");
        var sentence = Labels.body(words.text(key));
        sentence.getStyleClass().add("hk-medium");
        var fact = new HBox(12, icon, sentence);
        return fact;
    }

    private Node recovering(ScrollPane choices, Supplier<Optional<Path>> chooseFile) {
        var start = choices.getContent();
        return centered(new RecoverChoice(model, chooseFile, () -> choices.setContent(start), words));
    }

    private static Node centered(VBox box) {
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMaxWidth(CHOICES_WIDTH);
        var centered = new HBox(box);
        HBox.setHgrow(box, Priority.ALWAYS);
        centered.setAlignment(Pos.CENTER);
        centered.getStyleClass().add("hk-choices");
        return centered;
    }

    private Node choices(Supplier<Optional<Path>> chooseFile, Runnable recover) {
        var create = new ChoiceCard(
                MaterialDesignH.HOME_PLUS_OUTLINE,
                Tone.ACCENT,
                words.text("welcome.create.button"),
                words.text("welcome.create.reason"));
        create.setOnAction(_ -> model.create());
        var open = new ChoiceCard(
                MaterialDesignF.FOLDER_OPEN_OUTLINE,
                Tone.NEUTRAL,
                words.text("welcome.open.button"),
                words.text("welcome.open.reason"));
        open.setOnAction(_ -> chooseFile.get().ifPresent(model::open));
        var restore = new ChoiceCard(
                MaterialDesignL.LIFEBUOY,
                Tone.NEUTRAL,
                words.text("welcome.restore.button"),
                words.text("welcome.restore.reason"));
        restore.setOnAction(_ -> recover.run());

        var receive = new ChoiceCard(
                MaterialDesignH.HOME_IMPORT_OUTLINE,
                Tone.NEUTRAL,
                words.text("welcome.receive.button"),
                words.text("welcome.receive.reason"));
        receive.setOnAction(_ -> model.receive());

        var rehearse = new ChoiceCard(
                MaterialDesignD.DRAMA_MASKS,
                Tone.NEUTRAL,
                words.text("welcome.rehearse.button"),
                words.text("welcome.rehearse.reason"));
        rehearse.setOnAction(_ -> model.rehearse());

        var recent = new VBox(8);
        model.recentProperty()
                .subscribe(homes -> recent.getChildren()
                        .setAll(
                                homes.isEmpty()
                                        ? List.of(nobodyYet())
                                        : homes.stream().map(this::row).toList()));

        var title = Labels.title(words.text("welcome.start.title"));
        var recentTitle = Labels.of(words.text("welcome.recent.title"), "hk-strong");
        var box = new VBox(12, title, create, open, receive, restore, rehearse, recentTitle, recent);
        VBox.setMargin(title, new Insets(0, 0, 6, 0));
        VBox.setMargin(recentTitle, new Insets(22, 0, 0, 0));
        return centered(box);
    }

    private Node nobodyYet() {
        var row =
                new HBox(Icons.button(MaterialDesignH.HOME_OUTLINE), Labels.second(words.text("welcome.recent.empty")));
        row.getStyleClass().add("hk-dashed");
        return row;
    }

    private Node row(WelcomeViewModel.Recent recent) {
        var home = recent.home();
        var opened = words.text(
                "welcome.recent.opened",
                dates.distance(home.opened()),
                home.file().toString());
        if (recent.isThere()) {
            var card = new ChoiceCard(MaterialDesignH.HOME_OUTLINE, Tone.NEUTRAL, home.name(), opened);
            card.getStyleClass().add("hk-compact");
            card.setOnAction(_ -> model.open(home.file()));
            return card;
        }
        var text = new VBox(
                2,
                Labels.rowTitle(home.name()),
                Labels.second(words.text("welcome.recent.gone", home.file().toString())));
        HBox.setHgrow(text, Priority.ALWAYS);
        var forget = new Button(words.text("welcome.recent.forget"));
        forget.setOnAction(_ -> model.forget(recent));
        forget.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(16, Disc.of(MaterialDesignF.FILE_HIDDEN, Tone.NEUTRAL), text, forget);
        row.getStyleClass().addAll("hk-card", "hk-action-row", "hk-gone");
        return row;
    }
}
