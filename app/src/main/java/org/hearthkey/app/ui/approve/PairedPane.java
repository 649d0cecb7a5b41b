package org.hearthkey.app.ui.approve;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.device.Device;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/// A device without a certificate is in the inventory, and its code is kept. There is nothing to hand over.
final class PairedPane extends VBox {
    private static final double MOST_WIDTH = 720;

    PairedPane(Device device, HandOverPane.Acts acts, Words words) {
        super(20);
        setMaxWidth(MOST_WIDTH);
        var name = device.name().text();
        var show = new Button(words.text("approve.show-device.button"));
        show.setOnAction(_ -> acts.showDevice(name));
        var next = new Button(words.text("approve.next-device.button"));
        next.getStyleClass().add("accent");
        next.setOnAction(_ -> acts.done());
        var foot = new HBox(12, show, next);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(head(device, words), foot);
    }

    private static Node head(Device device, Words words) {
        var sentence =
                Labels.title(words.text("approve.paired.title", device.name().text()));
        sentence.setWrapText(true);
        var reason = Labels.second(words.text("approve.paired.reason"));
        reason.setWrapText(true);
        var text = new VBox(4, sentence, reason);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(16, Disc.large(MaterialDesignQ.QRCODE, Tone.SUCCESS), text);
    }
}
