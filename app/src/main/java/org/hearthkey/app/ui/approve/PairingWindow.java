package org.hearthkey.app.ui.approve;

import java.time.Instant;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.home.ZoneRulings;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// Opens the home for pairing, where a zone lets devices in only then, and says until when it is open.
final class PairingWindow extends VBox {
    private final HomeContext context;
    private final Label until = Labels.second("");
    private final Button open;

    PairingWindow(ApproveViewModel model, HomeContext context) {
        super(8);
        this.context = context;
        open = new Button(
                context.words().text("approve.window.button", ZoneRulings.WINDOW.toMinutes()),
                Icons.button(MaterialDesignD.DOOR_OPEN));
        open.setMaxWidth(Double.MAX_VALUE);
        open.disableProperty().bind(context.standing().blocked());
        open.setOnAction(_ -> model.openForPairing());
        getChildren().setAll(until, open);
        shown(open, false);
        model.openUntilProperty().subscribe(this::say);
    }

    void show(Verdict verdict) {
        shown(open, verdict.asksForWindow());
        shown(until, !verdict.asksForWindow() && !until.getText().isEmpty());
        shown(this, open.isVisible() || until.isVisible());
    }

    private void say(Optional<Instant> closes) {
        until.setText(closes.map(at -> context.words()
                        .text("approve.window.until", context.dates().moment(at)))
                .orElse(""));
        shown(until, closes.isPresent());
        shown(this, open.isVisible() || until.isVisible());
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
