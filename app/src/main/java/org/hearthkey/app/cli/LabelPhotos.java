package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.app.camera.LabelPhoto;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.SetupCodes;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.seal.RefusedException;

/// Keeps the photo of a label beside its code, and gives it back.
final class LabelPhotos {
    private final Session session;
    private final Home home;

    LabelPhotos(Session session, Home home) {
        this.session = session;
        this.home = home;
    }

    /// Keeps a picture in place of the one before.
    void add(DeviceName name, Path file) throws StoppedException, IOException {
        var device = KeptCode.find(session, home, name).device();
        try (var photo = LabelPhoto.read(file, SetupCodes.MOST_PHOTO_BYTES)) {
            home.setupCodes().keepPhoto(device, photo);
            var told = device.name().text();
            session.answers()
                    .give(
                            () -> Map.of("device", told, "photoBytes", photo.length()),
                            () -> Stream.of(session.words().text("setup-code.photo.kept", told)));
        }
    }

    /// Writes the picture that is kept. Nothing is asked for and nothing opened where the file cannot be.
    void write(DeviceName name, Path file) throws StoppedException, RefusedException, IOException {
        var found = KeptCode.find(session, home, name);
        if (!found.kept().hasPhoto()) {
            throw new StoppedException(Exit.REFUSED, session.words().text("setup-code.photo.none", name.text()));
        }
        try (var written = session.secretFile(file);
                var root = session.tokens().root(home);
                var photo = home.setupCodes()
                        .openPhoto(found.device(), root.secret())
                        .orElseThrow()) {
            written.write(photo);
        }
        session.answers()
                .give(
                        () -> Map.of("device", found.device().name().text(), "file", file.toString()),
                        () -> Stream.of(session.words().text("written", file)));
    }
}
