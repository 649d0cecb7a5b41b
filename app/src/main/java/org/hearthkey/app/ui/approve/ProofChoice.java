package org.hearthkey.app.ui.approve;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.core.approve.KeySource;

/// Asks what a device will prove itself with, where there is a choice: the code on its box, or a certificate.
final class ProofChoice extends VBox {
    private final Map<KeySource, RadioButton> buttons = new LinkedHashMap<>();

    ProofChoice(ApproveForm form, Words words) {
        super(10);
        var group = new ToggleGroup();
        getChildren().add(Labels.section(words.text("approve.proof.title")));
        add(KeySource.PAIRING_ONLY, "approve.pairing.choice", group, form, words);
        add(KeySource.DEVICE, "approve.request.choice", group, form, words);
        add(KeySource.MADE_HERE, "approve.made-here.choice", group, form, words);
        form.keySourceProperty().subscribe(source -> button(source).setSelected(true));
    }

    private void add(KeySource source, String key, ToggleGroup group, ApproveForm form, Words words) {
        var button = new RadioButton(words.text(key));
        button.setWrapText(true);
        button.setToggleGroup(group);
        button.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                form.keySourceProperty().set(source);
            }
        });
        buttons.put(source, button);
        getChildren().add(button);
    }

    /// Shows the choices that this device has. One that showed a key of its own has none.
    void show(Claim claim) {
        shown(button(KeySource.PAIRING_ONLY), claim.mayPair());
        shown(button(KeySource.MADE_HERE), !claim.bindsKey());
        shown(this, claim.request().isEmpty() && (claim.mayPair() || !claim.bindsKey()));
    }

    private RadioButton button(KeySource source) {
        return buttons.computeIfAbsent(source, missing -> {
            throw new IllegalStateException("No button for " + missing);
        });
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
