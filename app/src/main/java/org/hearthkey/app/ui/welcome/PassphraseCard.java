package org.hearthkey.app.ui.welcome;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.welcome.PassphraseReview.Strength;
import org.hearthkey.app.ui.welcome.PassphraseReview.Verdict;
import org.hearthkey.app.ui.welcome.PassphraseReview.Weakness;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// One passphrase being chosen: what it is for, the field, a meter of four steps that names the weakness, and once more.
final class PassphraseCard extends VBox {
    private static final int STEPS = 4;
    private static final double ROOM_FOR_VERDICT = 62;

    private final Words words;
    private final PassphraseField field;
    private final List<Region> meter = new ArrayList<>();
    private final HBox verdict = new HBox(8);

    /// @param key what the words of this passphrase begin with
    PassphraseCard(NewPassphrase passphrase, Ikon ikon, String key, Runnable roll, Words words) {
        this.words = words;
        getStyleClass().addAll("hk-card", "hk-card-padded");
        var heading = new VBox(2, Labels.section(words.text(key + ".title")), Labels.second(words.text(key + ".when")));
        var head = new HBox(12, Disc.of(ikon, Tone.ACCENT), heading);
        head.setAlignment(Pos.CENTER_LEFT);
        var purpose = Labels.body(words.text(key + ".purpose"));
        purpose.getStyleClass().add("text-muted");

        field = new PassphraseField(passphrase.typed(), words.text(key + ".accessible"), words);
        var again = new PassphraseField(passphrase.again(), words.text(key + ".again"), words);
        var steps = new HBox(4);
        for (int i = 0; i < STEPS; i++) {
            var step = new Region();
            HBox.setHgrow(step, Priority.ALWAYS);
            meter.add(step);
            steps.getChildren().add(step);
        }
        verdict.setMinHeight(ROOM_FOR_VERDICT);
        var dice = new Button(words.text("create.roll.button"), Icons.button(MaterialDesignD.DICE_5_OUTLINE));
        dice.getStyleClass().add("small");
        dice.setOnAction(_ -> {
            roll.run();
            field.show();
        });
        getChildren()
                .setAll(
                        head,
                        purpose,
                        new Field(words.text("create.passphrase.field"), field),
                        steps,
                        verdict,
                        new Field(words.text("create.again.field"), again),
                        dice);
        passphrase.verdictProperty().subscribe(this::show);
    }

    void focus() {
        Platform.runLater(field::requestFocus);
    }

    private void show(Verdict now) {
        var tone = tone(now.strength());
        int filled = now.strength().compareTo(Strength.NOTHING);
        for (int i = 0; i < STEPS; i++) {
            meter.get(i).getStyleClass().setAll("hk-meter-step", i < filled ? tone.styleClass() : "none");
        }
        var sentence = new Label(sentence(now));
        sentence.setWrapText(true);
        sentence.getStyleClass().addAll("text-small", tone.styleClass());
        HBox.setHgrow(sentence, Priority.ALWAYS);
        if (now.strength() == Strength.NOTHING) {
            sentence.getStyleClass().add("text-muted");
            verdict.getChildren().setAll(sentence);
        } else {
            var ikon = now.isEnough() ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignA.ALERT_OUTLINE;
            verdict.getChildren().setAll(Icons.toned(ikon, tone), sentence);
        }
    }

    private String sentence(Verdict now) {
        return switch (now.strength()) {
            case NOTHING -> words.text("create.nothing.verdict");
            case TOO_WEAK -> words.text("create.tooweak.verdict", weakness(now));
            case WEAK -> words.text("create.weak.verdict", weakness(now));
            case GOOD -> words.text("create.good.verdict", years(now));
            case STRONG -> words.text("create.strong.verdict", years(now));
        };
    }

    private String weakness(Verdict now) {
        return now.weaknesses().stream()
                .findFirst()
                .map(weakness -> words.text(key(weakness)))
                .orElseGet(() -> words.text("create.guessed.weakness"));
    }

    /// Rounded down to one digit: it is a floor.
    private static long years(Verdict now) {
        double years = Math.min(now.years(), 1e9);
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1, years))));
        return (long) (Math.floor(years / unit) * unit);
    }

    private static String key(Weakness weakness) {
        return switch (weakness) {
            case TOO_SHORT -> "create.short.weakness";
            case HOME_NAME -> "create.homename.weakness";
            case YEAR -> "create.year.weakness";
            case ROW_OF_KEYS -> "create.row.weakness";
            case REPEATS -> "create.repeats.weakness";
            case COMMON_WORD -> "create.common.weakness";
            case FEW_WORDS -> "create.few.weakness";
        };
    }

    private static Tone tone(Strength strength) {
        return switch (strength) {
            case NOTHING -> Tone.NEUTRAL;
            case TOO_WEAK -> Tone.DANGER;
            case WEAK -> Tone.WARNING;
            case GOOD, STRONG -> Tone.SUCCESS;
        };
    }
}
