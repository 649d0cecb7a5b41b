package org.hearthkey.app.ui.devices;

import java.util.List;
import java.util.Optional;
import org.hearthkey.app.ui.approve.LastStep;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.revocation.RevokeDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.approve.Outcome;

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
    public void saveCertificate(DeviceDetail detail) {
        var held = detail.held().orElseThrow();
        var issued = new Outcome.Issued(detail.device(), held.certificate(), held.issuer(), Optional.empty());
        new SaveDialog(new LastStep(issued, context.background()), context, files).open("devices.save.title");
    }
}
