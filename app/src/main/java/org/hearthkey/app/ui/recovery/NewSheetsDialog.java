package org.hearthkey.app.ui.recovery;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.token.UnlockingFields;
import org.hearthkey.app.ui.token.UnlockingSecret;
import org.hearthkey.core.recovery.SharePlan;

/// Asks how many sheets there should be, and for the secrets that new sheets take.
final class NewSheetsDialog {
    private static final int MOST = 9;

    private final SheetsWanted model;
    private final HomeContext context;
    private final Words words;

    NewSheetsDialog(SheetsWanted model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
    }

    void open() {
        var asked = model.asked();
        new RootDialog(model.making(asked), context.dialogs(), words)
                .open(
                        words.text("recovery.new.title"),
                        words.text("recovery.new.why"),
                        words.text("recovery.new.act"),
                        new VBox(12, plan(asked), present(asked.present())),
                        asked.present()
                                .lack()
                                .map(lack -> lack.map(what -> sentence(what)).orElse("")));
    }

    private Node plan(NewSheets asked) {
        var now = asked.planProperty().get().groups().getFirst();
        var sheets = choice(IntStream.rangeClosed(2, MOST).boxed().toList(), now.members());
        var enough = choice(IntStream.rangeClosed(2, now.members()).boxed().toList(), now.threshold());
        var sentence = Labels.second("");
        sheets.valueProperty().subscribe((_, count) -> {
            int kept = Math.min(enough.getValue(), count);
            enough.getItems().setAll(IntStream.rangeClosed(2, count).boxed().toList());
            enough.setValue(kept);
        });
        var chosen = new SimpleObjectProperty<>(enough.getValue());
        enough.valueProperty().subscribe((_, count) -> {
            if (count != null) {
                chosen.set(count);
            }
        });
        Runnable tell = () -> {
            int count = sheets.getValue();
            int needed = Math.min(chosen.get(), count);
            asked.planProperty().set(SharePlan.of(needed, count));
            sentence.setText(words.text(
                    needed == count ? "recovery.plan.all" : "recovery.plan.some", needed, count, count - needed));
        };
        sheets.valueProperty().subscribe(tell);
        chosen.subscribe(tell);
        tell.run();
        var first = new Field(words.text("recovery.plan.sheets"), sheets);
        var second = new Field(words.text("recovery.plan.enough"), enough);
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(second, Priority.ALWAYS);
        return new VBox(8, new HBox(12, first, second), sentence);
    }

    private static ComboBox<Integer> choice(List<Integer> values, int now) {
        var choice = new ComboBox<Integer>();
        choice.getItems().setAll(values);
        choice.setValue(now);
        choice.setMaxWidth(Double.MAX_VALUE);
        return choice;
    }

    private Node present(UnlockingSecret secret) {
        var field = words.text("unlocking.present.field");
        return model.hasTokens()
                ? new UnlockingFields(secret, field, field, words)
                : new Field(field, new PassphraseField(secret.passphrase(), field, words));
    }

    private String sentence(UnlockingSecret.Lack lack) {
        return lack == UnlockingSecret.Lack.PASSPHRASE
                ? words.text("unlocking.present.lack")
                : UnlockingFields.sentence(lack, words);
    }
}
