package org.hearthkey.app.ui.approve;

import java.util.List;
import java.util.Optional;
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
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// A refusal with no way around it: what does not fit, what that can mean, that nothing was signed, and what to do.
final class RefusedPane extends HBox {
    private static final String KEY_DIFFERS = "label.key-differs";

    private static final String OF_ANOTHER = "mark.";
    private static final String TAKEN_BACK = "mark.taken-back";
    private static final String LABEL_USED = "mark.label-used";

    private final Words words;
    private final FindingWords findings;
    private final Acts acts;

    /// What the buttons do.
    interface Acts {
        /// Begins anew with another label or request.
        void again();

        void showDevice(String name);
    }

    RefusedPane(ApproveState.Refused refused, Acts acts, FindingWords findings, Words words) {
        super(24);
        this.words = words;
        this.findings = findings;
        this.acts = acts;
        var why = refused.why();
        var holder = holder(why);
        var body = new VBox(16);
        body.getStyleClass().add("hk-card-padded");
        if (why.code().equals(KEY_DIFFERS)) {
            body.getChildren().addAll(keys(why.facts()), mixedUp());
        } else if (isCopy(refused)) {
            body.getChildren().add(copied(holder.orElseThrow()));
        }
        var safe = holder.filter(_ -> !why.code().equals(TAKEN_BACK))
                .map(name -> words.text("approve.safe-other.note", name))
                .orElseGet(() -> words.text("approve.safe.note"));
        body.getChildren().add(new Note(MaterialDesignS.SHIELD_CHECK, safe, Tone.SUCCESS));
        if (!refused.alarms().isEmpty()) {
            body.getChildren()
                    .add(new Note(MaterialDesignB.BELL_RING_OUTLINE, words.text("approve.alarm.note"), Tone.WARNING));
        }
        var card = new VBox(head(title(refused), reason(refused)), body);
        card.getStyleClass().addAll("hk-card", "danger", "hk-refusal");
        card.setMaxHeight(USE_PREF_SIZE);
        card.setMinWidth(0);
        HBox.setHgrow(card, Priority.ALWAYS);
        var side = new VBox(16, toDo(steps(refused), holder));
        if (why.code().equals(KEY_DIFFERS) || isCopy(refused)) {
            side.getChildren().add(noWay());
        }
        side.setMinWidth(DecisionForm.WIDTH);
        side.setMaxWidth(DecisionForm.WIDTH);
        getChildren().setAll(card, side);
    }

    /// The device that has this label or key already.
    private static Optional<String> holder(Finding why) {
        return Optional.of(why)
                .filter(finding -> finding.code().startsWith(OF_ANOTHER))
                .flatMap(finding -> finding.facts().stream().findFirst());
    }

    /// Whether a used label came with a key that is not the one of its device. Without a key it was only scanned again.
    private static boolean isCopy(ApproveState.Refused refused) {
        return refused.why().code().equals(LABEL_USED)
                && refused.verdict().review().key().isPresent()
                && refused.verdict().review().findings().stream()
                        .noneMatch(finding -> finding.code().equals("key.duplicate"));
    }

    private String title(ApproveState.Refused refused) {
        if (refused.why().code().equals(KEY_DIFFERS)) {
            return words.text("approve.differs.title");
        }
        return isCopy(refused)
                ? words.text("approve.copied.title", refused.why().facts().getFirst())
                : findings.sentence(refused.why());
    }

    private String reason(ApproveState.Refused refused) {
        if (refused.why().code().equals(KEY_DIFFERS)) {
            return words.text("approve.differs.reason");
        }
        return isCopy(refused)
                ? words.text("approve.copied.reason", refused.why().facts().getFirst())
                : words.text("approve.refused.reason");
    }

    private List<Node> steps(ApproveState.Refused refused) {
        if (refused.why().code().equals(KEY_DIFFERS)) {
            return differs();
        }
        return isCopy(refused)
                ? copiedSteps(refused.why().facts().getFirst())
                : List.of(Labels.body(findings.next(refused.why())));
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

    private Node mixedUp() {
        return meanings(
                meaning(MaterialDesignS.SWAP_HORIZONTAL, words.text("approve.mixed.meaning")),
                meaning(MaterialDesignC.COG_REFRESH_OUTLINE, words.text("approve.reset.meaning")),
                meaning(MaterialDesignN.NOTE_ALERT_OUTLINE, words.text("approve.replaced.meaning")));
    }

    private Node copied(String holder) {
        return meanings(
                meaning(MaterialDesignC.COG_REFRESH_OUTLINE, words.text("approve.same-again.meaning", holder)),
                meaning(MaterialDesignF.FACTORY, words.text("approve.maker-twice.meaning")),
                meaning(MaterialDesignC.CONTENT_COPY, words.text("approve.copied.meaning")));
    }

    private Node meanings(Node... all) {
        var box = new VBox(8, Labels.of(words.text("approve.meaning.title"), "hk-strong"));
        box.getChildren().addAll(all);
        return box;
    }

    private static Node meaning(Ikon ikon, String text) {
        var sentence = Labels.body(text);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        return new HBox(12, Icons.button(ikon), sentence);
    }

    private List<Node> differs() {
        return List.of(
                Steps.step(1, words.text("approve.look.step"), words.text("approve.look.reason")),
                Steps.step(2, words.text("approve.scan-that.step"), words.text("approve.scan-that.reason")),
                Steps.step(3, words.text("approve.still.step"), words.text("approve.still.reason")));
    }

    private List<Node> copiedSteps(String holder) {
        return List.of(
                Steps.step(1, words.text("approve.look-at.step", holder), words.text("approve.look-at.reason")),
                Steps.step(2, words.text("approve.did-reset.step"), words.text("approve.did-reset.reason")),
                Steps.step(3, words.text("approve.keep-off.step"), words.text("approve.keep-off.reason")));
    }

    private Node toDo(List<Node> steps, Optional<String> holder) {
        var card = new VBox(16, Labels.section(words.text("approve.to-do.title")));
        card.getChildren().addAll(steps);
        var another = new Button(words.text("approve.another.button"), Icons.button(MaterialDesignQ.QRCODE_SCAN));
        another.getStyleClass().addAll("accent", "hk-deliberate");
        another.setMaxWidth(Double.MAX_VALUE);
        another.setOnAction(_ -> acts.again());
        card.getChildren().add(another);
        holder.ifPresent(name -> {
            var show = new Button(words.text("approve.show-holder.button", name));
            show.setMaxWidth(Double.MAX_VALUE);
            show.setOnAction(_ -> acts.showDevice(name));
            card.getChildren().add(show);
        });
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
    }

    private Node noWay() {
        return Labels.second(words.text("approve.no-way.note"));
    }
}
