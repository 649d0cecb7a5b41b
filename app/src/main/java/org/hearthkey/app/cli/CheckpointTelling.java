package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.journal.Checkpoint;
import org.hearthkey.core.journal.SignedNote;

/// Signs a checkpoint and leaves it where the owner wants it.
final class CheckpointTelling {
    private final Session session;
    private final Home home;

    CheckpointTelling(Session session, Home home) {
        this.session = session;
        this.home = home;
    }

    /// Answers the newest checkpoint.
    ///
    /// @throws BlockedException if this file is older than a witness: another checkpoint would contradict that one
    void tell(Optional<Path> drive, Optional<Path> picture) throws IOException {
        home.watch().requireCurrent();
        var checkpoint = home.checkpoints().current();
        var note = home.checkpoints().sign();
        var files = new ArrayList<Path>();
        if (picture.isPresent()) {
            files.add(session.write(
                    picture.get(),
                    QrDrawing.of(home.checkpoints().signShort().toString()).png()));
        }
        if (drive.isPresent()) {
            files.add(home.watch().leaveOn(drive.get()));
        }
        session.answers().give(() -> document(checkpoint, note, files), () -> lines(checkpoint, note, files));
    }

    private Map<String, Object> document(Checkpoint checkpoint, SignedNote note, Iterable<Path> files) {
        var document = new LinkedHashMap<String, Object>();
        document.put("origin", checkpoint.origin());
        document.put("size", checkpoint.size());
        document.put("rootHash", checkpoint.root().hex());
        document.put("note", note.toString());
        document.put("paper", home.checkpoints().paper().toString());
        var keys = home.checkpoints().verifier();
        document.put("key", keys.first().toString());
        keys.second().ifPresent(second -> document.put("secondKey", second.toString()));
        var written = new ArrayList<String>();
        files.forEach(file -> written.add(file.toString()));
        document.put("files", written);
        return document;
    }

    private Stream<String> lines(Checkpoint checkpoint, SignedNote note, Iterable<Path> files) {
        var words = session.words();
        var lines = new ArrayList<String>();
        lines.add(words.text("journal.checkpoint.size", checkpoint.size()));
        lines.add("");
        note.toString().lines().forEach(lines::add);
        lines.add("");
        lines.add(words.text("journal.checkpoint.paper", home.checkpoints().paper()));
        var keys = home.checkpoints().verifier();
        lines.add(words.text("journal.checkpoint.key", keys.first()));
        keys.second().ifPresent(second -> lines.add(words.text("journal.checkpoint.second", second)));
        files.forEach(file -> lines.add(words.text("written", file)));
        return lines.stream();
    }
}
