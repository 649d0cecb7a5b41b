package org.hearthkey.app.ui.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.label.AttestationFiles;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.attest.AnchorUse;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.attest.TrustImport;
import org.hearthkey.core.home.MakerTrust;

/// Files that were chosen for the trust list: what of them can be trusted, for what, and what is left out and why. Looking
/// at them changes nothing.
public final class TrustOffer implements RootAct.Asked {
    /// What all the certificates are to be trusted for.
    public enum For {
        /// What each of them looks like.
        LOOKS,
        MATTER,
        DECLARATION,
        IDENTITY;

        private Optional<AnchorUse> use() {
            return switch (this) {
                case LOOKS -> Optional.empty();
                case MATTER -> Optional.of(AnchorUse.MATTER);
                case DECLARATION -> Optional.of(AnchorUse.DECLARATION);
                case IDENTITY -> Optional.of(AnchorUse.IDENTITY);
            };
        }
    }

    /// How far the files were looked at.
    public sealed interface State {
        record Looking() implements State {}

        record Looked(TrustImport found) implements State {}

        record Failed(Exception cause) implements State {}
    }

    private final List<Path> files;
    private final MakerTrust trust;
    private final Background background;
    private final ObjectProperty<For> wanted = new SimpleObjectProperty<>(For.LOOKS);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Looking());

    TrustOffer(List<Path> files, MakerTrust trust, Background background) {
        this.files = List.copyOf(files);
        this.trust = trust;
        this.background = background;
        wanted.subscribe(this::look);
    }

    /// What they are to be trusted for.
    public ObjectProperty<For> wantedProperty() {
        return wanted;
    }

    public ObservableValue<State> state() {
        return state.getReadOnlyProperty();
    }

    private void look(For use) {
        state.set(new State.Looking());
        background.run(
                () -> TrustImport.of(read(), use.use(), trust.all()),
                found -> answered(use, new State.Looked(found)),
                cause -> answered(use, new State.Failed(cause)));
    }

    /// An answer to an earlier choice says nothing about the present one.
    private void answered(For asked, State answer) {
        if (asked == wanted.get()) {
            state.set(answer);
        }
    }

    private List<Shown> read() throws IOException {
        var shown = new ArrayList<Shown>();
        for (var file : files) {
            shown.add(AttestationFiles.read(file, TrustImport.MAX_FILE));
        }
        return shown;
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return state.map(
                now -> now instanceof State.Looked(var found) && !found.wanted().isEmpty());
    }

    @Override
    public RootAct.Work work() {
        if (state.get() instanceof State.Looked(var found)) {
            return RootAct.Work.of(root -> trust.add(found, root));
        }
        throw new IllegalStateException("Nothing was found yet");
    }

    @Override
    public void wipe() {}
}
