package org.hearthkey.app.ui.settings;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.passphrase.NewPassphrase;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.token.UnlockingSecret;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;

/// What is typed for a passphrase that is to unlock the home: itself, and what unlocks the home now, because an open home
/// has forgotten what its slots are made with.
final class NewUnlocking implements RootAct.Asked {
    /// What is done with it, on the home's thread.
    @FunctionalInterface
    interface Act {
        Optional<Finding> with(LockPlan lock, LockSecret present, RootSecret root) throws RefusedException, IOException;
    }

    private final NewPassphrase chosen;
    private final UnlockingSecret present;
    private final Locksmith locksmith;
    private final ObservableValue<Boolean> more;
    private final Supplier<Act> act;
    private final ObservableValue<Boolean> ready;

    /// @param present what unlocks the home now
    /// @param known names that thieves try first
    /// @param more whether what else is asked for is there
    /// @param act asked on the JavaFX thread at each try
    NewUnlocking(
            Background background,
            Locksmith locksmith,
            UnlockingSecret present,
            List<String> known,
            ObservableValue<Boolean> more,
            Supplier<Act> act) {
        this.locksmith = locksmith;
        this.present = present;
        this.more = more;
        this.act = act;
        chosen = new NewPassphrase(background, locksmith.random());
        chosen.mayNotHold(known);
        ready = Bindings.createBooleanBinding(this::isReady, more, chosen.lackProperty(), present.lack());
    }

    NewPassphrase chosen() {
        return chosen;
    }

    /// What unlocks the home now.
    UnlockingSecret present() {
        return present;
    }

    private boolean isReady() {
        return more.getValue()
                && chosen.lackProperty().get().isEmpty()
                && present.lack().getValue().isEmpty();
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return ready;
    }

    @Override
    public RootAct.Work work() {
        var prepared = act.get();
        var taken = chosen.take();
        var given = present.take();
        RootAct.Work work = (root, visit) -> prepared.with(locksmith.lock().apply(taken), given.secret(visit), root);
        return work.holding(taken::close).holding(given::close);
    }

    @Override
    public void wipe() {
        chosen.wipe();
        present.wipe();
    }
}
