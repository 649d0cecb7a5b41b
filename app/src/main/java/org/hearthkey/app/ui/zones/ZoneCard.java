package org.hearthkey.app.ui.zones;

import java.time.Instant;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.KeyWords;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.zones.ZonesViewModel.Shown;
import org.hearthkey.core.policy.Lifetimes;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// One zone: what holds in it in plain words, and what its issuer's certificate says.
final class ZoneCard extends VBox {
    /// Whether the technical facts are open.
    enum Facts {
        SHOWN,
        HIDDEN
    }

    private static final double HALF = 50;

    private final Shown shown;
    private final Words words;
    private final Dates dates;

    ZoneCard(Shown shown, HomeContext context, Facts facts, ZoneActs acts) {
        this.shown = shown;
        this.words = context.words();
        this.dates = context.dates();
        getStyleClass().addAll("hk-card", "hk-card-padded");
        var technical = technical();
        technical.managedProperty().bind(technical.visibleProperty());
        technical.setVisible(facts == Facts.SHOWN);
        var link = new Hyperlink();
        link.textProperty()
                .bind(technical
                        .visibleProperty()
                        .map(open -> words.text(open ? "zones.facts.hide" : "zones.facts.show")));
        link.setOnAction(_ -> {
            technical.setVisible(!technical.isVisible());
            link.setVisited(false);
        });
        var foot = new HBox(16, link, gap(), end(context, acts));
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head(), rules(), asked(context, acts), foot, technical);
        shown.withdrawn().ifPresent(at -> getChildren().add(1, withdrawn(at, context, acts)));
    }

    private Node head() {
        var zone = shown.zone();
        var count = words.text("home.zone.devices", shown.devices());
        var text = new VBox(2, Labels.section(zone.name().display()), Labels.second(count));
        HBox.setHgrow(text, Priority.ALWAYS);
        var fingerprint = zone.issuer().certificate().fingerprint();
        var keyWords = new KeyWords(fingerprint.words().words(), fingerprint.hex(), KeyWords.Layout.ONE_LINE, words);
        var caption = Labels.caption(words.text("zones.issuer.words"));
        VBox.setMargin(caption, new Insets(0, 8, 0, 0));
        var issuer = new VBox(caption, keyWords);
        issuer.setAlignment(Pos.CENTER_RIGHT);
        var head = new HBox(12, Disc.of(MaterialDesignF.FLOOR_PLAN, Tone.ACCENT), text, issuer);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node rules() {
        var certificate = shown.zone().issuer().certificate();
        var grid = new GridPane(24, 12);
        var half = new ColumnConstraints();
        half.setPercentWidth(HALF);
        grid.getColumnConstraints().setAll(half, half);
        grid.add(
                rule(
                        "zones.issuer.ends",
                        dates.day(certificate.notAfter()) + ", " + dates.distance(certificate.notAfter())),
                0,
                0);
        grid.add(
                rule(
                        "zones.device.lasts",
                        words.text("zones.device.days", Lifetimes.DEVICE_DAYS, Lifetimes.LONGEST_DEVICE_DAYS)),
                1,
                0);
        grid.add(
                rule(
                        "zones.list.until",
                        shown.list()
                                .map(list -> words.text("zones.list.good", dates.nearDay(list.nextUpdate())))
                                .orElseGet(() -> words.text("zones.list.none"))),
                0,
                1);
        grid.add(rule("zones.approve.who", words.text("zones.approve.owner")), 1, 1);
        return grid;
    }

    private static Node gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private Node withdrawn(Instant at, HomeContext context, ZoneActs acts) {
        var reissue = new Button(words.text("zones.reissue.button"));
        reissue.getStyleClass().add("accent");
        reissue.disableProperty().bind(context.standing().blocked());
        reissue.setOnAction(_ -> acts.reissue(shown));
        var handOut = new Button(words.text("zones.hand-out.button"));
        handOut.setOnAction(_ -> acts.handOut());
        handOut.disableProperty().bind(context.standing().ended());
        return new VBox(
                8,
                new Note(MaterialDesignA.ALERT_OUTLINE, words.text("zones.withdrawn.note", dates.day(at)), Tone.DANGER),
                new HBox(8, handOut, reissue));
    }

    /// There is nothing to take back twice.
    private Node end(HomeContext context, ZoneActs acts) {
        var withdraw = new Button(words.text("zones.withdraw.button"));
        withdraw.getStyleClass().addAll("flat", "danger");
        withdraw.setAccessibleText(
                words.text("zones.withdraw.title", shown.zone().name().display()));
        withdraw.setMinWidth(USE_PREF_SIZE);
        withdraw.disableProperty().bind(context.standing().blocked());
        withdraw.setVisible(shown.withdrawn().isEmpty());
        withdraw.setOnAction(_ -> acts.withdraw(shown));
        return withdraw;
    }

    private Node asked(HomeContext context, ZoneActs acts) {
        var rules = shown.rules();
        var said = new RuleWords(words);
        var sentences = new VBox(
                2,
                Labels.caption(words.text("zones.asks.section")),
                Labels.body(said.sentence(rules.setUp())),
                Labels.body(said.sentence(rules.pairing())),
                Labels.body(said.sentence(rules.attestation())));
        sentences.setMinWidth(0);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        var button = new Button(words.text("zones.change.button"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(
                words.text("zones.change.title", shown.zone().name().display()));
        button.disableProperty().bind(context.standing().blocked());
        button.setOnAction(_ -> acts.change(shown));
        var row = new HBox(16, sentences, button);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node rule(String key, String value) {
        return new VBox(2, Labels.caption(words.text(key)), Labels.body(value));
    }

    private Node technical() {
        var zone = shown.zone();
        var certificate = zone.issuer().certificate();
        var facts = new GridPane();
        facts.getStyleClass().addAll("hk-facts", "hk-inset");
        int row = 0;
        facts.addRow(
                row++,
                Labels.second(words.text("zones.address.fact")),
                Labels.code("*." + zone.name().dnsName().text()));
        facts.addRow(row++, Labels.second(words.text("zones.subject.fact")), Labels.code(certificate.subject()));
        facts.addRow(
                row++,
                Labels.second(words.text("zones.serial.fact")),
                Labels.code(certificate.serial().hex()));
        facts.addRow(
                row++,
                Labels.second(words.text("zones.fingerprint.fact")),
                Labels.code(certificate.fingerprint().hex()));
        facts.addRow(
                row++,
                Labels.second(words.text("zones.key.fact")),
                Labels.code(certificate.publicKey().algorithm() + " "
                        + certificate.publicKey().bits()));
        facts.addRow(
                row++,
                Labels.second(words.text("zones.policy.fact")),
                Labels.code(Integer.toString(zone.policyNumber())));
        facts.addRow(
                row,
                Labels.second(words.text("zones.valid.fact")),
                Labels.code(certificate.notBefore() + " / " + certificate.notAfter()));
        facts.getChildren().stream()
                .filter(node -> GridPane.getColumnIndex(node) == 0)
                .forEach(node -> ((Label) node).setMinWidth(USE_PREF_SIZE));
        return facts;
    }
}
