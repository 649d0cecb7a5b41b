package org.hearthkey.app.ui.revocation;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.DeviceWords;
import org.hearthkey.app.text.IssuerNames;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.authority.Role;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What would happen if the chosen list were handed out: who is refused, who goes on, when it lapses.
final class ConsequencesPane extends VBox {
    private final Words words;
    private final Dates dates;
    private final ObservableValue<Boolean> blocked;
    private final Consumer<Role> signAhead;

    /// @param blocked whether the home may sign nothing now
    /// @param signAhead asks for how many months an issuer's lists are to be signed
    ConsequencesPane(Words words, Dates dates, ObservableValue<Boolean> blocked, Consumer<Role> signAhead) {
        this.words = words;
        this.dates = dates;
        this.blocked = blocked;
        this.signAhead = signAhead;
        getStyleClass().add("hk-card");
        setMinWidth(0);
    }

    void show(Consequences worked) {
        var list = worked.row().list();
        var name = words.text("device.list.name", IssuerNames.of(list.issuer(), words));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(
                12,
                Labels.section(words.text("revocation.would.title", name)),
                gap,
                Labels.second(words.text("revocation.would.note")));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("hk-card-header");
        getChildren().setAll(head, body(worked));
    }

    private Node body(Consequences worked) {
        var body = switch (worked.row().issuer()) {
            case Role.Zone _ -> new HBox(refused(worked), line(), goingOn(worked), line(), lapses(worked));
            case Role.Services _ -> new HBox(text("revocation.services.sentence"), line(), lapses(worked));
            case Role.Root _ -> new HBox(root(), line(), lapses(worked));
        };
        body.getStyleClass().add("hk-consequences");
        return body;
    }

    private static Node line() {
        return new Separator(Orientation.VERTICAL);
    }

    private Node refused(Consequences worked) {
        var column = column(
                MaterialDesignC.CANCEL,
                worked.refusedCount() == 0 ? Tone.NEUTRAL : Tone.DANGER,
                words.text("revocation.refused.title", worked.refusedCount()));
        var said = new DeviceWords(words);
        for (var refused : worked.refused()) {
            var reason = words.text(
                    "revocation.refused.since", said.reason(refused.reason()), dates.nearDay(refused.since()));
            column.getChildren()
                    .add(new VBox(2, Labels.of(refused.name(), "text-small", "hk-strong"), Labels.second(reason)));
        }
        if (worked.moreRefused() > 0) {
            column.getChildren().add(Labels.second(words.text("revocation.more", worked.moreRefused())));
        }
        if (worked.refusedCount() == 0) {
            column.getChildren().add(Labels.second(words.text("revocation.refused.nobody")));
        }
        return column;
    }

    private Node goingOn(Consequences worked) {
        var column = column(
                MaterialDesignC.CHECK_CIRCLE,
                Tone.SUCCESS,
                words.text("revocation.going-on.title", worked.goingOnCount()));
        var names = String.join(", ", worked.goingOn());
        var more = worked.moreGoingOn() > 0 ? words.text("revocation.and-more", names, worked.moreGoingOn()) : names;
        column.getChildren().addAll(Labels.second(more), Labels.second(words.text("revocation.going-on.note")));
        return column;
    }

    private Node lapses(Consequences worked) {
        var column = column(
                MaterialDesignT.TIMER_SAND,
                Tone.WARNING,
                words.text("revocation.lapses.title", dates.nearDay(worked.lapses())));
        var sentence = switch (worked.row().issuer()) {
            case Role.Zone(var zone) -> words.text("revocation.lapses.zone", zone.display());
            case Role.Services _ -> words.text("revocation.lapses.services");
            case Role.Root _ -> words.text("revocation.lapses.root");
        };
        var due = words.text(
                "revocation.lapses.due", dates.nearDay(worked.row().list().dueFrom()));
        var ahead = new Button(words.text("revocation.ahead.button"));
        ahead.setMinWidth(USE_PREF_SIZE);
        ahead.disableProperty().bind(blocked);
        ahead.setOnAction(_ -> signAhead.accept(worked.row().issuer()));
        column.getChildren().addAll(Labels.second(sentence), Labels.second(due), ahead);
        return column;
    }

    private VBox text(String key) {
        var column = new VBox(8, Labels.body(words.text(key)));
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(200);
        return column;
    }

    private Node root() {
        var column = text("revocation.root.sentence");
        var reason = Labels.second(words.text("standing.blocked.reason"));
        reason.visibleProperty().bind(blocked);
        reason.managedProperty().bind(blocked);
        column.getChildren().add(reason);
        return column;
    }

    /// A head with its icon; what it means goes below.
    static VBox column(Ikon ikon, Tone tone, String title) {
        var icon = Icons.button(ikon);
        icon.getStyleClass().add(tone.styleClass());
        var sentence = Labels.of(title, "hk-strong", tone.styleClass());
        sentence.setWrapText(true);
        var head = new HBox(8, icon, sentence);
        head.setAlignment(Pos.CENTER_LEFT);
        var column = new VBox(8, head);
        column.setPrefWidth(200);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }
}
