package org.hearthkey.app.ui.approve;

import java.util.List;
import java.util.function.LongFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.frames.BbqrFrame;
import org.hearthkey.core.frames.Carried;
import org.hearthkey.core.frames.FrameSplitter;

/// A certificate as a series of codes that a screen shows one after another: which of them is shown, and whether the
/// next follows by itself. To be used on the JavaFX thread.
public final class ShowAsCodeViewModel {
    /// Bytes a code: few enough for a modest camera. A multiple of 5, as BBQr asks.
    private static final int MOST_BYTES = 150;

    /// A UR begins again after this many times as many frames as are needed: its numbers stay short, and who does not
    /// know sums of fragments gets the fragments again.
    private static final int ROUNDS = 4;

    private final Der certificate;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Hidden());

    private LongFunction<String> frames = _ -> "";

    /// @param certificate what is shown; nothing secret
    public ShowAsCodeViewModel(Der certificate) {
        this.certificate = certificate;
    }

    /// How the bytes are split.
    public enum Form {
        UR,
        BBQR
    }

    /// Whether the next frame follows by itself.
    public enum Pace {
        MOVING,
        STILL
    }

    /// What is shown.
    public sealed interface State {
        record Hidden() implements State {}

        /// One frame of the series.
        ///
        /// @param number of the frame, from 1; above `count` it is a sum that makes up for a missed one (UR only)
        /// @param count as many are needed at least
        /// @param text what its code says
        record Shown(Form form, Pace pace, long number, int count, String text) implements State {
            /// Whether there is another one to show.
            public boolean isSeries() {
                return count > 1;
            }
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Begins with the first frame, as a UR.
    public void show(Pace pace) {
        begin(Form.UR, pace);
    }

    public void hide() {
        state.set(new State.Hidden());
    }

    /// Begins again in another form, at the pace there was.
    public void choose(Form form) {
        if (state.get() instanceof State.Shown shown && shown.form() != form) {
            begin(form, shown.pace());
        }
    }

    /// Shows the next frame; after the last one the first.
    public void next() {
        if (state.get() instanceof State.Shown(var form, var pace, var number, var count, var _)) {
            long last = form == Form.UR && count > 1 ? (long) count * ROUNDS : count;
            long next = number % last + 1;
            state.set(new State.Shown(form, pace, next, count, frames.apply(next)));
        }
    }

    /// Stops at the frame that is shown, or goes on from it.
    public void change(Pace pace) {
        if (state.get() instanceof State.Shown(var form, var _, var number, var count, var text)) {
            state.set(new State.Shown(form, pace, number, count, text));
        }
    }

    private void begin(Form form, Pace pace) {
        int count = switch (form) {
            case UR -> {
                var ur = FrameSplitter.ur(new Carried(Carried.UR_BYTES, certificate.bytes()), MOST_BYTES);
                frames = number -> ur.frame(number).text();
                yield ur.count();
            }
            case BBQR -> {
                var carried = new Carried(Carried.BBQR_BINARY, certificate.bytes());
                List<BbqrFrame> parts = FrameSplitter.bbqr(carried, MOST_BYTES);
                frames = number -> parts.get((int) number - 1).text();
                yield parts.size();
            }
        };
        state.set(new State.Shown(form, pace, 1, count, frames.apply(1)));
    }
}
