package org.hearthkey.app.ui.recovery;

import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.recovery.IssuedSheets;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.ShareFlaw;
import org.hearthkey.core.seal.RefusedException;

/// A drill: as many sheets as it takes come in, they open the home in memory, and all of it is forgotten.
final class SheetDrill {
    /// How far it is.
    sealed interface State {
        /// Sheets are wanted.
        ///
        /// @param sheets how many were read
        record Asking(int sheets) implements State {}

        record Proving() implements State {}

        /// These are not the sheets in force. They were forgotten, to begin again.
        record Old() implements State {}

        /// The sheets do not go together. They were forgotten, to begin again.
        record Flawed(ShareException flaw) implements State {}

        record Failed(Exception cause) implements State {}

        /// They would have brought the home back.
        record Proven(IssuedSheets sheets) implements State {}
    }

    private final IssuedSheets sheets;
    private final HomeContext context;
    private final Runnable ended;
    private Keeping keeping = Callable::call;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Asking(0));
    private final SheetIntake intake;

    /// @param pictures where pictures are looked through
    /// @param ended told when the owner goes back
    SheetDrill(IssuedSheets sheets, HomeContext context, Background pictures, Runnable ended) {
        this.sheets = sheets;
        this.context = context;
        this.ended = ended;
        intake = new SheetIntake(pictures, this::taken);
    }

    /// From now on the proof is kept as part of something larger.
    void keptWith(Keeping larger) {
        keeping = larger;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    SheetIntake intake() {
        return intake;
    }

    /// Those that are to be proven.
    IssuedSheets sheets() {
        return sheets;
    }

    private void taken() {
        var shares = intake.shares();
        if (shares.stream().anyMatch(share -> share.set().identifier() != sheets.setIdentifier())) {
            intake.clear();
            state.set(new State.Old());
            return;
        }
        state.set(new State.Proving());
        context.background()
                .run(
                        () -> keeping.keep(() -> prove(context.home())),
                        proven -> {
                            intake.close();
                            state.set(new State.Proven(proven));
                            context.navigation().homeChanged();
                        },
                        this::failed);
    }

    private IssuedSheets prove(Home home) throws ShareException, RefusedException {
        var recovery = home.recoverySheets();
        var core = intake.core().or(recovery::core).orElseThrow();
        return recovery.drill(core, intake.shares());
    }

    private void failed(Exception cause) {
        if (cause instanceof ShareException flawed) {
            if (flawed.flaw() == ShareFlaw.TOO_FEW) {
                state.set(new State.Asking(intake.shares().size()));
                return;
            }
            intake.clear();
            state.set(new State.Flawed(flawed));
        } else {
            state.set(new State.Failed(cause));
        }
    }

    /// Back to what is known of the sheets.
    void end() {
        forget();
        ended.run();
    }

    /// Forgets what was read.
    void forget() {
        intake.close();
    }
}
