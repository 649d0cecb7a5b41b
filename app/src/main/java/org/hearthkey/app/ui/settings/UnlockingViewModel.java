package org.hearthkey.app.ui.settings;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.SlotOutcome;
import org.hearthkey.core.home.UnlockSlot;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.RefusedException;

/// The ways to unlock the home. Every change asks for the root's secret.
public final class UnlockingViewModel {
    private final Home home;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<UnlockSlot>> slots = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Finding>> refusal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    public UnlockingViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
    }

    public ReadOnlyObjectProperty<List<UnlockSlot>> slotsProperty() {
        return slots.getReadOnlyProperty();
    }

    /// Which rule refused the last change; then nothing has changed.
    public ReadOnlyObjectProperty<Optional<Finding>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Why the slots could not be read the last time.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public void refresh() {
        background.run(
                () -> home.unlocking().slots(),
                read -> {
                    failure.set(Optional.empty());
                    slots.set(read);
                },
                cause -> failure.set(Optional.of(cause)));
    }

    /// Takes a way to unlock away.
    RootAct removal(UnlockSlot slot) {
        return act(root -> home.unlocking().remove(slot.id(), root));
    }

    /// Calls a way to unlock something else.
    RootAct renaming(UnlockSlot slot, Supplier<SlotName> name) {
        return act(root -> home.unlocking().rename(slot.id(), name.get(), root));
    }

    private interface Change {
        SlotOutcome with(RootSecret root) throws RefusedException, IOException;
    }

    private RootAct act(Change change) {
        return new RootAct(
                background,
                root -> {
                    var outcome = change.with(root);
                    background.tell(() -> refusal.set(
                            outcome instanceof SlotOutcome.Refused(var finding)
                                    ? Optional.of(finding)
                                    : Optional.empty()));
                },
                this::refresh);
    }
}
