package org.hearthkey.app.print;

import java.io.IOException;
import java.time.Instant;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.secret.SecretBytes;

/// Gathers from a home what a proof sheet says. Works on the home's thread.
public final class ProofSheets {
    private final Home home;

    public ProofSheets(Home home) {
        this.home = home;
    }

    /// The sheet of this device as it stands, as a PDF.
    ///
    /// @throws IOException if it cannot be drawn
    public SecretBytes pdf(Device device, Words words, Dates dates, Paper paper, Instant now) throws IOException {
        var retirement = home.retirements().of(device);
        var checkpoints = home.checkpoints();
        var content = new ProofSheet.Content(
                home.facts().name(),
                home.facts().id(),
                retirement,
                home.devices().history(device.id()),
                retirement.entry().flatMap(checkpoints::proveShort),
                checkpoints.signShort(),
                checkpoints.paper(),
                now);
        return new ProofSheet(words, dates, paper).pdf(content);
    }
}
