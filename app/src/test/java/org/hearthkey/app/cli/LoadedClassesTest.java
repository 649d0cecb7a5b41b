package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command runs where there is no display and no window system: it loads no class of them.
class LoadedClassesTest {
    private static final List<String> WINDOWS =
            List.of("javafx.", "com.sun.javafx.", "com.sun.glass.", "com.sun.prism.", "atlantafx.", "sun.awt.X11");

    @TempDir
    private Path folder;

    @Test
    void aCommandLoadsNoClassOfTheWindow() throws IOException, InterruptedException {
        var shell = Shell.withHome(folder);
        var log = shell.path("classes.log");
        // A file: who runs the tests listens on the stream that this process has.
        var said = shell.path("said.txt");
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.hearthkey.app.launch.Launch",
                        "device",
                        "list",
                        "--home",
                        shell.home().toString(),
                        "--passphrase-file",
                        shell.path("passphrase").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        command.environment().put("XDG_CONFIG_HOME", shell.path("config").toString());
        assertEquals(0, command.start().waitFor(), Files.readString(said));
        var loaded = Files.readAllLines(log);
        assertTrue(loaded.stream().anyMatch(line -> line.contains("org.hearthkey.app.cli.DeviceCommands")));
        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(line -> WINDOWS.stream().anyMatch(line::contains))
                        .toList());
    }
}
