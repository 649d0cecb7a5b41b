package org.hearthkey.app.ui.devices;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What an engineer wants to know of a device's certificate.
final class CertificateFacts extends VBox {
    private final Words words;

    CertificateFacts(DeviceDetail detail, DeviceDetail.Held held, Runnable save, Words words, Dates dates) {
        super(10);
        this.words = words;
        getStyleClass().add("hk-certificate-facts");
        var certificate = held.certificate();
        var effective = held.credential().effectiveNotAfter();
        var key = certificate.publicKey();
        fact("devices.serial.fact", grouped(certificate.serial().hex()));
        fact("devices.fingerprint.fact", grouped(certificate.fingerprint().hex()));
        fact("devices.from.fact", dates.dayAndTime(certificate.notBefore()));
        fact("devices.until.fact", dates.dayAndTime(certificate.notAfter()));
        if (effective.isBefore(certificate.notAfter())) {
            fact("devices.effective.fact", dates.dayAndTime(effective));
        }
        fact("devices.address.fact", detail.device().address().text());
        fact("devices.subject.fact", certificate.subject());
        fact("devices.issuer.fact", certificate.issuer());
        fact("devices.algorithm.fact", key.algorithm());
        var button = new Button(words.text("devices.save.button"), Icons.button(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> save.run());
        getChildren().add(button);
    }

    private void fact(String name, String value) {
        var code = Labels.code(value);
        code.setWrapText(true);
        getChildren().add(new VBox(2, Labels.caption(words.text(name)), code));
    }

    /// Hex in groups of four, so that the eye keeps its place and the line can break.
    private static String grouped(String hex) {
        return hex.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
