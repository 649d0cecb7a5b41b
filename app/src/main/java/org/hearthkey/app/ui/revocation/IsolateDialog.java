package org.hearthkey.app.ui.revocation;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.revocation.IsolateViewModel.End;
import org.hearthkey.app.ui.revocation.IsolateViewModel.Plan;
import org.hearthkey.app.ui.revocation.IsolateViewModel.State;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.deliver.Isolation.Step;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.name.HubName;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Cuts a device off now: says what will happen, shows each step when it is over, and says in the end what was seen and what
/// was not. Closed while it works, it works on, and says at the window's edge how it ended.
public final class IsolateDialog {
    private final IsolateViewModel model;
    private final HomeContext context;
    private final Words words;
    private final IsolateSteps steps;
    private final ProgressBar bar = new ProgressBar();
    private final Button stop = new Button();
    private boolean working;
    private boolean closed;

    private IsolateDialog(IsolateViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
        steps = new IsolateSteps(words);
    }

    /// Asks whether this device is to be cut off.
    public static void open(Device device, HomeContext context) {
        open(new IsolateViewModel(device, context), context);
    }

    static void open(IsolateViewModel model, HomeContext context) {
        var dialog = new IsolateDialog(model, context);
        model.stateProperty().subscribe(dialog::show);
        model.look();
    }

    private void show(State state) {
        switch (state) {
            case State.Looking _ -> {}
            case State.Asking(var plan) -> context.dialogs().show(asking(plan));
            case State.Working(var done, var stopping) -> working(done, stopping);
            case State.Ended(var done, var end) -> ended(done, end);
            case State.Failed(var done, var cause) -> failed(done, cause);
        }
    }

    private DialogCard card(String title, String reason) {
        return new DialogCard(
                MaterialDesignF.FLASH_OUTLINE, Tone.DANGER, words.text(title, name()), words.text(reason, name()));
    }

    private String name() {
        return model.device().name().text();
    }

    private Button close(String key) {
        var close = new Button(words.text(key));
        close.setCancelButton(true);
        close.setOnAction(_ -> context.dialogs().hide());
        return close;
    }

    private DialogCard asking(Plan plan) {
        var begin = new Button(words.text("isolate.begin.button"), Icons.button(MaterialDesignF.FLASH_OUTLINE));
        begin.getStyleClass().add("danger");
        begin.setOnAction(_ -> model.begin());
        return card("isolate.ask.title", "isolate.ask.reason")
                .with(follows(plan))
                .with(new Note(MaterialDesignA.ALERT_OUTLINE, words.text("revocation.follows.for-good"), Tone.WARNING))
                .safeButton(close("isolate.later.button"))
                .button(begin);
    }

    private Node follows(Plan plan) {
        var zone = words.text("device.list.name", model.device().zone().display());
        var list = plan.revoked()
                ? words.text("isolate.revoked.step", zone)
                : words.text("isolate.revoke.step", name(), zone);
        var hubs = plan.hubs().isEmpty()
                ? words.text("isolate.no-hub.step")
                : words.text("isolate.hand.step", names(plan.hubs()));
        var brokers = plan.brokers().isEmpty()
                ? words.text("isolate.no-broker.step")
                : words.text("isolate.throw-out.step", plan.brokers().size(), names(plan.brokers()), name());
        var listeners = plan.listeners() == 0
                ? words.text("isolate.no-listener.step")
                : words.text("isolate.try.step", plan.listeners());
        var box = new VBox(
                6,
                Labels.of(words.text("revocation.follows.title"), "hk-strong"),
                Labels.second(list),
                Labels.second(hubs),
                Labels.second(brokers),
                Labels.second(listeners));
        box.getStyleClass().add("hk-follows");
        return box;
    }

    private static String names(List<HubName> hubs) {
        return hubs.stream().map(HubName::text).collect(Collectors.joining(", "));
    }

    private void working(List<Step> done, boolean stopping) {
        if (!working) {
            working = true;
            closed = false;
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setAccessibleText(words.text("isolate.working.accessible"));
            stop.setText(words.text("isolate.stop.button"));
            stop.setOnAction(_ -> model.stop());
            context.dialogs()
                    .show(card("isolate.work.title", "isolate.work.reason")
                            .with(bar)
                            .with(steps)
                            .button(close("isolate.aside.button"))
                            .safeButton(stop)
                            .whenGone(() -> closed = working));
        }
        steps.show(done);
        stop.setDisable(stopping);
        if (stopping) {
            stop.setText(words.text("isolate.stopping.button"));
        }
    }

    private void ended(List<Step> done, End end) {
        var told = words.text(
                switch (end) {
                    case SEEN -> "isolate.seen.result";
                    case NOT_SEEN -> "isolate.not-seen.result";
                    case STOPPED -> "isolate.stopped.result";
                },
                name());
        if (isUnwatched()) {
            context.navigation().done(told);
            return;
        }
        steps.show(done);
        var seen = end == End.SEEN;
        var card = card(seen ? "isolate.seen.title" : "isolate.not-seen.title", "isolate.end.reason")
                .with(steps)
                .with(new Note(
                        seen ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignA.ALERT_OUTLINE,
                        told,
                        seen ? Tone.SUCCESS : Tone.WARNING));
        context.dialogs().show(seen ? card.safeButton(close("isolate.done.button")) : again(card));
    }

    private void failed(List<Step> done, Exception cause) {
        var trouble = new Troubles(words).of(cause);
        if (isUnwatched()) {
            context.navigation().done(trouble.toString());
            return;
        }
        steps.show(done);
        context.dialogs()
                .show(again(card("isolate.not-seen.title", "isolate.end.reason")
                        .with(steps)
                        .with(new TroubleNote(trouble))));
    }

    /// Whether the owner closed it while it worked.
    private boolean isUnwatched() {
        working = false;
        return closed;
    }

    private DialogCard again(DialogCard card) {
        var again = new Button(words.text("isolate.again.button"), Icons.button(MaterialDesignF.FLASH_OUTLINE));
        again.getStyleClass().add("danger");
        again.setOnAction(_ -> model.begin());
        return card.safeButton(close("isolate.close.button")).button(again);
    }
}
