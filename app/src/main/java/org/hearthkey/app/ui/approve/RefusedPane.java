package org.hearthkey.app.ui.approve;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.policy.Finding;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// A refusal with no way around it: what does not fit, what that can mean, that nothing was signed, and what to do.
final class RefusedPane extends HBox {
    private static final String KEY_DIFFERS = "label.key-differs";

    private final Words words;

    /// @param again begins anew with another label or request
    RefusedPane(Finding why, Runnable again, FindingWords findings, Words words) {
        super(24);
        this.words = words;
        boolean differs = why.code().equals(KEY_DIFFERS);
        var body = new VBox(16);
        body.getStyleClass().add("hk-card-padded");
        if (differs) {
            body.getChildren().addAll(keys(why.facts()), meanings());
        }
        body.getChildren().add(new Note(MaterialDesignS.SHIELD_CHECK, words.text("approve.safe.note"), Tone.SUCCESS));
        var title = differs ? words.text("approve.differs.title") : findings.sentence(why);
        var reason = differs ? words.text("approve.differs.reason") : findings.next(why);
        var card = new VBox(head(title, reason), body);
        card.getStyleClass().addAll("hk-card", "danger", "hk-refusal");
        card.setMaxHeight(USE_PREF_SIZE);
        card.setMinWidth(0);
        HBox.setHgrow(card, Priority.ALWAYS);
        var side = new VBox(16, toDo(differs ? differs() : otherwise(findings.next(why)), again), noWay());
        side.setMinWidth(DecisionForm.WIDTH);
        side.setMaxWidth(DecisionForm.WIDTH);
        getChildren().setAll(card, side);
    }

    private static Node head(String title, String reason) {
        var icon = Icons.large(MaterialDesignS.SHIELD_OFF_OUTLINE);
        var disc = new StackPane(icon);
        disc.getStyleClass().add("hk-refusal-disc");
        var sentence = Labels.of(title, "title-3", "danger");
        sentence.setWrapText(true);
        var text = new VBox(4, sentence, Labels.body(reason));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var head = new HBox(16, disc, text);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("hk-refusal-head");
        return head;
    }

    /// @param facts the label's four words, the device's, and both in hex
    private Node keys(List<String> facts) {
        var sign = new StackPane(Icons.button(MaterialDesignN.NOT_EQUAL_VARIANT));
        sign.getStyleClass().add("hk-differs");
        var label = key(MaterialDesignQ.QRCODE, words.text("approve.label-says.caption"), facts.get(0), facts.get(2));
        var device =
                key(MaterialDesignD.DEVICES, words.text("approve.device-showed.caption"), facts.get(1), facts.get(3));
        var row = new HBox(16, label, sign, device);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static Node key(Ikon ikon, String caption, String fourWords, String hex) {
        var head = new HBox(8, Icons.pill(ikon), Labels.of(caption, "text-small", "text-muted"));
        head.setAlignment(Pos.CENTER_LEFT);
        var four = fourWords.split(" ", -1);
        var said = new VBox(
                Labels.rowTitle(String.join(" ", four[0], four[1])),
                Labels.rowTitle(String.join(" ", four[2], four[3])));
        var shortened =
                "%s %s … %s".formatted(hex.substring(0, 4), hex.substring(4, 8), hex.substring(hex.length() - 4));
        var box = new VBox(8, head, said, Labels.of(shortened, "hk-code", "text-muted"));
        box.setAccessibleText(String.join(" ", caption, fourWords));
        box.getStyleClass().add("hk-key-box");
        box.setMinWidth(0);
        box.setPrefWidth(240);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node meanings() {
        return new VBox(
                8,
                Labels.of(words.text("approve.meaning.title"), "hk-strong"),
                meaning(MaterialDesignS.SWAP_HORIZONTAL, "approve.mixed.meaning"),
                meaning(MaterialDesignC.COG_REFRESH_OUTLINE, "approve.reset.meaning"),
                meaning(MaterialDesignN.NOTE_ALERT_OUTLINE, "approve.replaced.meaning"));
    }

    private Node meaning(Ikon ikon, String key) {
        var sentence = Labels.body(words.text(key));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        return new HBox(12, Icons.button(ikon), sentence);
    }

    private List<Node> differs() {
        return List.of(
                Steps.step(1, words.text("approve.look.step"), words.text("approve.look.reason")),
                Steps.step(2, words.text("approve.scan-that.step"), words.text("approve.scan-that.reason")),
                Steps.step(3, words.text("approve.still.step"), words.text("approve.still.reason")));
    }

    private static List<Node> otherwise(String next) {
        return List.of(Labels.body(next));
    }

    private Node toDo(List<Node> steps, Runnable again) {
        var card = new VBox(16, Labels.section(words.text("approve.to-do.title")));
        card.getChildren().addAll(steps);
        var another = new Button(words.text("approve.another.button"), Icons.button(MaterialDesignQ.QRCODE_SCAN));
        another.getStyleClass().addAll("accent", "hk-deliberate");
        another.setMaxWidth(Double.MAX_VALUE);
        another.setOnAction(_ -> again.run());
        card.getChildren().add(another);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
    }

    private Node noWay() {
        return Labels.second(words.text("approve.no-way.note"));
    }
}
