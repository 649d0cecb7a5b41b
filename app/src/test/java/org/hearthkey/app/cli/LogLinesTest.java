package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLinesTest {
    @TempDir
    private Path folder;

    @Test
    void cutsLongLinesAndGoesOnWithTheNext() throws IOException {
        var log = Files.writeString(folder.resolve("log"), "one\n" + "x".repeat(10_000_000) + "\r\nthree");
        try (var lines = LogLines.of(log)) {
            assertEquals("one", lines.readLine());
            assertEquals(LogLines.LONGEST_LINE, lines.readLine().length());
            assertEquals("three", lines.readLine());
        }
    }

    @Test
    void stopsAtALogThatHasNoEnd() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("log").toFile(), "rw")) {
            file.setLength(LogLines.MOST + 1); // takes no room on the disk
        }
        try (var lines = LogLines.of(folder.resolve("log"))) {
            assertThrows(LogLines.TooLongException.class, lines::readLine);
        }
    }
}
