package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where our mistakes are written down, once each: which exception, and where in the program. Messages of exceptions are
/// left out, for they may quote a name or a code.
final class MistakeLog {
    private static final int MOST_CAUSES = 8;

    private final Path file;

    MistakeLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    void write(Throwable mistake, Instant at) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines(mistake, at), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static List<String> lines(Throwable mistake, Instant at) {
        var lines = new ArrayList<String>();
        lines.add(at + " " + mistake.getClass().getName());
        addFrames(lines, mistake);
        @Nullable Throwable cause = mistake.getCause();
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            lines.add("  because of " + cause.getClass().getName());
            addFrames(lines, cause);
            cause = cause.getCause();
        }
        return lines;
    }

    private static void addFrames(List<String> lines, Throwable thrown) {
        for (var frame : thrown.getStackTrace()) {
            lines.add("    at " + frame);
        }
    }
}
