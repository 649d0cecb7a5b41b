package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.app.print.HandOverSheet;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.print.Sticker;
import org.hearthkey.app.print.StickerSheet;
import org.hearthkey.app.text.KindWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.SetupCodes;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.seal.RefusedException;

/// Writes the codes of devices on sheets of paper.
final class SheetPrinting {
    private final Session session;
    private final Home home;
    private final Paper paper;
    private final Words sheetWords;

    SheetPrinting(Session session, Home home, Paper paper) {
        this.session = session;
        this.home = home;
        this.paper = paper;
        sheetWords = Words.in(session.words().locale());
    }

    /// What becomes of the code here.
    enum Then {
        KEEP,
        DESTROY
    }

    /// One sheet of stickers.
    void printStickers(List<DeviceName> names, Path file) throws StoppedException, RefusedException, IOException {
        var found = find(names);
        try (var written = new SecretFile(session, file);
                var root = session.tokens().root(home)) {
            var stickers = new ArrayList<Sticker>();
            try {
                for (var one : found) {
                    stickers.add(open(one, SetupCodes.Use.PRINT, root.secret()));
                }
                try (var sheet = new StickerSheet(sheetWords, paper).pdf(stickers)) {
                    written.write(sheet);
                }
            } finally {
                stickers.forEach(Sticker::close);
            }
        }
        tell(found, file, "setup-code.printed");
    }

    /// What whoever gets a device needs.
    void handOver(DeviceName name, Path file, Then then) throws StoppedException, RefusedException, IOException {
        var found = KeptCode.find(session, home, name);
        try (var written = new SecretFile(session, file);
                var root = session.tokens().root(home)) {
            try (var sticker = open(found, SetupCodes.Use.HAND_OVER, root.secret());
                    var sheet = new HandOverSheet(sheetWords, paper).pdf(sticker)) {
                written.write(sheet);
            }
            if (then == Then.DESTROY) {
                home.setupCodes().destroy(found.device(), root.secret());
            }
        }
        tell(List.of(found), file, then == Then.DESTROY ? "setup-code.handed.destroyed" : "setup-code.handed.kept");
    }

    private List<KeptCode> find(List<DeviceName> names) throws StoppedException {
        var found = new ArrayList<KeptCode>();
        for (var name : names) {
            found.add(KeptCode.find(session, home, name));
        }
        return found;
    }

    private Sticker open(KeptCode found, SetupCodes.Use use, RootSecret secret) throws RefusedException, IOException {
        var device = found.device();
        var kind = found.kept().kind();
        return new Sticker(
                device.name(),
                device.zone(),
                kind,
                KindWords.in(session.words().locale()).name(kind),
                home.setupCodes().open(device, use, secret));
    }

    private void tell(List<KeptCode> found, Path file, String what) {
        var names = found.stream().map(one -> one.device().name().text()).toList();
        session.answers()
                .give(
                        () -> {
                            var document = new LinkedHashMap<String, Object>();
                            document.put("devices", names);
                            document.put("file", file.toString());
                            return document;
                        },
                        () -> Stream.of(session.words().text("written", file)));
        session.answers().remark(session.words().text(what, String.join(", ", names)));
    }
}
