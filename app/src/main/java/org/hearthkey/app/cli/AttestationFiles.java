package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.attest.Shown;

/// Reads files by which makers vouch for devices.
final class AttestationFiles {
    private AttestationFiles() {}

    /// Reads all of them.
    static List<Shown> read(List<Path> files) throws IOException {
        var shown = new ArrayList<Shown>();
        for (var file : files) {
            shown.add(read(file, Shown.MAX_LENGTH));
        }
        return shown;
    }

    /// Reads one, and of a file that is too long one byte more than may be, so that it is seen.
    static Shown read(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new Shown(String.valueOf(file.getFileName()), in.readNBytes(most + 1));
        }
    }
}
