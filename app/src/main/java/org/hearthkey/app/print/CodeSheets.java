package org.hearthkey.app.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.app.handover.SecretFile;
import org.hearthkey.app.text.KindWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.SetupCodes;
import org.hearthkey.core.seal.RefusedException;

/// Writes the kept codes of devices on sheets of paper. Only the home's thread comes here.
public final class CodeSheets {
    private final Home home;
    private final Words words;
    private final Paper paper;

    public CodeSheets(Home home, Words words, Paper paper) {
        this.home = home;
        this.words = words;
        this.paper = paper;
    }

    /// What becomes of the code here once it is on paper.
    public enum Then {
        KEEP,
        DESTROY
    }

    /// One sheet of stickers.
    ///
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if the sheet cannot be written or a token does not answer
    /// @throws IllegalArgumentException if no code of one of the devices is kept
    public void stickers(List<Device> devices, SecretFile file, RootSecret root) throws RefusedException, IOException {
        var stickers = new ArrayList<Sticker>();
        try {
            for (var device : devices) {
                stickers.add(open(device, SetupCodes.Use.PRINT, root));
            }
            try (var sheet = new StickerSheet(home.facts().id(), words, paper).pdf(stickers)) {
                file.write(sheet);
            }
        } finally {
            stickers.forEach(Sticker::close);
        }
    }

    /// What whoever gets a device needs. The code is forgotten, if it is to be, only once the sheet is there.
    ///
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if the sheet cannot be written or a token does not answer
    /// @throws IllegalArgumentException if no code of the device is kept
    public void handOver(Device device, Then then, SecretFile file, RootSecret root)
            throws RefusedException, IOException {
        try (var sticker = open(device, SetupCodes.Use.HAND_OVER, root);
                var sheet = new HandOverSheet(home.facts().id(), words, paper).pdf(sticker)) {
            file.write(sheet);
        }
        if (then == Then.DESTROY) {
            home.setupCodes().destroy(device, root);
        }
    }

    private Sticker open(Device device, SetupCodes.Use use, RootSecret root) throws RefusedException, IOException {
        var kind = home.setupCodes()
                .find(device)
                .orElseThrow(() -> new IllegalArgumentException("No code is kept for this device"))
                .kind();
        return new Sticker(
                device.name(),
                device.zone(),
                kind,
                KindWords.in(words.locale()).name(kind),
                home.setupCodes().open(device, use, root));
    }
}
