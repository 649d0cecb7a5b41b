package org.hearthkey.app.ui.zones;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.screen.Screen;
import org.hearthkey.app.ui.zones.ZonesViewModel.Shown;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Each zone with its issuer, how long things last in it, and its technical facts one click away; below them the kinds
/// of key that the zones take.
public final class ZonesView implements Screen {
    /// The kinds of key.
    public static final Destination KEYS = Destination.to(Place.ZONES, "kinds-of-key");

    private final ZonesViewModel model;
    private final KindsViewModel kinds;
    private final HomeContext context;
    private final ZoneActs acts;
    private final VBox cards = new VBox(16);
    private final VBox trouble = new VBox();
    private final ScrollPane scroll;
    private Optional<String> wanted = Optional.empty();

    public ZonesView(ZonesViewModel model, KindsViewModel kinds, HomeContext context) {
        this.model = model;
        this.kinds = kinds;
        this.context = context;
        acts = new ZoneDialogs(model, context);
        var page = new VBox(head(), trouble, cards, new KindsCard(kinds, context));
        page.getStyleClass().add("hk-page");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("hk-scroll");
        trouble.managedProperty().bind(trouble.visibleProperty());
        model.zonesProperty().subscribe(this::show);
        model.failureProperty().subscribe(this::showFailure);
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void arrived(Destination destination) {
        wanted = destination.subject();
        show(model.zonesProperty().get());
        model.refresh();
        kinds.refresh();
        if (destination.equals(KEYS)) {
            Platform.runLater(() -> scroll.setVvalue(scroll.getVmax()));
        }
    }

    @Override
    public void left() {
        model.wipe();
        kinds.wipe();
    }

    private Node head() {
        var lead = Labels.body(context.words().text("zones.lead.text"));
        lead.getStyleClass().add("text-muted");
        var text = new VBox(Labels.title(context.words().text("zones.screen.title")), lead);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var add = new Button(context.words().text("zones.add.button"), Icons.button(MaterialDesignP.PLUS));
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.disableProperty().bind(context.standing().blocked());
        add.setOnAction(_ -> new AddZoneDialog(model, context).open());
        var head = new HBox(16, text, add);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show(List<Shown> zones) {
        cards.getChildren()
                .setAll(zones.stream()
                        .map(zone -> new ZoneCard(zone, context, unfolded(zone), acts))
                        .toList());
    }

    private ZoneCard.Facts unfolded(Shown zone) {
        return wanted.filter(zone.zone().name().text()::equals).isPresent()
                ? ZoneCard.Facts.SHOWN
                : ZoneCard.Facts.HIDDEN;
    }

    private void showFailure(Optional<Exception> failure) {
        trouble.setVisible(failure.isPresent());
        trouble.getChildren()
                .setAll(failure.map(cause -> new TroubleNote(new Troubles(context.words()).of(cause))).stream()
                        .toList());
    }
}
