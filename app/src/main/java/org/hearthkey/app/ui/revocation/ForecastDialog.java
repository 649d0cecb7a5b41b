package org.hearthkey.app.ui.revocation;

import javafx.scene.control.Button;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Dialogs;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.core.deliver.Forecast;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Says what handing out would do at one place, and asks whether it is to be done. Where it hits what hardly can be meant it
/// asks for the root's secret and for a typed word.
final class ForecastDialog {
    private final Dialogs dialogs;
    private final Words words;
    private final Dates dates;

    ForecastDialog(Dialogs dialogs, Words words, Dates dates) {
        this.dialogs = dialogs;
        this.words = words;
        this.dates = dates;
    }

    /// What the owner may answer.
    interface Answers {
        void yes();

        /// It hits something, and is meant.
        RootAct meant(TypedWord word);

        void no();
    }

    void ask(String place, Forecast forecast, Answers answers) {
        var later = new Button(words.text("revocation.later.button"));
        later.setCancelButton(true);
        later.setOnAction(_ -> dialogs.hide());
        boolean hit = !forecast.hits().isEmpty();
        var go = new Button(
                words.text(hit ? "revocation.write-hit.button" : "revocation.write.button"),
                Icons.button(hit ? MaterialDesignS.SHIELD_KEY_OUTLINE : MaterialDesignT.TRUCK_DELIVERY_OUTLINE));
        go.getStyleClass().add(hit ? "danger" : "accent");
        go.setOnAction(_ -> {
            dialogs.hide();
            if (hit) {
                meant(forecast, answers);
            } else {
                answers.yes();
            }
        });
        dialogs.show(new DialogCard(
                        MaterialDesignC.CRYSTAL_BALL,
                        hit ? Tone.DANGER : Tone.ACCENT,
                        words.text("revocation.follows.title"),
                        words.text("revocation.forecast.reason", place))
                .with(new ForecastPane(forecast, words, dates))
                .safeButton(later)
                .button(go)
                .whenGone(answers::no));
    }

    private void meant(Forecast forecast, Answers answers) {
        var word = new TypedWord(words.text("revocation.write-hit.word"));
        new RootDialog(answers.meant(word), dialogs, words)
                .openTyped(
                        words.text("revocation.write-hit.title"),
                        words.text("revocation.write-hit.why"),
                        words.text("revocation.write-hit.act"),
                        Labels.second(words.text("revocation.newly.title", forecast.newlyRefused())),
                        word);
    }
}
