package org.hearthkey.app.ui.devices;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.DeviceWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DeviceIcons;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.KeyWords;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.StateLook;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.setupcode.SetupCodePane;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.DeviceState;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One device beside the table: first what it needs, then what it is, what it may do and what it was.
final class DetailPane extends VBox {
    static final double WIDTH = 340;

    private final DeviceActs acts;
    private final SetupCodePane codes;
    private final Runnable close;
    private final Dates dates;
    private final Words words;
    private final DeviceNeeds needs;
    private final VBox content = new VBox();
    private final ObservableValue<Boolean> blocked;
    private Optional<DeviceDetail> shown = Optional.empty();

    /// @param codes shows the code of a device, where one is kept
    /// @param close takes the pane away
    /// @param blocked whether the home may sign nothing now
    DetailPane(
            DeviceActs acts,
            SetupCodePane codes,
            Runnable close,
            ObservableValue<Boolean> blocked,
            Dates dates,
            Words words) {
        this.acts = acts;
        this.codes = codes;
        this.blocked = blocked;
        this.close = close;
        this.dates = dates;
        this.words = words;
        needs = new DeviceNeeds(words, dates);
        getStyleClass().add("hk-detail");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("hk-scroll", "hk-detail-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
    }

    void show(DeviceDetail detail) {
        boolean same = shown.map(
                        before -> before.device().id().equals(detail.device().id()))
                .orElse(false);
        shown = Optional.of(detail);
        content.getChildren()
                .setAll(
                        head(detail),
                        part("", need(detail)),
                        part("devices.is.section", facts(detail)),
                        code(detail),
                        part("devices.may.section", may(detail)),
                        part(
                                detail.held().isPresent() ? "devices.history.section" : "devices.what-was.section",
                                history(detail)));
        if (!same) {
            setAccessibleText(detail.device().name().text());
        }
    }

    private Node head(DeviceDetail detail) {
        var device = detail.device();
        var text = new VBox(2, Labels.section(device.name().text()), Labels.second(DeviceNeeds.place(device)));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var cross = new Button("", Icons.button(MaterialDesignC.CLOSE));
        cross.getStyleClass().addAll("flat", "button-icon");
        cross.setAccessibleText(words.text("devices.close.button"));
        cross.setTooltip(new Tooltip(words.text("devices.close.tooltip")));
        cross.setOnAction(_ -> close.run());
        var tone = detail.state() == DeviceState.TRUSTED ? Tone.ACCENT : StateLook.tone(detail.state());
        var head = new HBox(12, Disc.of(DeviceIcons.of(device.particulars().type()), tone), text, cross);
        head.getStyleClass().add("hk-detail-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// Nobody looks at a device any more.
    void showNothing() {
        codes.showNothing();
    }

    private Node code(DeviceDetail detail) {
        return detail.code()
                .map(kept -> {
                    codes.show(detail.device(), kept);
                    return part("devices.code.section", codes);
                })
                .orElseGet(() -> {
                    codes.showNothing();
                    return new Region();
                });
    }

    private Node need(DeviceDetail detail) {
        var state = detail.state();
        var tone = StateLook.tone(state);
        var box = new VBox(12);
        needs.need(detail)
                .ifPresentOrElse(
                        need -> box.getChildren().add(box(StateLook.ikon(state), tone, need.title(), need.reason())),
                        () -> box.getChildren().add(inOrder(detail)));
        box.getChildren().add(new DetailButtons(detail, acts, blocked, words));
        return box;
    }

    private Node inOrder(DeviceDetail detail) {
        var ikon = StateLook.ikon(detail.state());
        var tone = StateLook.tone(detail.state());
        return detail.held()
                .map(DeviceDetail.Held::credential)
                .map(certified -> box(
                        ikon,
                        tone,
                        words.text("devices.trusted.title", dates.nearDay(certified.effectiveNotAfter())),
                        words.text(
                                "devices.trusted.reason",
                                dates.distance(certified.effectiveNotAfter()),
                                dates.nearDay(certified.renewFrom()))))
                .orElseGet(() -> box(
                        ikon,
                        tone,
                        words.text("devices.paired.title"),
                        words.text(
                                detail.code().isPresent() ? "devices.paired.reason" : "devices.paired-unkept.reason")));
    }

    private static Node box(Ikon ikon, Tone tone, String title, String reason) {
        var head = new HBox(8, Icons.button(ikon), Labels.of(title, "hk-strong", tone.styleClass()));
        head.getChildren().getFirst().getStyleClass().add(tone.styleClass());
        head.setAlignment(Pos.CENTER_LEFT);
        var sentence = Labels.of(reason, "text-small");
        sentence.setWrapText(true);
        var box = new VBox(4, head, sentence);
        box.getStyleClass().addAll("hk-need", tone.styleClass());
        return box;
    }

    private Node facts(DeviceDetail detail) {
        var device = detail.device();
        var told = device.particulars();
        var grid = new GridPane();
        grid.getStyleClass().add("hk-facts");
        fact(grid, "devices.kind.fact", told.type());
        fact(grid, "devices.owner.fact", told.owner());
        fact(grid, "devices.added.fact", dates.day(device.added()));
        switch (device.credential()) {
            case Credential.Certified certified -> {
                var key = certified.key();
                var keyWords = new KeyWords(key.words().words(), key.hex(), KeyWords.Layout.TWO_LINES, words);
                keyWords.getStyleClass().add("hk-inline");
                grid.addRow(grid.getRowCount(), name("devices.key.fact"), keyWords);
            }
            case Credential.Paired paired -> {
                fact(grid, "devices.code.fact", new DeviceWords(words).code(paired.kind()));
                fact(
                        grid,
                        "devices.paired.fact",
                        words.text("devices.paired.age", dates.day(paired.since()), dates.distance(paired.since())));
                fact(grid, "devices.kept-at.fact", paired.keptAt());
            }
        }
        var shared = needs.shared(device);
        if (!shared.isEmpty()) {
            fact(grid, "devices.shared.fact", shared);
        }
        return grid;
    }

    private void fact(GridPane grid, String key, String value) {
        var said = Labels.of(value.isEmpty() ? words.text("devices.untold.fact") : value, "text-small");
        if (value.isEmpty()) {
            said.getStyleClass().add("text-muted");
        }
        said.setWrapText(true);
        grid.addRow(grid.getRowCount(), name(key), said);
    }

    private Node name(String key) {
        var name = Labels.of(words.text(key), "text-small", "text-muted");
        name.setMinWidth(92);
        return name;
    }

    private Node may(DeviceDetail detail) {
        var device = detail.device();
        var sentence = switch (detail.state()) {
            case TRUSTED, UNSEEN, LAPSED, ENDS_SOON ->
                detail.held().isPresent()
                        ? new DeviceWords(words).may(device.zone(), device.address())
                        : words.text("devices.may-paired.sentence");
            case ENDED -> words.text("devices.may-ended.sentence");
            case RETIRED -> words.text("devices.may-retired.sentence");
            case REVOKED ->
                words.text(
                        detail.held().isPresent() ? "devices.may-revoked.sentence" : "devices.may-taken-back.sentence");
        };
        var label = Labels.of(sentence, "text-small");
        label.setWrapText(true);
        return label;
    }

    private Node history(DeviceDetail detail) {
        var rows = new HistoryRows(detail, dates, words);
        if (detail.held().isEmpty()) {
            return rows;
        }
        var technical =
                new CertificateFacts(detail, detail.held().get(), () -> acts.saveCertificate(detail), words, dates);
        technical.setVisible(false);
        technical.setManaged(false);
        var link = new Hyperlink(words.text("devices.show-certificate.link"));
        link.setOnAction(_ -> {
            technical.setVisible(!technical.isVisible());
            technical.setManaged(technical.isVisible());
            link.setText(words.text(
                    technical.isVisible() ? "devices.hide-certificate.link" : "devices.show-certificate.link"));
        });
        return new VBox(12, rows, link, technical);
    }

    private Node part(String key, Node body) {
        var part = new VBox(8);
        part.getStyleClass().add("hk-detail-part");
        if (key.isEmpty()) {
            part.getStyleClass().add("first");
        } else {
            part.getChildren().add(Labels.of(words.text(key), "hk-strong", "text-small"));
        }
        part.getChildren().add(body);
        return part;
    }
}
