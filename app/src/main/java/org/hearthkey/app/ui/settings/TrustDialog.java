package org.hearthkey.app.ui.settings;

import java.util.ArrayList;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.ChoiceField;
import org.hearthkey.app.ui.control.FindingRow;
import org.hearthkey.app.ui.control.FindingRow.Side;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.attest.TrustImport;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// Says whom files would put on the trust list, for what, and what is left out and why; then asks for the root.
final class TrustDialog {
    private static final double GAP = 12;

    /// A list of every maker there is would not fit into a dialog.
    private static final int MOST_ROWS = 20;

    private final TrustViewModel model;
    private final HomeContext context;
    private final Words words;
    private final FindingWords findings;
    private final VBox found = new VBox();

    TrustDialog(TrustViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
        findings = FindingWords.in(words.locale());
        found.getStyleClass().add("hk-dialog-findings");
    }

    void open(TrustOffer offer) {
        var act = model.adding(offer, () -> context.navigation().done(words.text("trust.added.done")));
        var wanted = ChoiceField.of(
                words.text("trust.for.field"),
                offer.wantedProperty(),
                TrustOffer.For.values(),
                use -> words.text(
                        switch (use) {
                            case LOOKS -> "trust.looks.use";
                            case MATTER -> "trust.matter.use";
                            case DECLARATION -> "trust.declaration.use";
                            case IDENTITY -> "trust.identity.use";
                        }));
        offer.state().subscribe(this::show);
        new RootDialog(act, context.dialogs(), words)
                .open(
                        words.text("trust.import.title"),
                        words.text("trust.import.why"),
                        words.text("trust.import.act"),
                        new VBox(GAP, found, wanted),
                        lack(offer));
    }

    private ObservableValue<String> lack(TrustOffer offer) {
        return offer.state().map(state -> switch (state) {
            case TrustOffer.State.Looked(var read) when read.wanted().isEmpty() -> words.text("trust.nothing.lack");
            case TrustOffer.State.Looked _ -> "";
            case TrustOffer.State.Looking _ -> words.text("trust.looking.progress");
            case TrustOffer.State.Failed _ -> words.text("trust.unread.lack");
        });
    }

    private void show(TrustOffer.State state) {
        switch (state) {
            case TrustOffer.State.Looking _ -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                found.getChildren().setAll(bar);
            }
            case TrustOffer.State.Failed(var cause) ->
                found.getChildren().setAll(new TroubleNote(new Troubles(words).of(cause)));
            case TrustOffer.State.Looked(var read) -> show(read);
        }
    }

    private void show(TrustImport read) {
        var all = new ArrayList<Node>();
        var said = new TrustWords(words);
        for (var one : read.wanted()) {
            all.add(new FindingRow(
                    Side.FOR,
                    TrustWords.name(one.certificate()),
                    words.text(
                            "trust.wanted.facts",
                            said.use(one.use()),
                            String.join(
                                    " ", one.certificate().fingerprint().words().words())),
                    one.certificate().subject()));
        }
        read.findings().stream().map(this::row).forEach(all::add);
        int more = all.size() - MOST_ROWS;
        found.getChildren().setAll(all.subList(0, Math.min(all.size(), MOST_ROWS)));
        if (more > 0) {
            found.getChildren().add(new FindingRow(Side.NEITHER, words.text("trust.more.facts", more), "", ""));
        }
    }

    private Node row(Finding finding) {
        return new FindingRow(
                finding.weight() == Weight.REFUSAL ? Side.REFUSING : Side.NEITHER,
                findings.sentence(finding),
                findings.next(finding),
                finding.clause());
    }
}
