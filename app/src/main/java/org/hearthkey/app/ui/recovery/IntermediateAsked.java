package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.handover.HandOver;
import org.hearthkey.app.handover.NewFiles;
import org.hearthkey.app.label.RequestFile;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.intermediate.IntermediateApplication;
import org.hearthkey.core.intermediate.Intermediates;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.seal.RefusedException;

/// What is asked before the issuer of another program is certified: its part of the home, its request, how long, and where
/// the files go.
final class IntermediateAsked {
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Path>> request = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Integer> years = new SimpleObjectProperty<>(Intermediates.MOST_YEARS);
    private final ObjectProperty<Optional<Path>> folder = new SimpleObjectProperty<>(Optional.empty());

    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<Optional<Path>> requestProperty() {
        return request;
    }

    ObjectProperty<Integer> yearsProperty() {
        return years;
    }

    ObjectProperty<Optional<Path>> folderProperty() {
        return folder;
    }

    /// The key of the sentence that says what is missing; empty if nothing is.
    ObservableValue<String> lack() {
        return Bindings.createStringBinding(
                () -> {
                    if (ZoneName.parse(name.get().strip()).isEmpty()) {
                        return "ceremony.other.nameless";
                    }
                    if (request.get().isEmpty()) {
                        return "ceremony.other.requestless";
                    }
                    return folder.get().isEmpty() ? "ceremony.other.placeless" : "";
                },
                name,
                request,
                folder);
    }

    /// What speaks against it so much that nothing is signed. On the home's thread.
    Optional<Finding> refusal(Home home) throws IOException {
        var asked = application();
        return asked.isEmpty()
                ? Optional.of(RequestFile.UNREADABLE)
                : home.intermediates().review(asked.get()).stream()
                        .filter(finding -> finding.weight() == Weight.REFUSAL)
                        .findFirst();
    }

    private Optional<IntermediateApplication> application() throws IOException {
        var part = ZoneName.parse(name.get().strip()).orElseThrow();
        return RequestFile.read(request.get().orElseThrow())
                .request()
                .map(made -> new IntermediateApplication(part, made, years.get()));
    }

    /// Signs it, and writes its files. On the home's thread; where the files cannot be written, nothing is kept.
    void sign(Home home, RootSecret root) throws IOException, RefusedException {
        var asked = application().orElseThrow();
        var files = new NewFiles(folder.get().orElseThrow(), NewFiles.Taken.REFUSED);
        try (var handOver = new HandOver(asked.name().text(), Optional.of(files), KeySource.DEVICE)) {
            var signed = home.intermediates().sign(asked, root);
            handOver.write(signed.certificate(), home.issuers().root().certificate(), Optional.empty());
        }
    }
}
