package org.hearthkey.app.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.hearthkey.app.handover.NewFiles.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFilesTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void keepsWhatWasWritten() throws IOException {
        try (var files = new NewFiles(folder.resolve("a/b"), Taken.REFUSED)) {
            files.reserve("one");
            files.write("one", CONTENT);
            assertEquals(List.of(folder.resolve("a/b/one")), files.keep());
        }
        assertEquals(3, Files.size(folder.resolve("a/b/one")));
    }

    @Test
    void takesBackWhatWasNotKept() throws IOException {
        try (var files = new NewFiles(folder, Taken.REFUSED)) {
            files.reserve("one");
            files.reserveSecret("two");
            files.write("one", CONTENT);
            assertEquals(List.of("one", "two"), names());
        }
        assertEquals(List.of(), names());
    }

    @Test
    void refusesANameThatIsTaken() throws IOException {
        Files.writeString(folder.resolve("one"), "kept");
        try (var files = new NewFiles(folder, Taken.REFUSED)) {
            assertThrows(FileAlreadyExistsException.class, () -> files.reserve("one"));
        }
        assertEquals("kept", Files.readString(folder.resolve("one")));
    }

    @Test
    void replacesOnlyWhenKept() throws IOException {
        Files.writeString(folder.resolve("one"), "old");
        Files.writeString(folder.resolve(".one.new"), "left by a command that was killed");
        try (var files = new NewFiles(folder, Taken.REPLACED)) {
            files.reserve("one");
            files.write("one", CONTENT);
        }
        assertEquals("old", Files.readString(folder.resolve("one")));
        try (var files = new NewFiles(folder, Taken.REPLACED)) {
            files.reserve("one");
            files.write("one", CONTENT);
            files.keep();
        }
        assertEquals(List.of("one"), names());
        assertEquals(3, Files.size(folder.resolve("one")));
    }

    @Test
    void writesThroughNoLink() throws IOException {
        Files.createSymbolicLink(folder.resolve("one"), folder.resolve("elsewhere"));
        try (var files = new NewFiles(folder, Taken.REFUSED)) {
            assertThrows(FileAlreadyExistsException.class, () -> files.reserve("one"));
        }
    }

    @Test
    void keepsASecretFromOthers() throws IOException {
        try (var files = new NewFiles(folder, Taken.REFUSED)) {
            files.reserveSecret("key");
            files.write("key", CONTENT);
            files.keep();
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))));
    }
}
