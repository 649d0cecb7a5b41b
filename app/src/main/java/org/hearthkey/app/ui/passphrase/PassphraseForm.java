package org.hearthkey.app.ui.passphrase;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.passphrase.Strength;
import org.hearthkey.app.passphrase.Verdict;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.hearthkey.app.ui.control.Tone;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// One passphrase being chosen: the field, a meter of four steps that names the weakness, once more, and a suggestion.
public final class PassphraseForm extends VBox {
    private static final int STEPS = 4;
    private static final double ROOM_FOR_VERDICT = 62;
    private static final double MOST_YEARS = 1e6;

    private final NewPassphrase passphrase;
    private final SecretClipboard clipboard;
    private final Words words;
    private final FindingWords findings;
    private final PassphraseField field;
    private final List<Region> meter = new ArrayList<>();
    private final HBox verdict = new HBox(8);
    private final Button copy = new Button();
    private final Label copied;

    /// @param key what the words of this passphrase begin with
    public PassphraseForm(NewPassphrase passphrase, String key, SecretClipboard clipboard, Words words) {
        super(12);
        this.passphrase = passphrase;
        this.clipboard = clipboard;
        this.words = words;
        findings = FindingWords.in(words.locale());
        field = new PassphraseField(passphrase.typed(), words.text(key + ".accessible"), words);
        copied = Labels.second(words.text("create.copy.done"));
        var again = new PassphraseField(passphrase.again(), words.text(key + ".again"), words);
        verdict.setMinHeight(ROOM_FOR_VERDICT);
        getChildren()
                .setAll(
                        new Field(words.text(key + ".field"), field),
                        meter(),
                        verdict,
                        new Field(words.text("create.again.field"), again),
                        suggestion());
        passphrase.verdictProperty().subscribe(this::show);
    }

    /// What a passphrase still lacks, for the place beside the button.
    ///
    /// @param key the word that names the passphrase
    public static String sentence(NewPassphrase.Lack lack, String key, Words words) {
        return words.text(
                switch (lack) {
                    case NOTHING_TYPED -> "create.nothing.lack";
                    case NOT_JUDGED -> "create.judging.lack";
                    case TOO_WEAK -> "create.weak.lack";
                    case SAME_AS_OTHER -> "create.same.lack";
                    case NOT_REPEATED -> "create.repeat.lack";
                    case DIFFERS -> "create.differs.lack";
                },
                words.text(key));
    }

    /// Puts the caret into the first field.
    public void focus() {
        FirstFocus.on(field);
    }

    private HBox meter() {
        var steps = new HBox(4);
        for (int i = 0; i < STEPS; i++) {
            var step = new Region();
            HBox.setHgrow(step, Priority.ALWAYS);
            meter.add(step);
            steps.getChildren().add(step);
        }
        return steps;
    }

    private VBox suggestion() {
        var dice = new Button(words.text("create.suggest.button"), Icons.button(MaterialDesignD.DICE_5_OUTLINE));
        dice.getStyleClass().add("small");
        dice.setOnAction(_ -> {
            passphrase.suggest();
            field.show();
        });
        copy.setText(words.text("create.copy.button"));
        copy.setGraphic(Icons.button(MaterialDesignC.CONTENT_COPY));
        copy.getStyleClass().add("small");
        copy.setOnAction(_ -> copy());
        copied.setVisible(false);
        passphrase.typed().revisionProperty().subscribe(_ -> copied.setVisible(false));
        copied.managedProperty().bind(copied.visibleProperty());
        dice.setMinWidth(USE_PREF_SIZE);
        copy.setMinWidth(USE_PREF_SIZE);
        return new VBox(8, new HBox(8, dice, copy), copied);
    }

    private void copy() {
        passphrase.typed().use(letters -> {
            clipboard.copy(letters);
            return letters.length;
        });
        copied.setVisible(true);
    }

    private void show(Verdict now) {
        copy.setDisable(!now.isEnough());
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
        return findings.text(now.findings().getFirst());
    }

    /// Rounded down to one digit: it is an estimate.
    private static long years(Verdict now) {
        double years = Math.min(now.years(), MOST_YEARS);
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1, years))));
        return (long) (Math.floor(years / unit) * unit);
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
