package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.app.print.CodeSheets;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.seal.RefusedException;

/// Writes the codes of devices on sheets of paper.
final class SheetPrinting {
    private final Session session;
    private final Home home;
    private final CodeSheets sheets;

    SheetPrinting(Session session, Home home, Paper paper) {
        this.session = session;
        this.home = home;
        sheets = new CodeSheets(home, Words.in(session.words().locale()), paper);
    }

    /// One sheet of stickers.
    void printStickers(List<DeviceName> names, Path file) throws StoppedException, RefusedException, IOException {
        var devices = new ArrayList<Device>();
        for (var name : names) {
            devices.add(KeptCode.find(session, home, name).device());
        }
        try (var written = session.secretFile(file);
                var root = session.tokens().root(home)) {
            sheets.stickers(devices, written, root.secret());
        }
        tell(devices, file, "setup-code.printed");
    }

    /// What whoever gets a device needs.
    void handOver(DeviceName name, Path file, CodeSheets.Then then)
            throws StoppedException, RefusedException, IOException {
        var device = KeptCode.find(session, home, name).device();
        try (var written = session.secretFile(file);
                var root = session.tokens().root(home)) {
            sheets.handOver(device, then, written, root.secret());
        }
        tell(
                List.of(device),
                file,
                switch (then) {
                    case KEEP -> "setup-code.handed.kept";
                    case DESTROY -> "setup-code.handed.destroyed";
                });
    }

    private void tell(List<Device> devices, Path file, String what) {
        var names = devices.stream().map(device -> device.name().text()).toList();
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
