package org.hearthkey.app.ui.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.HomeStanding;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.journal.PaperCheckpoint;
import org.hearthkey.core.witness.Comparison;

/// The checkpoint of now, leaving it with witnesses, and holding one that the owner brings against this home.
public final class WitnessViewModel {
    /// What became of leaving the checkpoint on a stick.
    public sealed interface Leaving {
        record Resting() implements Leaving {}

        record Writing() implements Leaving {}

        /// It is there, and was read back.
        record Left(Path file) implements Leaving {}

        record Failed(Exception cause) implements Leaving {}
    }

    /// What became of a comparison.
    public sealed interface Compared {
        record NotYet() implements Compared {}

        record Comparing() implements Compared {}

        /// There was no checkpoint in what was brought.
        record NoCheckpoint() implements Compared {}

        record Answered(Comparison comparison) implements Compared {}

        record Failed(Exception cause) implements Compared {}
    }

    private final Home home;
    private final Background background;
    private final HomeStanding standing;
    private final ReadOnlyObjectWrapper<Optional<PaperCheckpoint>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Leaving> leaving = new ReadOnlyObjectWrapper<>(new Leaving.Resting());
    private final ReadOnlyObjectWrapper<Compared> compared = new ReadOnlyObjectWrapper<>(new Compared.NotYet());

    public WitnessViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
        standing = context.standing();
    }

    /// The checkpoint of now, once it is known.
    public ReadOnlyObjectProperty<Optional<PaperCheckpoint>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Leaving> leavingProperty() {
        return leaving.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /// A failure is told by the list beside it, which reads the same journal.
    public void refresh() {
        background.run(home.checkpoints()::paper, paper -> current.set(Optional.of(paper)), _ -> {});
    }

    /// Leaves the checkpoint of now on a stick.
    public void leaveOn(Path folder) {
        leaving.set(new Leaving.Writing());
        background.run(
                () -> home.watch().leaveOn(folder),
                file -> {
                    leaving.set(new Leaving.Left(file));
                    standing.refresh();
                },
                cause -> {
                    leaving.set(new Leaving.Failed(cause));
                    standing.refresh();
                });
    }

    /// Begins a comparison anew.
    public void begin() {
        compared.set(new Compared.NotYet());
    }

    /// Compares what was typed, pasted or scanned.
    public void compareText(String text) {
        compare(() -> Brought.ofText(text, home.facts().id()));
    }

    /// Compares a checkpoint file, or the picture of a code.
    public void compareFile(Path file) {
        compare(() -> Brought.ofFile(file, home.facts().id()));
    }

    private interface Reading {
        Optional<Brought> read() throws IOException;
    }

    private void compare(Reading reading) {
        compared.set(new Compared.Comparing());
        background.run(
                () -> reading.read()
                        .<Compared>map(brought -> new Compared.Answered(
                                brought.against(home.watch()).comparison()))
                        .orElseGet(Compared.NoCheckpoint::new),
                answer -> {
                    compared.set(answer);
                    standing.refresh();
                },
                cause -> compared.set(new Compared.Failed(cause)));
    }
}
