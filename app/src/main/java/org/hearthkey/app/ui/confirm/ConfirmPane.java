package org.hearthkey.app.ui.confirm;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.approve.Challenge;
import org.hearthkey.core.approve.Review;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Asks whether it is the device in front of the owner: one sentence to agree to, or six digits to compare.
public final class ConfirmPane extends VBox {
    private static final int HALF = 3;

    private final Words words;
    private final VBox hand;
    private final VBox digits;
    private final VBox verdict = new VBox();
    private final Label asked = Labels.of("", "hk-digits");
    private final Hyperlink compare = new Hyperlink();

    public ConfirmPane(ConfirmForm form, Words words) {
        super(12);
        this.words = words;
        var title = Labels.section(words.text("confirm.section.title"));
        title.setWrapText(true);
        hand = hand(form);
        digits = digits(form);
        getChildren().setAll(title, hand, digits);
        form.challengeProperty().subscribe(this::ask);
    }

    private VBox hand(ConfirmForm form) {
        var box = new CheckBox(words.text("confirm.in-hand.box"));
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(form.inHandProperty());
        compare.setText(words.text("confirm.compare.link"));
        compare.setOnAction(_ -> form.compareDigits());
        return new VBox(8, Labels.second(words.text("confirm.in-hand.reason")), box, compare);
    }

    private VBox digits(ConfirmForm form) {
        var typed = new TextField();
        typed.setPromptText(words.text("confirm.answer.prompt"));
        typed.textProperty().bindBidirectional(form.answerProperty());
        var again = new Hyperlink(words.text("confirm.again.link"));
        again.setOnAction(_ -> form.compareDigits());
        var back = new Hyperlink(words.text("confirm.back.link"));
        back.setOnAction(_ -> form.clear());
        return new VBox(
                8,
                Labels.second(words.text("confirm.digits.reason")),
                asked,
                new Field(words.text("confirm.answer.field"), typed),
                verdict,
                new VBox(again, back));
    }

    private void ask(Optional<Challenge> challenge) {
        shown(hand, challenge.isEmpty());
        shown(digits, challenge.isPresent());
        var six = challenge.map(Challenge::digits).orElse("      ");
        asked.setText(six.substring(0, HALF) + " " + six.substring(HALF));
        asked.setAccessibleText(words.text("confirm.digits.accessible", String.join(" ", six.split("", -1))));
    }

    /// Says whether the digits are right. They can be compared only where the device has shown its key.
    public void show(Review review) {
        shown(compare, review.key().isPresent());
        verdict.getChildren()
                .setAll(review.findings().stream()
                        .flatMap(finding -> switch (finding.code()) {
                            case "confirmation.digits" ->
                                Optional.of(said(MaterialDesignC.CHECK_CIRCLE, Tone.SUCCESS, "confirm.right.verdict"))
                                        .stream();
                            case "confirmation.digits-differ" ->
                                Optional.of(said(MaterialDesignC.CLOSE_OCTAGON, Tone.DANGER, "confirm.differ.verdict"))
                                        .stream();
                            default -> Optional.<Node>empty().stream();
                        })
                        .toList());
        shown(verdict, !verdict.getChildren().isEmpty());
    }

    private Node said(Ikon ikon, Tone tone, String key) {
        var sentence = Labels.of(words.text(key), "hk-strong", "text-small", tone.styleClass());
        sentence.setWrapText(true);
        return new HBox(8, Icons.toned(ikon, tone), sentence);
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
