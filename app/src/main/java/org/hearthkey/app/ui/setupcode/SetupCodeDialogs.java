package org.hearthkey.app.ui.setupcode;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.hearthkey.app.print.CodeSheets;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.ChoiceField;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.device.Device;

/// Asks what has to be asked before a code is shown, written down or forgotten. Each asks for the root.
public final class SetupCodeDialogs {
    private static final List<String> PICTURES = List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp");
    private static final double GAP = 12;

    private final SetupCodeViewModel model;
    private final HomeContext context;
    private final FileChoice files;
    private final Words words;

    public SetupCodeDialogs(SetupCodeViewModel model, HomeContext context, FileChoice files) {
        this.model = model;
        this.context = context;
        this.files = files;
        words = context.words();
    }

    void show(Device device) {
        ask(model.showing(device), "show", device);
    }

    void destroy(Device device) {
        ask(model.destroying(device, () -> done("code.destroyed.done", name(device))), "destroy", device);
    }

    void choosePhoto(Device device) {
        files.open(words.text("code.photo.chooser", name(device)), words.text("code.photo.kind"), PICTURES)
                .ifPresent(picture -> keepPhoto(device, picture));
    }

    void keepPhoto(Device device, Path picture) {
        model.keepPhoto(device, picture, () -> done("code.photo.done", name(device)));
    }

    void stickers(Device device) {
        files.folder(words.text("code.folder.chooser")).ifPresent(folder -> {
            var plan = SheetPlan.into(folder.resolve(words.text("code.stickers.file", name(device))));
            var act = model.stickers(
                    device, plan, () -> done("code.stickers.done", plan.file().toString()));
            var which = choice(
                    "code.which.field", plan.which(), SetupCodeViewModel.Which.values(), chosen -> switch (chosen) {
                        case THIS -> words.text("code.this.which", name(device));
                        case ZONE -> words.text("code.zone.which", device.zone().display());
                        case HOME -> words.text("code.home.which");
                    });
            ask(act, "stickers", device, new VBox(GAP, which, paper(plan)));
        });
    }

    void handOver(Device device) {
        files.folder(words.text("code.folder.chooser")).ifPresent(folder -> {
            var plan = SheetPlan.into(folder.resolve(words.text("code.hand-over.file", name(device))));
            var act = model.handingOver(
                    device, plan, () -> done("code.hand-over.done", plan.file().toString()));
            var then = choice(
                    "code.then.field",
                    plan.then(),
                    CodeSheets.Then.values(),
                    chosen -> words.text(
                            switch (chosen) {
                                case KEEP -> "code.keep.then";
                                case DESTROY -> "code.destroy.then";
                            }));
            ask(act, "hand-over", device, new VBox(GAP, then, paper(plan)));
        });
    }

    private Node paper(SheetPlan plan) {
        return choice(
                "code.paper.field",
                plan.paper(),
                Paper.values(),
                paper -> words.text(
                        switch (paper) {
                            case A4 -> "code.iso.paper";
                            case LETTER -> "code.letter.paper";
                        }));
    }

    private <T> Node choice(String key, ObjectProperty<T> chosen, T[] offered, Function<T, String> sentence) {
        return ChoiceField.of(words.text(key), chosen, offered, sentence);
    }

    private void ask(RootAct act, String about, Device device) {
        new RootDialog(act, context.dialogs(), words)
                .open(title(about, device), why(about), words.text("code." + about + ".act"));
    }

    private void ask(RootAct act, String about, Device device, Node more) {
        new RootDialog(act, context.dialogs(), words)
                .open(
                        title(about, device),
                        why(about),
                        words.text("code." + about + ".act"),
                        more,
                        new SimpleStringProperty(""));
    }

    private String title(String about, Device device) {
        return words.text("code." + about + ".title", name(device));
    }

    private String why(String about) {
        return words.text("code." + about + ".why");
    }

    private static String name(Device device) {
        return device.name().text();
    }

    private void done(String key, Object... gaps) {
        context.navigation().done(words.text(key, gaps));
    }
}
