package org.hearthkey.app.ui.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ceremony.TranscriptFiles;
import org.hearthkey.app.handover.NewFiles;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.Transcript;

/// Writes scripts and transcripts into a folder. Neither is a secret, and nothing is overwritten.
final class TranscriptSaving {
    /// How far it is.
    sealed interface State {
        record Resting() implements State {}

        record Saved(Path folder) implements State {}

        record Failed(Exception cause) implements State {}
    }

    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Resting());

    /// @param background where it is written
    TranscriptSaving(Background background) {
        this.background = background;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void saveScript(Path folder, Script script) {
        save(
                folder,
                () -> Map.of(
                        FileNames.of(script.title() + ".txt"), script.text().getBytes(UTF_8)));
    }

    void save(Path folder, Transcript transcript, HomeContext context) {
        save(folder, () -> TranscriptFiles.of(context.home(), transcript, context.words(), context.dates(), Paper.A4));
    }

    private void save(Path folder, Callable<Map<String, byte[]>> contents) {
        background.run(() -> write(folder, contents.call()), state::set, cause -> state.set(new State.Failed(cause)));
    }

    private static State write(Path folder, Map<String, byte[]> contents) throws IOException {
        try (var files = new NewFiles(folder, NewFiles.Taken.REFUSED)) {
            for (var name : contents.keySet()) {
                files.reserve(name);
            }
            for (var file : contents.entrySet()) {
                files.write(file.getKey(), file.getValue());
            }
            files.keep();
        }
        return new State.Saved(folder);
    }
}
