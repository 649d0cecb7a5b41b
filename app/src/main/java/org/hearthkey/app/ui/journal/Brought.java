package org.hearthkey.app.ui.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.app.camera.PictureReader;
import org.hearthkey.app.camera.UnreadablePictureException;
import org.hearthkey.core.journal.PaperCheckpoint;
import org.hearthkey.core.journal.SignedNote;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.witness.Seen;
import org.hearthkey.core.witness.Watch;

/// A checkpoint that the owner brought: as it is on paper, or as it is on a stick.
sealed interface Brought {
    /// A photograph of a sheet may be large.
    int MOST_BYTES = 64 * 1024 * 1024;

    record Paper(PaperCheckpoint checkpoint) implements Brought {
        @Override
        public Seen against(Watch watch) {
            return watch.compare(checkpoint);
        }
    }

    record Signed(SignedNote note) implements Brought {
        @Override
        public Seen against(Watch watch) {
            return watch.compare(note);
        }
    }

    /// How this home stands to it.
    Seen against(Watch watch);

    /// What was typed, pasted, or read from a code.
    static Optional<Brought> ofText(String text, HomeId home) {
        return PaperCheckpoint.parse(home, text)
                .<Brought>map(Paper::new)
                .or(() -> SignedNote.parse(text.strip() + "\n").map(Signed::new));
    }

    /// A checkpoint's file, or the picture of a code.
    ///
    /// @throws UnreadablePictureException if it is a picture that is damaged or too large
    static Optional<Brought> ofFile(Path file, HomeId home) throws IOException {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(MOST_BYTES);
        }
        try {
            return PictureReader.read(content).texts().stream()
                    .flatMap(text -> ofText(text, home).stream())
                    .findFirst();
        } catch (UnreadablePictureException failed) {
            if (failed.reason() == UnreadablePictureException.Reason.NOT_A_PICTURE) {
                return ofText(new String(content, StandardCharsets.UTF_8), home);
            }
            throw failed;
        }
    }
}
