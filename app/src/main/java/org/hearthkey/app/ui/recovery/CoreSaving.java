package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.handover.NewFiles;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.print.RecoveryPaper;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.recovery.SealedCore;

/// Puts the sealed core of the sheets in force on paper or into a file. It is no secret without them.
final class CoreSaving {
    /// What it is written as.
    enum Form {
        PDF,
        FILE
    }

    /// How far it is.
    sealed interface State {
        record Resting() implements State {}

        record Writing() implements State {}

        record Written(Path file) implements State {}

        record Failed(Exception cause) implements State {}
    }

    private final HomeContext context;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Resting());

    CoreSaving(HomeContext context) {
        this.context = context;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Writes a new file; one that is there already stays as it is.
    void write(Path folder, Form form, Paper paper) {
        state.set(new State.Writing());
        context.background()
                .run(
                        () -> written(folder, form, paper),
                        file -> state.set(new State.Written(file)),
                        cause -> state.set(new State.Failed(cause)));
    }

    private Path written(Path folder, Form form, Paper paper) throws IOException {
        var core = context.home().recoverySheets().core().orElseThrow();
        var key = switch (form) {
            case PDF -> "recovery.core.pdf";
            case FILE -> "recovery.core.file";
        };
        var name = FileNames.of(context.words().text(key, core.name().text()));
        try (var files = new NewFiles(folder, NewFiles.Taken.REFUSED)) {
            files.reserve(name);
            files.write(name, content(core, form, paper));
            return files.keep().getFirst();
        }
    }

    private byte[] content(SealedCore core, Form form, Paper paper) throws IOException {
        return switch (form) {
            case FILE -> core.bytes();
            case PDF -> {
                var plan =
                        context.home().recoverySheets().issued().orElseThrow().plan();
                var day = context.dates().day(core.issued());
                try (var pdf = new RecoveryPaper(context.words(), paper, core, plan, day).core()) {
                    yield pdf.use(byte[]::clone);
                }
            }
        };
    }
}
