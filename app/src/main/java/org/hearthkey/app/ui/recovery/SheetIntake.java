package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.recovery.SheetReading;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.recovery.CoreCodes;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.seal.RefusedException;

/// Takes recovery sheets back in: pictures of them, scans, PDFs, or their words as somebody types them. Forgets them when
/// it is closed.
public final class SheetIntake implements AutoCloseable {
    /// What became of what was shown last.
    public sealed interface State {
        record Waiting() implements State {}

        /// Pictures are looked through.
        record Looking() implements State {}

        /// Something was read.
        record Taken() implements State {}

        /// There is nothing of a sheet on this picture.
        record Nothing(Path file) implements State {}

        /// Words are wrong.
        ///
        /// @param file where they stand; nothing if they were typed
        record Flawed(ShareException flaw, Optional<Path> file) implements State {}

        record Failed(Exception cause) implements State {}
    }

    private SheetReading reading = new SheetReading();
    private final WordEntry typing = new WordEntry(this::typed);
    private final Background pictures;
    private final Runnable taken;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Waiting());

    /// @param pictures where pictures are looked through
    /// @param taken told on the JavaFX thread when something was read: a sheet, a part of the core, or all of it
    public SheetIntake(Background pictures, Runnable taken) {
        this.pictures = pictures;
        this.taken = taken;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The words of one sheet, as they are typed.
    WordEntry typing() {
        return typing;
    }

    /// All that was read.
    public List<Share> shares() {
        return reading.shares();
    }

    /// The sealed core, if it was among what was read.
    public Optional<SealedCore> core() {
        return reading.core();
    }

    /// The codes of a core that were read so far.
    public CoreCodes codes() {
        return reading.codes();
    }

    /// Looks through files, each of which may show sheets or codes of a sealed core.
    public void read(List<Path> files) {
        if (files.isEmpty() || state.get() instanceof State.Looking) {
            return;
        }
        state.set(new State.Looking());
        var into = reading;
        pictures.run(() -> look(into, files), this::looked, cause -> state.set(new State.Failed(cause)));
    }

    /// Takes what the codes before the camera say. What was seen already is no news.
    void seen(List<String> texts) {
        if (state.get() instanceof State.Looking) {
            return;
        }
        int before = known(reading);
        try {
            for (var text : texts) {
                reading.addCode(text);
            }
        } catch (RefusedException damaged) {
            state.set(new State.Failed(damaged));
            return;
        }
        if (known(reading) != before) {
            state.set(new State.Taken());
            taken.run();
        }
    }

    private static State look(SheetReading reading, List<Path> files) throws RefusedException, IOException {
        for (var file : files) {
            int before = known(reading);
            var core = reading.core();
            try {
                reading.add(file);
            } catch (ShareException flawed) {
                return new State.Flawed(flawed, Optional.of(file));
            }
            if (known(reading) == before && reading.core().equals(core)) {
                return new State.Nothing(file);
            }
        }
        return new State.Taken();
    }

    private static int known(SheetReading reading) {
        return reading.shares().size()
                + reading.codes().count()
                - reading.codes().missing().size()
                + (reading.core().isPresent() ? 1 : 0);
    }

    private void looked(State found) {
        state.set(found);
        if (known(reading) > 0) {
            taken.run();
        }
    }

    private void typed() {
        try {
            typing.use(reading::addWords);
            typing.clear();
            state.set(new State.Taken());
            taken.run();
        } catch (ShareException flawed) {
            state.set(new State.Flawed(flawed, Optional.empty()));
        }
    }

    /// Forgets what was read, to begin again.
    public void clear() {
        reading.close();
        reading = new SheetReading();
    }

    @Override
    public void close() {
        typing.clear();
        reading.close();
    }
}
