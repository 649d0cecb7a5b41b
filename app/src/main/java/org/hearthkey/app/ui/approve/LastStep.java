package org.hearthkey.app.ui.approve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.handover.HandOver;
import org.hearthkey.app.handover.NewFiles;
import org.hearthkey.app.handover.NewFiles.Taken;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.MadeKey;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.home.RootRollover;

/// The last step: what was issued goes into a folder. A key that was made here is forgotten when this is closed.
public final class LastStep implements AutoCloseable {
    private final Outcome.Issued issued;
    private final RootRollover rollover;
    private final Background background;
    private final Optional<ShowAsCodeViewModel> asCode;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Waiting());

    private boolean written;

    /// @param issued what goes into the folder
    /// @param rollover of the home's root: while it is under way, the new root goes there too
    public LastStep(Outcome.Issued issued, RootRollover rollover, Background background) {
        this.issued = issued;
        this.rollover = rollover;
        this.background = background;
        asCode = issued.madeKey().isPresent()
                ? Optional.empty()
                : Optional.of(new ShowAsCodeViewModel(issued.certificate().der()));
    }

    /// How far it is.
    public sealed interface Step {
        record Waiting() implements Step {}

        record Writing() implements Step {}

        /// The files are there.
        ///
        /// @param withRoots whether the new root is among them
        record Written(Path folder, List<Path> files, boolean withRoots) implements Step {
            public Written {
                files = List.copyOf(files);
            }
        }

        record Failed(Exception cause) implements Step {}
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public Outcome.Issued issued() {
        return issued;
    }

    /// The certificate as codes; empty where its key was made here. A key is never shown so, and without it the
    /// certificate is of no use to the device.
    public Optional<ShowAsCodeViewModel> asCode() {
        return asCode;
    }

    /// Whether a key waits here that is nowhere else.
    public boolean holdsTheOnlyKey() {
        return issued.madeKey().isPresent() && !written;
    }

    /// Writes the files into `folder`. They are new files; nothing is overwritten.
    public void write(Path folder) {
        step.set(new Step.Writing());
        background.run(
                () -> put(folder),
                written -> {
                    this.written = true;
                    step.set(written);
                },
                cause -> step.set(new Step.Failed(cause)));
    }

    private Step put(Path folder) throws IOException {
        var name = issued.device().name().text();
        var keySource = issued.madeKey().isPresent() ? KeySource.MADE_HERE : KeySource.DEVICE;
        var files = Optional.of(new NewFiles(folder, Taken.REFUSED));
        try (var handOver = new HandOver(name, files, keySource, rollover.roots())) {
            var names = handOver.write(issued.certificate(), issued.issuer(), issued.madeKey());
            if (handOver.hasRoots()) {
                rollover.handed(issued.device());
            }
            return new Step.Written(folder, names, handOver.hasRoots());
        }
    }

    @Override
    public void close() {
        issued.madeKey().ifPresent(MadeKey::close);
    }
}
