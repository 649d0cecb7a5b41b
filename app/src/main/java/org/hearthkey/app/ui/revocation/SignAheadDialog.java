package org.hearthkey.app.ui.revocation;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.hearthkey.app.text.IssuerNames;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.ChoiceField;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.revocation.RevocationViewModel.Signing;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.policy.Lifetimes;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Asks for how many months the lists of one issuer are to be signed. The root's ask for its secret.
final class SignAheadDialog {
    private static final Integer[] MONTHS = {
        1, 3, 6, Lifetimes.LIFELINE_MONTHS, 24, 36, Lifetimes.LONGEST_LIFELINE_MONTHS
    };

    /// The root wakes seldom.
    private static final int ROOTS_MONTHS = 24;

    private final Role issuer;
    private final RevocationViewModel model;
    private final HomeContext context;
    private final Words words;
    private final ObjectProperty<Integer> months;
    private final VBox state = new VBox();
    private Subscription watching = () -> {};

    SignAheadDialog(Role issuer, RevocationViewModel model, HomeContext context) {
        this.issuer = issuer;
        this.model = model;
        this.context = context;
        words = context.words();
        months = new SimpleObjectProperty<>(issuer instanceof Role.Root ? ROOTS_MONTHS : Lifetimes.LIFELINE_MONTHS);
    }

    void open() {
        var title = words.text("revocation.ahead.title", IssuerNames.of(issuer, words));
        var why = words.text("revocation.ahead.why");
        if (issuer instanceof Role.Root) {
            new RootDialog(model.rootsAhead(months::get), context.dialogs(), words)
                    .open(title, why, words.text("revocation.ahead.act"), choice(), new SimpleObjectProperty<>(""));
            return;
        }
        var later = new Button(words.text("revocation.later.button"));
        later.setCancelButton(true);
        later.setOnAction(_ -> context.dialogs().hide());
        var sign = new Button(words.text("revocation.ahead.act"), Icons.button(MaterialDesignP.PENCIL_OUTLINE));
        sign.getStyleClass().add("accent");
        sign.disableProperty().bind(model.signingProperty().map(now -> now instanceof Signing.Busy));
        sign.setOnAction(_ -> model.signAhead(issuer, months.get()));
        state.managedProperty().bind(state.visibleProperty());
        state.setVisible(false);
        watching = model.signingProperty().subscribe((_, now) -> show(now));
        context.dialogs()
                .show(new DialogCard(MaterialDesignC.CALENDAR_CLOCK, Tone.ACCENT, title, why)
                        .with(choice())
                        .with(state)
                        .safeButton(later)
                        .button(sign)
                        .whenGone(watching::unsubscribe));
    }

    private Node choice() {
        return ChoiceField.of(
                words.text("revocation.months.field"),
                months,
                MONTHS,
                number -> words.text("revocation.months.choice", number));
    }

    private void show(Signing signing) {
        state.setVisible(!(signing instanceof Signing.Resting));
        switch (signing) {
            case Signing.Resting _ -> state.getChildren().clear();
            case Signing.Busy _ -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                state.getChildren().setAll(new VBox(8, bar, Labels.second(words.text("revocation.ahead.progress"))));
            }
            case Signing.Signed _ -> {
                watching.unsubscribe();
                context.dialogs().hide();
            }
            case Signing.Failed(var cause) ->
                state.getChildren().setAll(new TroubleNote(new Troubles(words).of(cause)));
        }
    }
}
