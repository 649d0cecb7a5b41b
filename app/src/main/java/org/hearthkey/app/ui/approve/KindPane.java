package org.hearthkey.app.ui.approve;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.KindWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.scan.Code;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/// Asks which kind of code it is, where a text is a well-formed code of several. The owner sees the label; we do not.
final class KindPane extends VBox {
    private static final double WIDTH = 560;

    /// @param chosen takes the code that the owner says it is
    /// @param another goes back and looks for another code
    KindPane(List<Code> codes, Consumer<Code> chosen, Runnable another, Words words) {
        super(16);
        var kinds = KindWords.in(words.locale());
        getChildren().add(head(words));
        for (var code : codes) {
            getChildren().add(choice(kinds.name(code.kind()), () -> chosen.accept(code)));
        }
        var none = new Button(words.text("approve.kinds.another"));
        none.getStyleClass().add("flat");
        none.setOnAction(_ -> another.run());
        getChildren().add(none);
        getStyleClass().addAll("hk-card", "hk-card-padded");
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }

    private static Node head(Words words) {
        var text = new VBox(
                4, Labels.section(words.text("approve.kinds.title")), Labels.body(words.text("approve.kinds.reason")));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(16, Disc.large(MaterialDesignQ.QRCODE_SCAN, Tone.ACCENT), text);
    }

    private static Button choice(String name, Runnable act) {
        var button = new Button(name);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
