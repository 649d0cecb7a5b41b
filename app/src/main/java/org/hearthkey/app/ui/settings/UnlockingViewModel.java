package org.hearthkey.app.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.ui.passphrase.KnownNames;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.token.UnlockingSecret;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.NewSlot;
import org.hearthkey.core.home.SlotOutcome;
import org.hearthkey.core.home.UnlockSlot;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.policy.Finding;

/// The ways to unlock the home. Every change asks for the root's secret.
public final class UnlockingViewModel {
    private final HomeContext context;
    private final Home home;
    private final Background background;
    private final Locksmith locksmith;
    private final ReadOnlyObjectWrapper<List<UnlockSlot>> slots = new ReadOnlyObjectWrapper<>(List.of());
    private List<String> known = List.of();
    private Runnable forget = () -> {};
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param locksmith makes the locks of new passphrases
    public UnlockingViewModel(HomeContext context, Locksmith locksmith) {
        this.locksmith = locksmith;
        this.context = context;
        home = context.home();
        background = context.background();
    }

    public ReadOnlyObjectProperty<List<UnlockSlot>> slotsProperty() {
        return slots.getReadOnlyProperty();
    }

    /// Why the slots could not be read the last time.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public void refresh() {
        background.run(
                () -> new Read(home.unlocking().slots(), KnownNames.of(home)),
                read -> {
                    failure.set(Optional.empty());
                    known = read.known();
                    slots.set(read.slots());
                },
                cause -> failure.set(Optional.of(cause)));
    }

    /// Whether a token is among the ways to unlock.
    boolean hasTokens() {
        return slots.get().stream().anyMatch(slot -> slot.token().isPresent());
    }

    /// What is asked for a passphrase that is added.
    NewUnlocking addition(ObservableValue<Optional<SlotName>> name) {
        return asked(name.map(Optional::isPresent), () -> {
            var called = name.getValue().orElseThrow();
            return (lock, present, root) -> refusal(home.unlocking().add(NewSlot.of(called, lock), present, root));
        });
    }

    /// What is asked for another passphrase in the place of the one that is typed as the present one.
    NewUnlocking change() {
        return asked(
                new SimpleBooleanProperty(true),
                () -> (lock, present, root) -> refusal(home.unlocking().changeOpenedBy(present, lock, root)));
    }

    private NewUnlocking asked(ObservableValue<Boolean> more, Supplier<NewUnlocking.Act> act) {
        return new NewUnlocking(background, locksmith, present(), known, more, act);
    }

    /// What is asked for a token that is added.
    NewToken tokenAddition(ObservableValue<Optional<SlotName>> name) {
        return new NewToken(home, context.tokens(), background, present(), name);
    }

    private UnlockingSecret present() {
        return new UnlockingSecret(context.tokens(), background);
    }

    /// The act that asks for it. The new passphrase must not be the root's.
    RootAct asking(NewUnlocking asked) {
        var act = act(asked);
        asked.chosen().unlike(act.secret());
        return act;
    }

    /// The act that asks for it.
    RootAct asking(NewToken asked) {
        return act(asked);
    }

    /// Overwrites what is being typed.
    void wipe() {
        forget.run();
    }

    /// Takes a way to unlock away.
    RootAct removal(UnlockSlot slot) {
        return act(new RootAct.Plain(
                new SimpleBooleanProperty(true),
                () -> (root, _) -> refusal(home.unlocking().remove(slot.id(), root))));
    }

    /// Calls a way to unlock something else.
    RootAct renaming(UnlockSlot slot, ObservableValue<Optional<SlotName>> name) {
        return act(new RootAct.Plain(name.map(Optional::isPresent), () -> {
            var wanted = name.getValue().orElseThrow();
            return (root, _) -> refusal(home.unlocking().rename(slot.id(), wanted, root));
        }));
    }

    private RootAct act(RootAct.Asked asked) {
        var act = new RootAct(background, context.rootDoor(), asked, this::refresh);
        forget = act::wipe;
        return act;
    }

    private static Optional<Finding> refusal(SlotOutcome outcome) {
        return outcome instanceof SlotOutcome.Refused(var finding) ? Optional.of(finding) : Optional.empty();
    }

    private record Read(List<UnlockSlot> slots, List<String> known) {}
}
