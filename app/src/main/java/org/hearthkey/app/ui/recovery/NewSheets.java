package org.hearthkey.app.ui.recovery;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.token.UnlockingSecret;
import org.hearthkey.core.home.SheetDraft;

/// What is asked before new sheets are made: how many, and what unlocks the home now, because an open home has forgotten
/// what its slots are made with.
final class NewSheets implements RootAct.Asked {
    private final HomeContext context;
    private final UnlockingSecret present;
    private final PlanChoice plan = new PlanChoice();
    private final ObservableValue<Boolean> ready;
    private Consumer<SheetDraft> made = SheetDraft::close;

    NewSheets(HomeContext context, UnlockingSecret present) {
        this.context = context;
        this.present = present;
        ready = Bindings.createBooleanBinding(
                () -> present.lack().getValue().isEmpty()
                        && plan.planProperty().get().isPresent(),
                present.lack(),
                plan.planProperty());
    }

    static NewSheets of(HomeContext context) {
        return new NewSheets(context, new UnlockingSecret(context.tokens(), context.background()));
    }

    /// The act that makes sheets, in memory only.
    ///
    /// @param taker gets them on the JavaFX thread, and closes them
    RootAct act(Consumer<SheetDraft> taker) {
        var drafted = new AtomicReference<Optional<SheetDraft>>(Optional.empty());
        made(draft -> drafted.set(Optional.of(draft)));
        return new RootAct(
                context.background(),
                context.rootDoor(),
                this,
                () -> drafted.getAndSet(Optional.empty()).ifPresent(taker));
    }

    /// What unlocks the home now.
    UnlockingSecret present() {
        return present;
    }

    /// How many sheets, and for whom.
    PlanChoice plan() {
        return plan;
    }

    /// @param taker gets them on the home's thread, and closes them
    private void made(Consumer<SheetDraft> taker) {
        made = taker;
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return ready;
    }

    @Override
    public RootAct.Work work() {
        var wanted = plan.planProperty().get().orElseThrow();
        var given = present.take();
        RootAct.Work work = (root, visit) -> {
            made.accept(context.home().recoverySheets().draft(wanted, given.secret(visit), root));
            return Optional.empty();
        };
        return work.holding(given::close);
    }

    @Override
    public void wipe() {
        present.wipe();
    }
}
