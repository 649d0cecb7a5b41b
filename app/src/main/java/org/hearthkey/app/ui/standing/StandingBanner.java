package org.hearthkey.app.ui.standing;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.StandingWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.witness.Standing;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// Stands above every screen while the home may not sign: what happened, what is still safe, and the ways on.
public final class StandingBanner extends HBox {
    private final HomeContext context;
    private final Words words;
    private final Runnable openAnother;
    private final VBox text = new VBox(2);
    private final FlowPane ways = new FlowPane(8, 8);

    /// Hidden until something keeps the home from signing.
    ///
    /// @param openAnother closes this home and lets the owner choose another file
    public StandingBanner(HomeContext context, Runnable openAnother) {
        this.context = context;
        this.openAnother = openAnother;
        words = context.words();
        getStyleClass().addAll("hk-note", "hk-banner");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        ways.setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE); // a long screen below must not press it together
        managedProperty().bind(visibleProperty());
        context.standing().blocking().subscribe(this::show);
    }

    private void show(Optional<Standing.Blocking> blocking) {
        setVisible(blocking.isPresent());
        blocking.ifPresent(this::explain);
    }

    private void explain(Standing.Blocking bad) {
        var said = StandingWords.in(words.locale()).explain(bad);
        var happened = Labels.body(said.happened());
        happened.getStyleClass().add("hk-strong");
        var rest = Labels.body(said.safe() + " " + said.next());
        look(bad instanceof Standing.HandedOver ? Tone.NEUTRAL : Tone.DANGER);
        switch (bad) {
            case Standing.HandedOver _ -> ways.getChildren().clear();
            case Standing.Older _, Standing.Forked _ -> ways.getChildren().setAll(find(), again(), accept());
            case Standing.ClockBehind _ -> ways.getChildren().setAll(again(), acceptClock());
        }
        text.getChildren().setAll(happened, rest, ways);
        setAccessibleText(said.toString());
    }

    private void look(Tone tone) {
        getStyleClass().removeAll(Tone.DANGER.styleClass(), Tone.NEUTRAL.styleClass());
        getStyleClass().add(tone.styleClass());
        var icon = Icons.disc(
                tone == Tone.DANGER ? MaterialDesignA.ALERT_OCTAGON_OUTLINE : MaterialDesignH.HOME_EXPORT_OUTLINE);
        icon.getStyleClass().add(tone.styleClass());
        getChildren().setAll(icon, text);
    }

    private Button find() {
        var find = new Button(words.text("standing.find.button"));
        find.getStyleClass().add("accent");
        find.setOnAction(_ -> openAnother.run());
        return find;
    }

    private Button again() {
        var again = new Button(words.text("standing.again.button"));
        again.setOnAction(_ -> context.standing().askAgain());
        return again;
    }

    private Button accept() {
        var accept = new Button(words.text("standing.accept.button"));
        accept.setOnAction(_ -> ask(
                context.home().losses()::accept,
                words.text("standing.accept.title"),
                words.text("standing.accept.why"),
                words.text("standing.accept.act"),
                words.text("standing.accept.done")));
        return accept;
    }

    private Button acceptClock() {
        var accept = new Button(words.text("standing.clock.button"));
        accept.setOnAction(_ -> ask(
                context.home().losses()::acceptClock,
                words.text("standing.clock.title"),
                words.text("standing.clock.why"),
                words.text("standing.clock.act"),
                words.text("standing.clock.done")));
        return accept;
    }

    private void ask(RootAct.Alone work, String title, String why, String verb, String done) {
        var act = new RootAct(context.background(), context.rootDoor(), work, () -> {
            context.standing().refresh();
            context.navigation().homeChanged();
            context.navigation().done(done);
        });
        new RootDialog(act, context.dialogs(), words).open(title, why, verb);
    }
}
