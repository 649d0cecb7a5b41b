package org.hearthkey.app.ui.devices;

import java.util.List;
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
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Credential.Certified;
import org.hearthkey.core.device.DeviceState;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// One device beside the table: first what it needs, then what it is, what it may do and what it was.
final class DetailPane extends VBox {
    static final double WIDTH = 340;

    private final DeviceActs acts;
    private final Runnable close;
    private final Dates dates;
    private final Words words;
    private final DeviceNeeds needs;
    private final VBox content = new VBox();
    private final ObservableValue<Boolean> blocked;
    private Optional<DeviceDetail> shown = Optional.empty();

    /// @param close takes the pane away
    /// @param blocked whether the home may sign nothing now
    DetailPane(DeviceActs acts, Runnable close, ObservableValue<Boolean> blocked, Dates dates, Words words) {
        this.acts = acts;
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
                        part("devices.may.section", may(detail)),
                        part("devices.history.section", history(detail)));
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

    private Node need(DeviceDetail detail) {
        var state = detail.state();
        var tone = StateLook.tone(state);
        var box = new VBox(12);
        needs.need(detail)
                .ifPresentOrElse(
                        need -> box.getChildren().add(box(StateLook.ikon(state), tone, need.title(), need.reason())),
                        () -> box.getChildren().add(inOrder(detail)));
        if (state != DeviceState.REVOKED) {
            box.getChildren().add(buttons(detail));
        }
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
                .orElseGet(
                        () -> box(ikon, tone, words.text("devices.paired.title"), words.text("devices.paired.reason")));
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

    private Node buttons(DeviceDetail detail) {
        var buttons = new HBox(8);
        if (detail.held().isPresent()) {
            buttons.getChildren().add(renewal(detail));
        }
        if (detail.state() != DeviceState.ENDED) {
            var revoke = new Button(words.text("devices.revoke.button"));
            revoke.getStyleClass().addAll("danger", "button-outlined");
            revoke.setMaxWidth(Double.MAX_VALUE);
            revoke.setOnAction(_ -> acts.revoke(detail));
            HBox.setHgrow(revoke, Priority.ALWAYS);
            buttons.getChildren().add(revoke);
        }
        buttons.disableProperty().bind(blocked);
        return buttons;
    }

    private Node renewal(DeviceDetail detail) {
        var setUp = detail.device().isBeingSetUp();
        var renew = new Button(words.text(setUp ? "devices.complete.button" : "devices.renew.button"));
        if (detail.state() != DeviceState.TRUSTED) {
            renew.getStyleClass().add("accent");
        }
        renew.setMaxWidth(Double.MAX_VALUE);
        renew.setOnAction(_ -> acts.renew(detail));
        HBox.setHgrow(renew, Priority.ALWAYS);
        return renew;
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
                var keyWords = new KeyWords(key.words().words(), key.hex(), KeyWords.Layout.ONE_LINE, words);
                keyWords.getStyleClass().add("hk-inline");
                grid.addRow(grid.getRowCount(), name("devices.key.fact"), keyWords);
            }
            case Credential.Paired paired -> {
                fact(grid, "devices.code.fact", new DeviceWords(words).code(paired.kind()));
                fact(grid, "devices.paired.fact", dates.day(paired.since()));
                fact(grid, "devices.kept-at.fact", paired.keptAt());
            }
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
            case REVOKED -> words.text("devices.may-revoked.sentence");
        };
        var label = Labels.of(sentence, "text-small");
        label.setWrapText(true);
        return label;
    }

    private Node history(DeviceDetail detail) {
        var rows = new VBox(6);
        var history = detail.history();
        for (int i = 0; i < history.size(); i++) {
            history.get(i)
                    .revoked()
                    .ifPresent(revoked -> rows.getChildren()
                            .add(row(
                                    MaterialDesignC.CANCEL,
                                    Tone.DANGER,
                                    words.text("devices.revoked.history"),
                                    dates.day(revoked.at()))));
            rows.getChildren().add(row(history, i));
        }
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

    private Node row(List<Certified> history, int index) {
        var certified = history.get(index);
        if (index == history.size() - 1) {
            return row(
                    MaterialDesignS.SHIELD_CHECK,
                    Tone.ACCENT,
                    words.text("devices.approved.history"),
                    dates.day(certified.notBefore()));
        }
        boolean newKey = !certified.key().equals(history.get(index + 1).key());
        var key = newKey ? "devices.renewed-new-key.history" : "devices.renewed.history";
        return row(MaterialDesignC.CHECK_CIRCLE, Tone.SUCCESS, words.text(key), dates.day(certified.notBefore()));
    }

    private static Node row(Ikon ikon, Tone tone, String what, String day) {
        var label = Labels.of(what, "text-small");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var row = new HBox(12, Icons.toned(ikon, tone), label, Labels.of(day, "text-small", "text-muted"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(24);
        return row;
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
