package org.hearthkey.app.ui.devices;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.ui.approve.LastStep;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.revocation.IsolateDialog;
import org.hearthkey.app.ui.revocation.RevokeDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.device.Sighting;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// Asks what has to be asked before something is done with a device.
public final class DeviceDialogs implements DeviceActs {
    private static final List<String> ENDINGS = List.of("*.csr", "*.p10", "*.pem", "*.der", "*.req", "*.txt");

    private final HomeContext context;
    private final FileChoice files;

    public DeviceDialogs(HomeContext context, FileChoice files) {
        this.context = context;
        this.files = files;
    }

    @Override
    public void renew(DeviceDetail detail) {
        var words = context.words();
        files.open(
                        words.text(
                                "devices.request.chooser",
                                detail.device().name().text()),
                        words.text("devices.request.kind"),
                        ENDINGS)
                .ifPresent(file -> {
                    var model = new RenewViewModel(detail.device(), context);
                    new RenewDialog(model, context, files).open();
                    model.offer(file);
                });
    }

    @Override
    public void revoke(DeviceDetail detail) {
        RevokeDialog.open(detail.device(), context);
    }

    @Override
    public void isolate(DeviceDetail detail) {
        IsolateDialog.open(detail.device(), context);
    }

    @Override
    public void retire(DeviceDetail detail) {
        new RetireDialog(new RetireViewModel(detail.device(), context), context, files).open();
    }

    @Override
    public void saw(DeviceDetail detail) {
        var words = context.words();
        var name = detail.device().name().text();
        context.background()
                .run(
                        () -> context.home().sightings().saw(detail.device(), Sighting.Source.OWNER),
                        _ -> {
                            context.navigation().homeChanged();
                            context.navigation().done(words.text("devices.saw.notice", name));
                        },
                        cause -> unrecorded(name, cause));
    }

    private void unrecorded(String name, Exception cause) {
        var words = context.words();
        var close = new Button(words.text("devices.later.button"));
        close.setCancelButton(true);
        close.setOnAction(_ -> context.dialogs().hide());
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignE.EYE_OFF_OUTLINE,
                                Tone.DANGER,
                                words.text("devices.unrecorded.title", name),
                                words.text("devices.unrecorded.reason"))
                        .with(new TroubleNote(new Troubles(words).of(cause)))
                        .safeButton(close));
    }

    @Override
    public void saveCertificate(DeviceDetail detail) {
        var held = detail.held().orElseThrow();
        var issued = new Outcome.Issued(detail.device(), held.certificate(), held.issuer(), Optional.empty());
        new SaveDialog(new LastStep(issued, context.home().rootRollover(), context.background()), context, files)
                .open("devices.save.title");
    }
}
