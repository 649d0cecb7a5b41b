package org.hearthkey.app.ui.setupcode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.DeviceWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.QrImage;
import org.hearthkey.app.ui.control.SecretLetters;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.SetupCodeRecords.Kept;
import org.hearthkey.core.home.OpenedLabel;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.scan.Scan;
import org.hearthkey.core.secret.SecretBytes;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The code of a device: what is kept and what can be done with it, and for as long as the owner looks, the code itself.
/// A photo of the label can be dropped on it.
public final class SetupCodePane extends VBox {
    private static final int CODE_SIDE = 232;

    /// What the pane leaves beside its scroll bar.
    private static final double PHOTO_WIDTH = 284;

    private final SetupCodeViewModel model;
    private final SetupCodeDialogs dialogs;
    private final Words words;
    private final Dates dates;
    private final VBox hitch = new VBox(8);
    private final VBox label = new VBox(12);
    private final VBox rest = new VBox(12);
    private Optional<Sealed> shown = Optional.empty();

    private record Sealed(Device device, Kept kept) {}

    public SetupCodePane(SetupCodeViewModel model, SetupCodeDialogs dialogs, HomeContext context) {
        super(12);
        this.model = model;
        this.dialogs = dialogs;
        words = context.words();
        dates = context.dates();
        for (var part : List.of(label, hitch)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        disableProperty().bind(context.standing().ended());
        getChildren().setAll(rest, label, hitch);
        model.openedProperty().subscribe(this::open);
        model.failureProperty().subscribe(_ -> say());
        model.readingProperty().subscribe(_ -> say());
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(this::dropped);
        // Whoever goes to another screen does not look any more.
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                model.hide();
            }
        });
    }

    /// Shows what is kept of a device's code, without the code.
    public void show(Device device, Kept kept) {
        shown = Optional.of(new Sealed(device, kept));
        model.lookAt(Optional.of(device.id()));
        fill();
    }

    /// Nobody looks at a device with a code any more.
    public void showNothing() {
        shown = Optional.empty();
        model.lookAt(Optional.empty());
    }

    /// The home is locked.
    public void leave() {
        shown = Optional.empty();
        model.leave();
    }

    private void dropped(DragEvent event) {
        var files = event.getDragboard().getFiles();
        boolean one = files.size() == 1 && shown.isPresent();
        if (one) {
            dialogs.keepPhoto(shown.get().device(), files.getFirst().toPath());
        }
        event.setDropCompleted(one);
        event.consume();
    }

    private void fill() {
        rest.getChildren().clear();
        shown.ifPresent(seen -> {
            var kept = seen.kept();
            if (seen.device().certified().isPresent()) {
                // Of a device that is paired by it, the kind of code is told above.
                rest.getChildren().add(Labels.second(new DeviceWords(words).code(kept.kind())));
            }
            rest.getChildren()
                    .addAll(
                            Labels.second(words.text("code.kept.sentence", dates.day(kept.since()))),
                            Labels.second(words.text(kept.hasPhoto() ? "code.photo.kept" : "code.photo.none")),
                            buttons(seen));
        });
    }

    private Node buttons(Sealed seen) {
        var device = seen.device();
        boolean open = model.openedProperty().get().isPresent();
        var buttons = new FlowPane(8, 8);
        buttons.getChildren()
                .setAll(
                        open
                                ? button("code.hide.button", MaterialDesignE.EYE_OFF_OUTLINE, model::hide)
                                : button("code.show.button", MaterialDesignE.EYE_OUTLINE, () -> dialogs.show(device)),
                        button(
                                seen.kept().hasPhoto() ? "code.replace-photo.button" : "code.add-photo.button",
                                MaterialDesignC.CAMERA_OUTLINE,
                                () -> dialogs.choosePhoto(device)),
                        button("code.stickers.button", MaterialDesignP.PRINTER_OUTLINE, () -> dialogs.stickers(device)),
                        button("code.hand-over.button", MaterialDesignG.GIFT_OUTLINE, () -> dialogs.handOver(device)),
                        button(
                                "code.destroy.button",
                                MaterialDesignT.TRASH_CAN_OUTLINE,
                                () -> dialogs.destroy(device)));
        return buttons;
    }

    private Button button(String key, Ikon ikon, Runnable act) {
        var button = new Button(words.text(key), Icons.pill(ikon));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void say() {
        hitch.getChildren().clear();
        if (model.readingProperty().get()) {
            var bar = new ProgressBar();
            bar.setMaxWidth(Double.MAX_VALUE);
            hitch.getChildren().setAll(bar, Labels.second(words.text("code.reading.progress")));
        }
        model.failureProperty()
                .get()
                .ifPresent(cause -> hitch.getChildren().add(new TroubleNote(new Troubles(words).of(cause))));
        hitch.setVisible(!hitch.getChildren().isEmpty());
    }

    private void open(Optional<OpenedLabel> opened) {
        label.getChildren().clear();
        label.setVisible(opened.isPresent());
        opened.ifPresent(unsealed -> shown.ifPresent(seen -> draw(unsealed, seen.kept())));
        fill();
    }

    private void draw(OpenedLabel open, Kept kept) {
        open.code().use(bytes -> {
            // Whoever draws codes and groups them takes a String. It is let go of when this returns.
            var text = new String(bytes, UTF_8);
            var code = QrImage.changing(CODE_SIDE, words.text("code.qr.accessible"));
            code.show(text);
            label.getChildren().add(code);
            spoken(text, kept)
                    .filter(groups -> !groups.equals(text))
                    .ifPresent(groups -> label.getChildren()
                            .add(letters(
                                    groups,
                                    () -> spoken(read(open.code()), kept).orElse(""))));
            label.getChildren().add(letters(text, () -> read(open.code())));
            return bytes.length;
        });
        open.photo().ifPresent(photo -> label.getChildren().add(picture(photo)));
        label.getChildren().add(Labels.second(words.text("code.shown.warning")));
    }

    private Node letters(String text, Supplier<String> whole) {
        return new SecretLetters(text.toCharArray(), whole, words.text("code.text.accessible"));
    }

    private static String read(SecretBytes code) {
        return code.use(bytes -> new String(bytes, UTF_8));
    }

    private static Optional<String> spoken(String text, Kept kept) {
        return CodeReader.read(text, kept.kind()) instanceof Scan.Read(Code code) ? code.spoken() : Optional.empty();
    }

    private Node picture(SecretBytes photo) {
        Image image = photo.use(jpeg -> new Image(new ByteArrayInputStream(jpeg)));
        var view = new ImageView(image);
        view.setFitWidth(PHOTO_WIDTH);
        view.setPreserveRatio(true);
        view.setAccessibleText(words.text("code.photo.accessible"));
        return view;
    }
}
