package org.hearthkey.app.ui.approve;

import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.core.scan.Code;

/// What an engineer wants to know of a label and a request.
final class TechnicalFacts extends VBox {
    private final Words words;

    TechnicalFacts(Claim claim, Words words) {
        super(10);
        this.words = words;
        claim.label().ifPresent(this::label);
        claim.request().ifPresent(request -> {
            request.commonName().ifPresent(name -> fact("approve.common-name.fact", name));
            request.serialNumber().ifPresent(serial -> fact("approve.serial-number.fact", serial));
            fact("approve.algorithm.fact", request.publicKey().algorithm());
            fact("approve.key-hash.fact", grouped(request.publicKey().hash().hex()));
            if (!request.requestedExtensions().isEmpty()) {
                fact("approve.extensions.fact", String.join(", ", request.requestedExtensions()));
            }
        });
        if (getChildren().isEmpty()) {
            getChildren().add(Labels.second(words.text("approve.technical.none")));
        }
    }

    private void label(Code code) {
        fact("approve.kind.fact", code.kind());
        code.keyHash().ifPresent(hash -> fact("approve.label-hash.fact", grouped(hash.hex())));
    }

    private void fact(String name, String value) {
        var code = Labels.code(value);
        code.setWrapText(true);
        getChildren().add(new VBox(2, Labels.caption(words.text(name)), code));
    }

    private static String grouped(String hex) {
        return hex.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
