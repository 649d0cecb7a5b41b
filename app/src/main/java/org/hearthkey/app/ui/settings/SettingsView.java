package org.hearthkey.app.ui.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.FilePlace;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Segments;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.house.HouseCard;
import org.hearthkey.app.ui.house.HouseViewModel;
import org.hearthkey.app.ui.revocation.RevocationView;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Screen;

/// Unlocking, whom one trusts, appearance, what is kept where, and which release this is.
public final class SettingsView implements Screen {
    private static final double PATH_WIDTH = 360;
    private static final List<Duration> LOCKS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60));

    private final SettingsViewModel model;
    private final UnlockingViewModel unlocking;
    private final TrustViewModel trust;
    private final ExperimentsViewModel experiments;
    private final HouseViewModel house;
    private final Words words;
    private final VBox trouble = new VBox();
    private final ScrollPane scroll;
    private final Subscription watching;

    /// @param files how the owner is asked for files
    /// @param kept where the preferences are kept
    /// @param release which release of the program this is
    public SettingsView(
            SettingsViewModel model,
            UnlockingViewModel unlocking,
            TrustViewModel trust,
            ExperimentsViewModel experiments,
            HouseViewModel house,
            FileChoice files,
            Path kept,
            String release,
            HomeContext context) {
        this.model = model;
        this.unlocking = unlocking;
        this.trust = trust;
        this.experiments = experiments;
        this.house = house;
        words = context.words();
        var page = new VBox(
                Labels.title(words.text("settings.screen.title")),
                trouble,
                card(
                        row("settings.lock", lock()),
                        row(model.isScreenWatched() ? "settings.watched" : "settings.unwatched", new Region()),
                        row("settings.look", look())),
                new UnlockingCard(unlocking, context),
                new TrustCard(trust, context, files),
                new HouseCard(house, context, files),
                card(row("settings.hubs", hubs(context))),
                new ExperimentsCard(experiments, context),
                card(row("settings.file", path(kept)), row("settings.about", Labels.code(release))));
        page.getStyleClass().addAll("hk-page", "hk-narrow-page");
        trouble.managedProperty().bind(trouble.visibleProperty());
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("hk-scroll");
        watching = model.notKeptProperty().subscribe(this::showFailure);
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void arrived(Destination destination) {
        unlocking.refresh();
        trust.refresh();
        experiments.refresh();
        house.refresh();
    }

    /// The preferences outlive the home that is open.
    @Override
    public void left() {
        watching.unsubscribe();
        unlocking.wipe();
        trust.wipe();
        experiments.wipe();
        house.wipe();
    }

    private Node hubs(HomeContext context) {
        var go = new Button(words.text("settings.hubs.button"));
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(_ -> context.navigation().go(RevocationView.HUBS));
        return go;
    }

    private static Node path(Path kept) {
        var place = new FilePlace(kept);
        place.setMaxWidth(PATH_WIDTH);
        return place;
    }

    private Node lock() {
        var minutes = new ComboBox<Duration>();
        minutes.getItems().setAll(LOCKS);
        minutes.setConverter(new StringConverter<>() {
            @Override
            public String toString(Duration after) {
                return words.text("settings.lock.minutes", after.toMinutes());
            }

            @Override
            public Duration fromString(String typed) {
                throw new IllegalStateException("Nobody types here");
            }
        });
        minutes.setValue(model.preferencesProperty().get().lockAfter());
        minutes.setAccessibleText(words.text("settings.lock.title"));
        minutes.setMinWidth(Region.USE_PREF_SIZE);
        minutes.valueProperty().subscribe((_, wanted) -> model.lockAfter(wanted));
        return minutes;
    }

    private Node look() {
        return Segments.of(
                List.of(Appearance.values()),
                appearance -> words.text(key(appearance)),
                model.preferencesProperty().map(Preferences::appearance),
                model::look);
    }

    private static String key(Appearance appearance) {
        return switch (appearance) {
            case SYSTEM -> "settings.system.look";
            case LIGHT -> "settings.light.look";
            case DARK -> "settings.dark.look";
        };
    }

    private Node row(String key, Node control) {
        var text = new VBox(2, Labels.rowTitle(words.text(key + ".title")), Labels.second(words.text(key + ".reason")));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(24, text, control);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("hk-setting");
        return row;
    }

    private static Node card(Node... rows) {
        var card = new VBox(rows);
        card.getStyleClass().addAll("hk-card", "hk-rows");
        return card;
    }

    private void showFailure(Optional<Exception> failure) {
        trouble.setVisible(failure.isPresent());
        trouble.getChildren()
                .setAll(failure.map(cause -> new TroubleNote(new Troubles(words).of(cause))).stream()
                        .toList());
    }
}
