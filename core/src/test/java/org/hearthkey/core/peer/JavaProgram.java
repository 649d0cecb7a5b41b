package org.hearthkey.core.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another process that runs a `main` of these tests and says things line by line, until it is killed.
public final class JavaProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private JavaProgram(Process process) {
        this.process = process;
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    public static JavaProgram start(Class<?> main, String... arguments) throws IOException {
        return new JavaProgram(new ProcessBuilder(command(main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// What starts it, for another program that runs programs.
    public static List<String> command(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Reads as many lines as it says, or all until it ends.
    public List<String> said(int count) throws IOException {
        var said = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var line = lines.readLine();
            if (line == null) {
                break;
            }
            said.add(line);
        }
        return said;
    }

    /// Kills it as the power does, without a chance to clean up.
    public void kill() {
        // Through its handle, so that what it said before can still be read.
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
