package org.hearthkey.app.ui.settings;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.passphrase.NewPassphrase;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;

/// What is typed for a passphrase that is to unlock the home: itself, and one that unlocks the home now, because an open
/// home has forgotten what its slots are made with.
final class NewUnlocking implements RootAct.Asked {
    /// What is done with it, on the home's thread.
    @FunctionalInterface
    interface Act {
        void with(LockPlan lock, LockSecret present, RootSecret root) throws RefusedException, IOException;
    }

    private final NewPassphrase chosen;
    private final TypedSecret present = new TypedSecret();
    private final Locksmith locksmith;
    private final ObservableValue<Boolean> more;
    private final Supplier<Act> act;
    private final ObservableValue<Boolean> ready;

    /// @param known names that thieves try first
    /// @param more whether what else is asked for is there
    /// @param act asked on the JavaFX thread at each try
    NewUnlocking(
            Background background,
            Locksmith locksmith,
            List<String> known,
            ObservableValue<Boolean> more,
            Supplier<Act> act) {
        this.locksmith = locksmith;
        this.more = more;
        this.act = act;
        chosen = new NewPassphrase(background, locksmith.random());
        chosen.mayNotHold(known);
        ready = Bindings.createBooleanBinding(this::isReady, more, chosen.lackProperty(), present.revisionProperty());
    }

    NewPassphrase chosen() {
        return chosen;
    }

    /// One that unlocks the home now.
    TypedSecret present() {
        return present;
    }

    private boolean isReady() {
        return more.getValue() && chosen.lackProperty().get().isEmpty() && !present.isEmpty();
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return ready;
    }

    @Override
    public RootAct.Work work() {
        var prepared = act.get();
        var taken = chosen.take();
        var typed = present.use(Passphrase::parse);
        return root -> {
            try (var wanted = taken;
                    var now = typed.orElseThrow(() -> new RefusedException(Refusal.WRONG_SECRET))) {
                prepared.with(locksmith.lock().apply(wanted), new LockSecret.Remembered(now), root);
            }
        };
    }

    @Override
    public void wipe() {
        chosen.wipe();
        present.wipe();
    }
}
