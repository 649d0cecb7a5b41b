package org.hearthkey.core.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program written elsewhere, asked for its opinion. Where it is not installed, the test is skipped and says so; on
/// the build server (`CI=true`) it fails instead, because a peer that nobody asks proves nothing.
public final class Peer {
    private static final long TIMEOUT_SECONDS = 180;

    private final List<String> program;
    private final Path directory;
    private final Map<String, String> environment;

    private Peer(List<String> program, Path directory, Map<String, String> environment) {
        this.program = program;
        this.directory = directory;
        this.environment = environment;
    }

    /// The program as it is installed here.
    ///
    /// @param directory where it runs and where the names in its arguments lie
    public static Peer of(String program, Path directory) {
        var installed = installed(program);
        if (installed.isEmpty()) {
            missing(program);
        }
        return new Peer(List.of(installed.orElseThrow().toString()), directory, Map.of());
    }

    /// The same program with one variable set, and no other of these.
    public Peer with(String variable, String value) {
        return new Peer(program, directory, Map.of(variable, value));
    }

    /// The same program, run by this one.
    ///
    /// @param runner becomes the program after it did what it is for, such as `env` or `unshare`
    /// @param arguments of the runner
    public Peer by(Peer runner, String... arguments) {
        var line = Stream.of(runner.program.stream(), Stream.of(arguments), program.stream());
        return new Peer(line.flatMap(words -> words).toList(), directory, environment);
    }

    /// Debian's own Python with Debian's own libraries; another that comes first on the path may lack them.
    ///
    /// @param modules what it must be able to import
    public static Peer python(Path directory, String... modules) {
        var python = of("/usr/bin/python3", directory);
        for (var module : modules) {
            python.mustDo("Python's " + module, "-c", "import " + module);
        }
        return python;
    }

    /// Watches the calls of other programs, where the system lets it.
    public static Peer strace(Path directory) {
        var strace = of("strace", directory);
        strace.mustDo("a system that lets strace watch", "-qq", "-o", "/dev/null", "true");
        return strace;
    }

    private void mustDo(String peer, String... arguments) {
        if (run(arguments).exit() != 0) {
            missing(peer);
        }
    }

    static void missing(String peer) {
        if ("true".equals(System.getenv("CI"))) {
            fail(peer + " is not installed on the build server");
        }
        abort(peer + " is not installed, so its opinion was not asked");
    }

    /// Runs the program to its end.
    public Answer run(String... arguments) {
        try {
            // A file, not a pipe: nothing can block on a full one.
            var output = Files.createTempFile("peer", ".out");
            var process = builder(arguments).redirectOutput(output.toFile()).start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                fail(program.getLast() + " did not end within " + TIMEOUT_SECONDS + " s");
            }
            var text = Files.readString(output);
            Files.delete(output);
            return new Answer(String.join(" ", command(arguments)), process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + program.getLast(), e);
        }
    }

    /// Starts the program, for one that runs until it is stopped. What it says comes out of the process's input stream.
    public Process start(String... arguments) {
        try {
            return builder(arguments).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String... arguments) {
        return Stream.concat(program.stream(), Stream.of(arguments)).toList();
    }

    private ProcessBuilder builder(String... arguments) {
        var builder = new ProcessBuilder(command(arguments));
        builder.environment().putAll(environment);
        return builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    }

    /// Servers lie in folders that only the administrator has on the path.
    private static Optional<Path> installed(String program) {
        return Stream.concat(
                        Pattern.compile(File.pathSeparator).splitAsStream(System.getenv("PATH")),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
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
