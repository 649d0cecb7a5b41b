package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.camera.PictureReader;
import org.hearthkey.app.camera.UnreadablePictureException;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.journal.PaperCheckpoint;
import org.hearthkey.core.journal.SignedNote;
import org.hearthkey.core.witness.Seen;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Where a checkpoint is that the owner kept: in a file, in a picture of its code, or typed from paper.
final class CheckpointOptions {
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|IMAGE",
            description = "A checkpoint’s file, or a picture of its code (PNG, JPEG, GIF or BMP).")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "The ten groups of letters and digits, as they stand on the paper.")
    Optional<String> text = Optional.empty();

    boolean isOneGiven() {
        return file.isPresent() != text.isPresent();
    }

    boolean isNoneGiven() {
        return file.isEmpty() && text.isEmpty();
    }

    /// Compares the checkpoint with the home's journal.
    ///
    /// @return nothing if there is no checkpoint to be read
    Optional<Seen> compare(Home home) throws IOException {
        if (file.isPresent()) {
            return note(file.get()).map(home.watch()::compare);
        }
        var typed = text.orElse("");
        return PaperCheckpoint.parse(home.facts().id(), typed)
                .map(home.watch()::compare)
                .or(() -> SignedNote.parse(typed).map(home.watch()::compare));
    }

    /// The signed checkpoint in a file, or in a picture of its code.
    static Optional<SignedNote> note(Path file) throws IOException {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(MOST_BYTES);
        }
        var note = SignedNote.parse(content);
        return note.isPresent()
                ? note
                : texts(content).stream()
                        .flatMap(text -> SignedNote.parse(text).stream())
                        .findFirst();
    }

    private static List<String> texts(byte[] content) throws IOException {
        try {
            return PictureReader.read(content).texts();
        } catch (UnreadablePictureException failed) {
            if (failed.reason() == UnreadablePictureException.Reason.NOT_A_PICTURE) {
                return List.of();
            }
            throw failed;
        }
    }
}
