package org.hearthkey.app.ui.approve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.KindWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.scan.Code;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What was found, file by file and code by code, each with its result. One is wanted; the owner says which.
final class FoundPane extends VBox {
    private final Words words;
    private final KindWords kinds;
    private final FindingWords findings;

    FoundPane(List<Found> found, Consumer<Found> choose, Runnable back, Words words) {
        super(16);
        this.words = words;
        kinds = KindWords.in(words.locale());
        findings = FindingWords.in(words.locale());
        long usable = found.stream().filter(Found::isUsable).count();
        var title = Labels.title(words.text("approve.found.title", usable));
        var lead = Labels.body(words.text(usable == 0 ? "approve.found.none" : "approve.found.lead"));
        var rows = new VBox();
        rows.getStyleClass().add("hk-card");
        found.forEach(each -> rows.getChildren().add(row(each, choose)));
        var again = new Button(words.text("approve.found.back"));
        again.setOnAction(_ -> back.run());
        setMaxWidth(860);
        getChildren().setAll(title, lead, rows, again);
    }

    private Node row(Found found, Consumer<Found> choose) {
        var text = new VBox(2, head(found), Labels.second(what(found)));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var icon = found.isUsable()
                ? Icons.toned(MaterialDesignC.CHECK_CIRCLE_OUTLINE, Tone.SUCCESS)
                : Icons.toned(MaterialDesignA.ALERT_OUTLINE, Tone.WARNING);
        var row = new HBox(12, icon, text);
        if (found.isUsable()) {
            var use = new Button(words.text("approve.found.use"));
            use.setAccessibleText(words.text("approve.found.use") + ": " + what(found));
            use.setMinWidth(USE_PREF_SIZE);
            use.setOnAction(_ -> choose.accept(found));
            row.getChildren().add(use);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("hk-found");
        return row;
    }

    private Node head(Found found) {
        var head = Labels.of(
                found.source().isEmpty() ? words.text("approve.found.nameless") : found.source(), "hk-medium");
        head.setWrapText(true);
        return head;
    }

    private String what(Found found) {
        return switch (found) {
            case Found.Label(var _, var code) -> what(code);
            case Found.Request(var _, var code) -> what(code);
            case Found.Part _ -> "";
            case Found.Useless(var _, Hitch.Unsuitable(var why)) ->
                (findings.sentence(why) + ". " + findings.next(why)).strip();
            case Found.Useless(var _, Hitch.Unreadable(var cause)) ->
                new Troubles(words).of(cause).toString();
            case Found.Useless(var _, Hitch.PrivateScreen()) -> words.text("approve.screen-private.what");
        };
    }

    /// The kind of a code and what it says that the device is. Its secrets are not shown.
    private String what(Code code) {
        var said = code.said();
        var parts = new ArrayList<String>();
        parts.add(kinds.name(code.kind()));
        said.maker().ifPresent(parts::add);
        said.model().ifPresent(parts::add);
        said.serial()
                .map(serial -> words.text("approve.serial.caption", serial))
                .ifPresent(parts::add);
        return String.join(" · ", parts);
    }
}
