package org.hearthkey.app.ui.approve;

import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.DeviceWords;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.approve.Verdict.Gap;
import org.hearthkey.app.ui.control.FindingRow;
import org.hearthkey.app.ui.control.FindingRow.Side;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/// What a device says it is, what speaks for it and against it, and what it could do once it is approved.
final class DecisionCard extends VBox {
    private final Words words;
    private final Dates dates;
    private final FindingWords findings;
    private final Runnable chooseRequest;
    private final MakerPane.Acts maker;

    /// @param chooseRequest asks the owner for the device's request file
    /// @param maker what can be done with files of the device's maker
    DecisionCard(Words words, Dates dates, FindingWords findings, Runnable chooseRequest, MakerPane.Acts maker) {
        this.words = words;
        this.dates = dates;
        this.findings = findings;
        this.chooseRequest = chooseRequest;
        this.maker = maker;
        getStyleClass().add("hk-card");
    }

    void show(Claim claim, Verdict verdict, String type) {
        getChildren().setAll(new CardHead(claim, type, words));
        if (verdict.gaps().contains(Gap.REQUEST)) {
            getChildren().addAll(missingRequest(claim));
        }
        if (isPaired(verdict)) {
            getChildren().addAll(pairing());
        }
        list("approve.for", MaterialDesignP.PLUS_CIRCLE, Tone.SUCCESS, verdict.supports());
        var against = verdict.against();
        boolean refuses = against.stream().anyMatch(finding -> finding.weight() == Weight.REFUSAL);
        list("approve.against", MaterialDesignM.MINUS_CIRCLE, refuses ? Tone.DANGER : Tone.WARNING, against);
        list("approve.notes", MaterialDesignI.INFORMATION, Tone.NEUTRAL, verdict.notes());
        var vouching = new MakerPane(claim.maker(), verdict.review().judgment(), maker, words);
        getChildren().addAll(vouching, may(verdict), technical(claim));
    }

    private void list(String key, Ikon ikon, Tone tone, List<Finding> found) {
        if (found.isEmpty()) {
            return;
        }
        getChildren().add(band(ikon, tone, words.text(key + ".band", found.size()), ""));
        for (int i = 0; i < found.size(); i++) {
            var finding = found.get(i);
            var row =
                    new FindingRow(side(finding), findings.sentence(finding), findings.next(finding), finding.clause());
            if (i > 0) {
                row.getStyleClass().add("hk-divider");
            }
            getChildren().add(row);
        }
    }

    private static Side side(Finding finding) {
        return switch (finding.weight()) {
            case SUPPORT -> Side.FOR;
            case NOTE -> Side.NEITHER;
            case CAUTION -> Side.AGAINST;
            case REFUSAL -> Side.REFUSING;
        };
    }

    private List<Node> missingRequest(Claim claim) {
        var band = band(MaterialDesignA.ALERT_CIRCLE_OUTLINE, Tone.ACCENT, words.text("approve.missing.band"), "");
        var key = claim.bindsKey() ? "approve.missing-bound.reason" : "approve.missing-unbound.reason";
        var choose =
                new Button(words.text("approve.request.button"), Icons.button(MaterialDesignF.FILE_DOCUMENT_OUTLINE));
        choose.setOnAction(_ -> chooseRequest.run());
        var box = new VBox(12, Labels.body(words.text(key)), choose);
        box.getStyleClass().add("hk-card-part");
        return List.of(band, box);
    }

    private static boolean isPaired(Verdict verdict) {
        return verdict.review().application().keySource() == KeySource.PAIRING_ONLY;
    }

    private List<Node> pairing() {
        var box = new VBox(Labels.body(words.text("approve.pairing.reason")));
        box.getStyleClass().add("hk-card-part");
        return List.of(band(MaterialDesignQ.QRCODE, Tone.ACCENT, words.text("approve.pairing.band"), ""), box);
    }

    private Node may(Verdict verdict) {
        var review = verdict.review();
        var days = Duration.between(review.notBefore(), review.notAfter()).toDays();
        var until = isPaired(verdict) ? "" : words.text("approve.until.band", dates.nearDay(review.notAfter()), days);
        var zoneKnown = !verdict.gaps().contains(Gap.ZONE) && !verdict.gaps().contains(Gap.NAME);
        var label = Labels.body(may(verdict, zoneKnown));
        if (!zoneKnown && !isPaired(verdict)) {
            label.getStyleClass().add("text-muted");
        }
        var box = new VBox(label);
        box.getStyleClass().add("hk-card-part");
        return new VBox(band(MaterialDesignK.KEY_VARIANT, Tone.NEUTRAL, words.text("approve.may.band"), until), box);
    }

    private String may(Verdict verdict, boolean zoneKnown) {
        if (isPaired(verdict)) {
            return words.text("devices.may-paired.sentence");
        }
        return zoneKnown
                ? new DeviceWords(words).may(verdict.review().signer(), address(verdict.review()))
                : words.text("approve.may-unknown.sentence");
    }

    private static DnsName address(Review review) {
        return new DnsName(review.application().name().label() + "."
                + review.signer().dnsName().text());
    }

    private Node technical(Claim claim) {
        var facts = new TechnicalFacts(claim, words);
        facts.setVisible(false);
        facts.setManaged(false);
        var link = new Hyperlink(words.text("approve.technical.show"));
        link.setOnAction(_ -> {
            facts.setVisible(!facts.isVisible());
            facts.setManaged(facts.isVisible());
            link.setText(words.text(facts.isVisible() ? "approve.technical.hide" : "approve.technical.show"));
        });
        var box = new VBox(12, link, facts);
        box.getStyleClass().addAll("hk-card-part", "hk-divider");
        return box;
    }

    static Node band(Ikon ikon, Tone tone, String what, String right) {
        var icon = Icons.toned(ikon, tone);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var band = new HBox(
                icon,
                Labels.of(what, "hk-strong", "text-small", tone.styleClass()),
                gap,
                Labels.of(right, "text-small", "text-muted"));
        band.getStyleClass().addAll("hk-band", tone.styleClass());
        band.setAlignment(Pos.CENTER_LEFT);
        return band;
    }
}
