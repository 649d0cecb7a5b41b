package org.hearthkey.app.ui.recovery;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.ui.control.EmptyScreen;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Screen;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// The recovery sheets: which are in force and where they are, new ones, and the drill that proves them.
public final class RecoveryView implements Screen {
    private final RecoveryViewModel model;
    private final HomeContext context;
    private final SheetWays ways;
    private final FileChoice files;
    private final VBox trouble = new VBox();
    private final VBox content = new VBox();
    private final ScrollPane scroll;

    /// @param ways how sheets come in
    public RecoveryView(RecoveryViewModel model, HomeContext context, SheetWays ways) {
        this.model = model;
        this.context = context;
        this.ways = ways;
        files = ways.files();
        var page = new VBox(Labels.title(words("recovery.screen.title")), trouble, content);
        page.getStyleClass().addAll("hk-page", "hk-narrow-page");
        trouble.managedProperty().bind(trouble.visibleProperty());
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("hk-scroll");
        model.stateProperty().subscribe(this::show);
        model.failureProperty().subscribe(this::showFailure);
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void arrived(Destination destination) {
        model.refresh();
    }

    @Override
    public void left() {
        model.leave();
    }

    private void show(RecoveryViewModel.State now) {
        content.getChildren()
                .setAll(
                        switch (now) {
                            case RecoveryViewModel.State.Reading _ -> new ProgressBar();
                            case RecoveryViewModel.State.NoSheets _ -> withCeremonies(noSheets());
                            case RecoveryViewModel.State.InForce(var sheets) ->
                                withCeremonies(new InForcePane(sheets, model, context, files));
                            case RecoveryViewModel.State.Making(var making) ->
                                new MakingPane(making, context.words(), ways);
                            case RecoveryViewModel.State.Drilling(var drill) -> new DrillPane(drill, context, ways);
                            case RecoveryViewModel.State.Directing(var director) ->
                                new CeremonyPane(director, context, ways);
                        });
        scroll.setVvalue(0);
    }

    private Node withCeremonies(Node sheets) {
        var ceremonies = new CeremoniesCard(model, context.words(), context.dialogs(), files);
        var rollover = new RolloverCard(model.rollover(), context);
        for (var card : List.of(ceremonies, rollover)) {
            card.disableProperty().bind(context.standing().ended());
        }
        return new VBox(20, sheets, ceremonies, rollover);
    }

    private Node noSheets() {
        var make =
                new Button(words("recovery.make.button"), Icons.button(MaterialDesignF.FILE_DOCUMENT_MULTIPLE_OUTLINE));
        make.getStyleClass().addAll("accent", "hk-deliberate");
        make.setOnAction(_ -> new NewSheetsDialog(model, context).open());
        make.disableProperty().bind(context.standing().ended());
        return new EmptyScreen(
                MaterialDesignL.LIFEBUOY, words("recovery.none.title"), words("recovery.none.what"), make);
    }

    private void showFailure(Optional<Exception> failure) {
        trouble.setVisible(failure.isPresent());
        trouble.getChildren()
                .setAll(failure.map(cause -> new TroubleNote(new Troubles(context.words()).ofSheets(cause))).stream()
                        .toList());
    }

    private String words(String key) {
        return context.words().text(key);
    }
}
