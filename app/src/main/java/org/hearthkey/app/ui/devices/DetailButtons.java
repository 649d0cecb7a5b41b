package org.hearthkey.app.ui.devices;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.core.deliver.HubStates.Refusal;
import org.hearthkey.core.device.DeviceState;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// What can be done with the device that the pane shows.
final class DetailButtons extends VBox {
    private final DeviceDetail detail;
    private final DeviceActs acts;
    private final Words words;

    /// @param blocked whether the home may sign nothing now
    DetailButtons(DeviceDetail detail, DeviceActs acts, ObservableValue<Boolean> blocked, Words words) {
        super(8);
        this.detail = detail;
        this.acts = acts;
        this.words = words;
        var state = detail.state();
        if (state != DeviceState.REVOKED && state != DeviceState.RETIRED) {
            getChildren().add(buttons());
        }
        if (mayBeCutOff()) {
            getChildren().add(isolation());
        }
        getChildren().add(retirement());
        disableProperty().bind(blocked);
    }

    /// One that hubs were seen to refuse is cut off.
    private boolean mayBeCutOff() {
        return detail.held().isPresent()
                && detail.state() != DeviceState.RETIRED
                && detail.state() != DeviceState.ENDED
                && detail.refusal()
                        .filter(refusal -> refusal instanceof Refusal.Since)
                        .isEmpty();
    }

    private Node isolation() {
        var isolate = new Button(words.text("devices.isolate.button"), Icons.button(MaterialDesignF.FLASH_OUTLINE));
        isolate.getStyleClass().addAll("danger", "flat");
        isolate.setMaxWidth(Double.MAX_VALUE);
        isolate.setOnAction(_ -> acts.isolate(detail));
        return isolate;
    }

    private Node buttons() {
        var buttons = new HBox(8);
        var rows = new VBox(8);
        if (detail.state() != DeviceState.ENDED && detail.device().seen().isEmpty()) {
            rows.getChildren().add(saw());
        }
        if (detail.held().isPresent()) {
            buttons.getChildren().add(renewal());
        }
        if (detail.state() != DeviceState.ENDED) {
            var revoke = new Button(
                    words.text(detail.held().isPresent() ? "devices.revoke.button" : "devices.take-back.button"));
            revoke.getStyleClass().addAll("danger", "button-outlined");
            revoke.setMaxWidth(Double.MAX_VALUE);
            revoke.setOnAction(_ -> acts.revoke(detail));
            HBox.setHgrow(revoke, Priority.ALWAYS);
            buttons.getChildren().add(revoke);
        }
        rows.getChildren().add(buttons);
        return rows;
    }

    private Node retirement() {
        var key = detail.device()
                .leaving()
                .map(leaving -> leaving.retired().isPresent() ? "devices.proof.button" : "devices.go-on.button")
                .orElse("devices.retire.button");
        var retire = new Button(words.text(key), Icons.button(MaterialDesignA.ARCHIVE_OUTLINE));
        if (detail.device().leaving().isEmpty()) {
            retire.getStyleClass().add("flat");
        }
        retire.setMaxWidth(Double.MAX_VALUE);
        retire.setOnAction(_ -> acts.retire(detail));
        return retire;
    }

    private Node saw() {
        var saw = new Button(words.text("devices.saw.button"), Icons.button(MaterialDesignE.EYE_CHECK_OUTLINE));
        if (!detail.device().isBeingSetUp()) {
            saw.getStyleClass().add("accent");
        }
        saw.setMaxWidth(Double.MAX_VALUE);
        saw.setOnAction(_ -> acts.saw(detail));
        return saw;
    }

    private Node renewal() {
        var setUp = detail.device().isBeingSetUp();
        var renew = new Button(words.text(setUp ? "devices.complete.button" : "devices.renew.button"));
        if (setUp || detail.state() == DeviceState.ENDS_SOON || detail.state() == DeviceState.ENDED) {
            renew.getStyleClass().add("accent");
        }
        renew.setMaxWidth(Double.MAX_VALUE);
        renew.setOnAction(_ -> acts.renew(detail));
        HBox.setHgrow(renew, Priority.ALWAYS);
        return renew;
    }
}
