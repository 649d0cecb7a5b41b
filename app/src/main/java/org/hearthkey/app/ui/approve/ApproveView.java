package org.hearthkey.app.ui.approve;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.camera.CameraSwitch;
import org.hearthkey.app.ui.camera.CameraViewModel;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.screen.Screen;
import org.hearthkey.core.certificate.OneTimePassword;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Letting a device in, one step after the other: scan, decide, hand over.
public final class ApproveView implements Screen {
    private static final KeyCombination CHOOSE = KeyCombination.keyCombination("Shortcut+O");
    private static final KeyCombination PASTE = KeyCombination.keyCombination("Shortcut+V");
    private static final KeyCombination TYPE = KeyCombination.keyCombination("Shortcut+T");

    private final ApproveViewModel model;
    private final HomeContext context;
    private final Words words;
    private final FindingWords findings;
    private final CameraViewModel camera;
    private final FileChoice choice;
    private final Intake intake;
    private final ScanPane scan;
    private final DecisionCard card;
    private final DecisionForm form;
    private final VBox hitch = new VBox();
    private final Node deciding;
    private final StageTrail trail;
    private final StackPane passing = new StackPane();
    private final StackPane body = new StackPane();
    private final ScrollPane scroll = new ScrollPane(body);
    private final BorderPane root = new BorderPane();

    public ApproveView(ApproveViewModel model, CameraViewModel camera, HomeContext context, FileChoice choice) {
        this.model = model;
        this.context = context;
        this.choice = choice;
        words = context.words();
        findings = FindingWords.in(words.locale());
        trail = new StageTrail(words);
        this.camera = camera;
        intake = new Intake(model, choice, new Desktop(() -> root.getScene().getWindow()), words);
        scan = new ScanPane(intake, camera, words);
        scan.disableProperty().bind(context.standing().ended());
        card = new DecisionCard(words, context.dates(), findings, intake::chooseFiles, intake);
        form = new DecisionForm(
                model.form(),
                model::approve,
                model::startOver,
                new PairingWindow(model, context),
                context.standing().blocked(),
                words);
        var left = new VBox(12, hitch, card);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        deciding = new HBox(24, left, form);
        body.getStyleClass().add("hk-approve-body");
        passing.setAlignment(Pos.TOP_LEFT);
        body.getChildren().setAll(scan, deciding, passing);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("hk-scroll", "hk-approve-scroll");
        root.getStyleClass().add("hk-approve");
        root.setTop(trail);
        root.setCenter(scroll);
        intake.takeDrops(root);
        new CameraSwitch(root, camera);
        new ScannerFilter(root, model::offerTyped);
        camera.onSeen(model::offerSeen);
        model.gatheringProperty().subscribe(scan::showSeries);
        model.choicesProperty().subscribe(form::suggest);
        model.stateProperty().subscribe(this::show);
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void arrived(Destination destination) {
        model.arrived();
        destination.subject().ifPresent(model::setUp);
    }

    @Override
    public boolean pressed(KeyEvent key) {
        if (scan.isDisabled()) {
            return false;
        }
        boolean typing = root.getScene().getFocusOwner() instanceof TextInputControl;
        if (CHOOSE.match(key)) {
            intake.chooseFiles();
        } else if (PASTE.match(key) && (!typing || intake.holdsPicture())) {
            intake.paste();
        } else if (TYPE.match(key) && model.stateProperty().get() instanceof ApproveState.Scanning) {
            scan.type();
        } else {
            return false;
        }
        return true;
    }

    @Override
    public void left() {
        camera.stop();
        scan.wipe();
        model.left();
    }

    private void show(ApproveState state) {
        trail.show(state);
        if (!(state instanceof ApproveState.Scanning)) {
            // A code was found, or something else is being looked at.
            camera.stop();
        }
        switch (state) {
            case ApproveState.Scanning(var trouble) -> {
                scan.show(trouble.map(this::explained));
                body(scan);
            }
            case ApproveState.Looking _ -> {
                scan.showLooking();
                body(scan);
            }
            case ApproveState.Marking(var still, var _) -> body(new MarkPane(still, intake, words));
            case ApproveState.Choosing choosing -> body(choosing(choosing));
            case ApproveState.Deciding(var claim, var verdict, var trouble) -> {
                hitch.getChildren().setAll(trouble.map(this::explained).stream().toList());
                hitch.setManaged(trouble.isPresent());
                card.show(claim, verdict, model.form().typeProperty().get());
                form.show(claim, verdict);
                scan.wipe();
                body(deciding);
            }
            case ApproveState.Refused refused -> body(new RefusedPane(refused, new Refusing(), findings, words));
            case ApproveState.Issuing _ -> body(issuing());
            case ApproveState.HandingOver(var lastStep) ->
                body(new HandOverPane(lastStep, new HandingOver(), words, context.dates()));
            case ApproveState.Paired(var device) -> body(new PairedPane(device, new HandingOver(), words));
            case ApproveState.Failed(var cause) -> body(failed(cause));
        }
    }

    /// Scanning and deciding stay where they are while another step is shown, with what was typed into them.
    private void body(Node shown) {
        var kept = List.of(scan, deciding);
        // What passed is taken away: it may have shown a password.
        passing.getChildren().setAll(kept.contains(shown) ? List.of() : List.of(shown));
        var front = kept.contains(shown) ? shown : passing;
        if (!front.isVisible()) {
            scroll.setVvalue(0);
        }
        for (var layer : body.getChildren()) {
            layer.setVisible(layer.equals(front));
            layer.setManaged(layer.equals(front));
        }
        scroll.setFitToHeight(shown.equals(scan) || shown instanceof MarkPane);
    }

    private Node explained(Hitch trouble) {
        return switch (trouble) {
            case Hitch.Unsuitable(var why) ->
                new Note(
                        MaterialDesignA.ALERT_OUTLINE,
                        (findings.sentence(why) + ". " + findings.next(why)).strip(),
                        Tone.WARNING);
            case Hitch.PrivateScreen() ->
                new Note(
                        MaterialDesignA.ALERT_OUTLINE,
                        words.text("approve.screen-private.what") + " " + words.text("approve.screen-private.next"),
                        Tone.WARNING);
            case Hitch.Unreadable(var cause) -> new TroubleNote(new Troubles(words).of(cause));
        };
    }

    /// One text that may be of several kinds, or several codes.
    private Node choosing(ApproveState.Choosing choosing) {
        return choosing.isOfOneText()
                ? new KindPane(choosing.codes(), model::choose, model::cancel, words)
                : new FoundPane(choosing.found(), model::choose, model::cancel, words);
    }

    private Node issuing() {
        var bar = new ProgressBar();
        bar.setMaxWidth(320);
        var box = new VBox(12, Labels.title(words.text("approve.issuing.progress")), bar);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node failed(Exception cause) {
        var again = new Button(words.text("approve.again.button"));
        again.setOnAction(_ -> {
            model.startOver();
            model.arrived();
        });
        return new VBox(16, new TroubleNote(new Troubles(words).of(cause)), again);
    }

    private void showInDevices(String name) {
        model.startOver();
        context.navigation().go(Destination.to(Place.DEVICES, name));
    }

    private final class Refusing implements RefusedPane.Acts {
        @Override
        public void again() {
            model.startOver();
        }

        @Override
        public void showDevice(String name) {
            showInDevices(name);
        }
    }

    private final class HandingOver implements HandOverPane.Acts {
        @Override
        public void chooseFolder(LastStep lastStep) {
            choice.folder(words.text("approve.save.chooser")).ifPresent(lastStep::write);
        }

        @Override
        public void copy(OneTimePassword password) {
            password.use(letters -> {
                context.clipboard().copy(letters);
                return letters.length;
            });
        }

        @Override
        public void showDevice(String name) {
            showInDevices(name);
        }

        @Override
        public void done() {
            model.startOver();
        }
    }
}
