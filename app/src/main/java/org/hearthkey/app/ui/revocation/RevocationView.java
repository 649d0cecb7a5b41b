package org.hearthkey.app.ui.revocation;

import javafx.application.Platform;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.hearthkey.app.text.IssuerNames;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Showing;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.revocation.RevocationViewModel.Signing;
import org.hearthkey.app.ui.revocation.RevocationViewModel.State;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.screen.Screen;
import org.hearthkey.core.authority.Role;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Each zone's list of who is no longer welcome, how far it has come, and what handing it out would do.
public final class RevocationView implements Screen {
    /// The hubs, which stand at the end of this screen.
    public static final Destination HUBS = Destination.to(Place.REVOCATION, "hubs");

    private final RevocationViewModel model;
    private final DrivesViewModel drives;
    private final HomeContext context;
    private final Words words;
    private final ListTable table;
    private final ConsequencesPane consequences;
    private final ExportCard export;
    private final HubsViewModel hubs;
    private final HBox warning = new HBox(8);
    private final VBox trouble = new VBox();
    private final Button signAll = new Button();
    /// At the top, where it is in sight below a banner; there while the root's list is chosen.
    private final Button signRoot = new Button();
    private final BooleanProperty signingNow = new SimpleBooleanProperty();
    private final VBox page = new VBox();
    private final ScrollPane root = new ScrollPane(page);
    private final Subscription looking;

    public RevocationView(RevocationViewModel model, DrivesViewModel drives, HomeContext context, FileChoice files) {
        this.model = model;
        this.drives = drives;
        this.context = context;
        words = context.words();
        table = new ListTable(words, context.dates(), context.clock());
        table.onChoice(model::choose);
        consequences =
                new ConsequencesPane(words, context.dates(), context.standing().blocked(), this::signAhead);
        HBox.setHgrow(consequences, Priority.ALWAYS);
        export = new ExportCard(model, drives, files, context.dialogs(), words, context.dates());
        export.disableProperty().bind(context.standing().blocked());
        warning.setAlignment(Pos.CENTER_LEFT);
        trouble.managedProperty().bind(trouble.visibleProperty());
        warning.managedProperty().bind(warning.visibleProperty());
        var below = new HBox(16, consequences, export);
        page.getStyleClass().add("hk-page");
        hubs = new HubsViewModel(context);
        page.getChildren().setAll(head(), trouble, table, warning, below, new HubsCard(hubs, context), legend());
        root.setFitToWidth(true);
        root.getStyleClass().add("hk-scroll");
        model.stateProperty().subscribe(this::show);
        model.consequencesProperty()
                .subscribe(worked -> worked.ifPresent(shown -> {
                    table.mark(shown.row());
                    consequences.show(shown);
                    signRoot.setVisible(shown.row().issuer() instanceof Role.Root);
                }));
        model.signingProperty().subscribe(this::show);
        looking = Showing.of(root).subscribe(this::lookForDrives);
    }

    /// Nobody looks for drives that nobody sees.
    private void lookForDrives(boolean shown) {
        if (shown) {
            drives.start();
        } else {
            drives.stop();
        }
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void arrived(Destination destination) {
        model.read();
        hubs.read();
        destination.subject().ifPresent(model::choose);
        if (destination.equals(HUBS)) {
            Platform.runLater(() -> root.setVvalue(root.getVmax()));
        }
    }

    @Override
    public void left() {
        model.wipe();
        hubs.leave();
        looking.unsubscribe();
        drives.stop();
    }

    private Node head() {
        var text = new VBox(
                2,
                Labels.title(words.text("shell.revocation.place")),
                Labels.second(words.text("revocation.screen.lead")));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        signAll.setText(words.text("revocation.sign-all.button"));
        signAll.setGraphic(Icons.button(MaterialDesignP.PENCIL_OUTLINE));
        signAll.setMinWidth(Region.USE_PREF_SIZE);
        signAll.setOnAction(_ -> model.signAll());
        signAll.disableProperty()
                .bind(signingNow.or(
                        BooleanExpression.booleanExpression(context.standing().blocked())));
        signRoot.setText(words.text("revocation.sign-root.button"));
        signRoot.setGraphic(Icons.button(MaterialDesignS.SHIELD_KEY_OUTLINE));
        signRoot.setMinWidth(Region.USE_PREF_SIZE);
        signRoot.setOnAction(_ -> signAhead(new Role.Root()));
        signRoot.disableProperty().bind(context.standing().blocked());
        signRoot.managedProperty().bind(signRoot.visibleProperty());
        signRoot.setVisible(false);
        var revoke = new Button(words.text("revocation.revoke-a.button"), Icons.button(MaterialDesignC.CANCEL));
        revoke.getStyleClass().addAll("danger", "button-outlined");
        revoke.setMinWidth(Region.USE_PREF_SIZE);
        revoke.setOnAction(_ -> RevokeDialog.open(context));
        revoke.disableProperty().bind(context.standing().blocked());
        var head = new HBox(12, text, signRoot, signAll, revoke);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show(State state) {
        trouble.setVisible(state instanceof State.Failed);
        switch (state) {
            case State.Reading _ -> warning.setVisible(false);
            case State.Ready(var rows) -> {
                table.show(rows);
                rows.stream()
                        .filter(ListRow::isKeptBack)
                        .findFirst()
                        .ifPresentOrElse(this::warn, () -> warning.setVisible(false));
            }
            case State.Failed(var cause) ->
                trouble.getChildren().setAll(new TroubleNote(new Troubles(words).of(cause)));
        }
    }

    private void warn(ListRow row) {
        var list = words.text("device.list.name", IssuerNames.of(row.issuer(), words));
        var sentence = Labels.of(
                words.text("revocation.kept-back.warning", list, row.list().entries()),
                "text-small",
                "hk-strong",
                Tone.WARNING.styleClass());
        sentence.setWrapText(true);
        warning.getChildren().setAll(Icons.toned(MaterialDesignA.ALERT_OUTLINE, Tone.WARNING), sentence);
        warning.setVisible(true);
    }

    private void signAhead(Role issuer) {
        new SignAheadDialog(issuer, model, context).open();
    }

    private void show(Signing signing) {
        signingNow.set(signing instanceof Signing.Busy);
        switch (signing) {
            case Signing.Resting _, Signing.Busy _ -> {}
            case Signing.Signed(var lists) ->
                context.navigation().done(words.text("revocation.signed.notice", lists.size()));
            case Signing.Failed(var cause) -> {
                trouble.getChildren().setAll(new TroubleNote(new Troubles(words).of(cause)));
                trouble.setVisible(true);
            }
        }
    }

    private Node legend() {
        return new FlowPane(
                24,
                6,
                legend("revocation.signed.legend", "revocation.signed.meaning"),
                legend("revocation.delivered.legend", "revocation.delivered.meaning"),
                legend("revocation.acknowledged.legend", "revocation.acknowledged.meaning"),
                legend("revocation.enforced.legend", "revocation.enforced.meaning"));
    }

    private Node legend(String step, String meaning) {
        var name = new Label(words.text(step));
        name.getStyleClass().addAll("text-caption", "hk-strong");
        return new HBox(4, name, Labels.caption(words.text(meaning)));
    }
}
