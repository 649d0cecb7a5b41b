package org.hearthkey.core.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A program written elsewhere, asked for its opinion. Where it is not installed, the test is skipped and says so; on
/// the build server (`CI=true`) it fails instead, because a peer that nobody asks proves nothing.
public final class Peer {
    private static final long TIMEOUT_SECONDS = 30;

    private final String program;
    private final Path directory;

    private Peer(String program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /// The program as it is installed here.
    ///
    /// @param directory where it runs and where the names in its arguments lie
    public static Peer of(String program, Path directory) {
        if (!isInstalled(program)) {
            if ("true".equals(System.getenv("CI"))) {
                fail(program + " is not installed on the build server");
            }
            abort(program + " is not installed, so its opinion was not asked");
        }
        return new Peer(program, directory);
    }

    /// Runs the program to its end.
    public Answer run(String... arguments) {
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        try {
            // A file, not a pipe: nothing can block on a full one.
            var output = Files.createTempFile("peer", ".out");
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                fail(program + " did not end within " + TIMEOUT_SECONDS + " s");
            }
            var text = Files.readString(output);
            Files.delete(output);
            return new Answer(String.join(" ", command), process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + program, e);
        }
    }

    private static boolean isInstalled(String program) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// What the program said.
    public record Answer(String command, int exit, String text) {
        public Answer accepts() {
            assertEquals(0, exit, command + "\n" + text);
            return this;
        }

        /// These words are in what it said.
        public Answer says(String words) {
            if (!text.contains(words)) {
                fail(command + " did not say '" + words + "'\n" + text);
            }
            return this;
        }

        /// It said no, and for the reason that this text stands for.
        public Answer refuses(String because) {
            if (exit == 0 || !text.contains(because)) {
                fail(command + " did not refuse because of '" + because + "'\n" + text);
            }
            return this;
        }
    }
}
