package org.hearthkey.app.ui.devices;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.approve.MakerPane;
import org.hearthkey.app.ui.confirm.ConfirmPane;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.FindingRow;
import org.hearthkey.app.ui.control.FindingRow.Side;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.devices.RenewViewModel.State;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.policy.Finding;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Renews a device: what speaks for and against its request, the owner's yes, and the certificate to hand over.
final class RenewDialog {
    private final RenewViewModel model;
    private final HomeContext context;
    private final FileChoice files;
    private final Words words;
    private final Dates dates;
    private final FindingWords findings;
    private Optional<Decision> decision = Optional.empty();

    RenewDialog(RenewViewModel model, HomeContext context, FileChoice files) {
        this.model = model;
        this.context = context;
        this.files = files;
        words = context.words();
        dates = context.dates();
        findings = FindingWords.in(words.locale());
    }

    void open() {
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        if (!(state instanceof State.Deciding)) {
            decision = Optional.empty();
        }
        switch (state) {
            case State.Looking _ -> context.dialogs().show(busy("devices.looking.progress"));
            case State.Signing _ -> context.dialogs().show(busy("devices.signing.progress"));
            case State.Deciding(var review) -> deciding(review);
            case State.Unsuitable(var why) ->
                context.dialogs()
                        .show(card(words.text("devices.renew.reason"))
                                .with(new Note(MaterialDesignA.ALERT_OUTLINE, findings.text(why), Tone.WARNING))
                                .safeButton(later()));
            case State.Renewed(var lastStep) -> new SaveDialog(lastStep, context, files).open("devices.renewed.title");
            case State.Failed(var cause) ->
                context.dialogs()
                        .show(card(words.text("devices.renew.reason"))
                                .with(new TroubleNote(new Troubles(words).of(cause)))
                                .safeButton(later()));
        }
    }

    private DialogCard card(String reason) {
        var name = model.device().name().text();
        var title = model.device().isBeingSetUp() ? "devices.complete.title" : "devices.renew.title";
        return new DialogCard(MaterialDesignC.CERTIFICATE_OUTLINE, Tone.ACCENT, words.text(title, name), reason);
    }

    private Button later() {
        var later = new Button(words.text("devices.later.button"));
        later.setCancelButton(true);
        later.setOnAction(_ -> context.dialogs().hide());
        return later;
    }

    private DialogCard busy(String key) {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        return card(words.text(key)).with(bar);
    }

    /// What changes while the owner confirms stays in one dialog, so that nobody is torn from the field they type into.
    private void deciding(Review review) {
        if (decision.isEmpty()) {
            var made = new Decision(review);
            decision = Optional.of(made);
            context.dialogs().show(made.card);
        }
        decision.ifPresent(shown -> shown.show(review));
    }

    private final class Decision {
        private final VBox found = new VBox();
        private final VBox makers = new VBox();
        private final Button renew;
        private final ConfirmPane confirm = new ConfirmPane(model.confirm(), words);
        private final DialogCard card;

        Decision(Review review) {
            var until = dates.nearDay(review.notAfter());
            found.getStyleClass().add("hk-dialog-findings");
            renew = new Button(
                    words.text("devices.renew-until.button", until), Icons.button(MaterialDesignS.SHIELD_CHECK));
            renew.getStyleClass().add("accent");
            renew.setOnAction(_ -> model.renew());
            makers.getStyleClass().add("hk-dialog-findings");
            card = card(words.text(reason(review))).with(found).with(makers);
            if (model.device().isBeingSetUp()) {
                card.with(confirm);
            }
            card.safeButton(later()).button(renew);
        }

        private String reason(Review review) {
            if (model.device().isBeingSetUp()) {
                return "devices.complete.reason";
            }
            return review.mayApprove() ? "devices.renew.reason" : "devices.renew-refused.reason";
        }

        void show(Review review) {
            found.getChildren()
                    .setAll(RenewViewModel.weighed(review).stream()
                            .map(RenewDialog.this::row)
                            .toList());
            makers.getChildren().setAll(new MakerPane(model.makers(), review.judgment(), new MakersFiles(), words));
            confirm.show(review);
            renew.setDisable(!review.mayApprove());
        }
    }

    private final class MakersFiles implements MakerPane.Acts {
        @Override
        public void choose() {
            take(MakerPane.choose(files, words));
        }

        @Override
        public void take(List<Path> chosen) {
            if (!chosen.isEmpty()) {
                model.offerMakers(chosen);
            }
        }

        @Override
        public void leaveOut(Shown file) {
            model.leaveOut(file);
        }
    }

    private Node row(Finding finding) {
        var side = switch (finding.weight()) {
            case SUPPORT -> Side.FOR;
            case NOTE -> Side.NEITHER;
            case CAUTION -> Side.AGAINST;
            case REFUSAL -> Side.REFUSING;
        };
        return new FindingRow(side, findings.sentence(finding), findings.next(finding), finding.clause());
    }
}
