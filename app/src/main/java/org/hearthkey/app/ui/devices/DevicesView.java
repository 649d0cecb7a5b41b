package org.hearthkey.app.ui.devices;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.EmptyScreen;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.devices.DevicesViewModel.State;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.screen.Screen;
import org.hearthkey.app.ui.setupcode.SetupCodePane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/// The inventory: search, chips, the table, and one device beside it.
public final class DevicesView implements Screen {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    /// Narrower, the pane lies over the table instead of beside it.
    private static final double TABLE_WIDTH = 680;

    private final DevicesViewModel model;
    private final HomeContext context;
    private final Words words;
    private final FilterBar filters;
    private final DeviceTable table;
    private final DetailPane detail;
    private final SetupCodePane codes;
    private final Label counted = Labels.of("", "text-small", "text-muted");
    private final VBox list;
    private final StackPane area;
    private final BorderPane root = new BorderPane();

    /// @param codes shows the codes of devices
    public DevicesView(DevicesViewModel model, HomeContext context, DeviceActs acts, SetupCodePane codes) {
        this.model = model;
        this.context = context;
        words = context.words();
        filters = new FilterBar(model, words);
        var clock = context.clock();
        table = new DeviceTable(
                new DeviceCells(context.dates(), words, device -> device.stateAt(clock.instant())), words);
        detail = new DetailPane(
                acts, codes, this::closeDetail, context.standing().blocked(), context.dates(), words);
        this.codes = codes;
        VBox.setVgrow(table, Priority.ALWAYS);
        var foot = new HBox(counted);
        foot.getStyleClass().add("hk-devices-foot");
        list = new VBox(table, foot);
        area = new StackPane(list, detail);
        StackPane.setAlignment(detail, Pos.CENTER_RIGHT);
        detail.setVisible(false);
        root.getStyleClass().add("hk-devices");
        root.setTop(new VBox(head(), filters));

        table.onSort(model::sort);
        table.onChoice(model::choose);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> keyPressed(event, acts));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        model.rowsProperty().subscribe(rows -> {
            table.show(rows, model.filterProperty().get().order());
            model.takeWanted().ifPresent(index -> {
                table.getSelectionModel().select(index);
                table.scrollTo(Math.max(0, index - 6));
            });
        });
        model.stateProperty().subscribe(this::show);
        model.detailProperty().subscribe(shown -> {
            shown.ifPresentOrElse(detail::show, () -> {
                detail.showNothing();
                table.getSelectionModel().clearSelection();
            });
            detail.setVisible(shown.isPresent());
            arrange();
        });
        root.widthProperty().subscribe(this::arrange);
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void arrived(Destination destination) {
        destination.subject().ifPresentOrElse(model::find, model::read);
    }

    @Override
    public void find() {
        filters.find();
    }

    /// A locked home shows no code.
    @Override
    public void left() {
        codes.leave();
    }

    private Node head() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var approve = approveButton();
        var head = new HBox(12, Labels.title(words.text("shell.devices.place")), gap, approve);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("hk-devices-head");
        return head;
    }

    private Button approveButton() {
        var approve = new Button(words.text("devices.approve.button"), Icons.button(MaterialDesignQ.QRCODE_SCAN));
        approve.setOnAction(_ -> context.navigation().go(Place.APPROVE));
        approve.disableProperty().bind(context.standing().ended());
        return approve;
    }

    private void show(State state) {
        switch (state) {
            case State.Reading _ -> root.setCenter(area);
            case State.Empty _ -> {
                var approve = approveButton();
                approve.getStyleClass().add("accent");
                root.setCenter(new EmptyScreen(
                        MaterialDesignD.DEVICES,
                        words.text("devices.empty.title"),
                        words.text("devices.empty.reason"),
                        approve));
            }
            case State.Ready(var counts, var inHome, var zones) -> {
                filters.show(counts, zones);
                counted.setText(words.text(
                        "devices.counted.foot",
                        counts.getOrDefault(model.filterProperty().get().standing(), 0L),
                        inHome));
                root.setCenter(area);
            }
            case State.Failed _ -> {
                var again = new Button(words.text("devices.again.button"));
                again.setOnAction(_ -> model.read());
                root.setCenter(new EmptyScreen(
                        MaterialDesignA.ALERT_OUTLINE,
                        words.text("devices.failed.title"),
                        words.text("devices.failed.reason"),
                        again));
            }
        }
    }

    /// Puts the pane beside the table where there is room for both, and over it where there is not.
    private void arrange() {
        boolean over = root.getWidth() < TABLE_WIDTH + DetailPane.WIDTH;
        detail.pseudoClassStateChanged(OVER, over);
        double taken = detail.isVisible() && !over ? DetailPane.WIDTH : 0;
        StackPane.setMargin(list, new Insets(0, taken, 0, 0));
    }

    private void keyPressed(KeyEvent event, DeviceActs acts) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        model.detailProperty().get().ifPresent(shown -> {
            switch (event.getCode()) {
                case R -> acts.renew(shown);
                case DELETE -> acts.revoke(shown);
                case ENTER -> detail.requestFocus();
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.detailProperty().get().isPresent()) {
            closeDetail();
            event.consume();
        }
    }

    private void closeDetail() {
        model.chooseNothing();
        table.requestFocus();
    }
}
