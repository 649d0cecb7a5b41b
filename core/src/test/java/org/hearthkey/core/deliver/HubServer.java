package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hearthkey.core.peer.Peer;

/// A server of a hub, started from the snippet that we ship.
final class HubServer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Process process;
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    private HubServer(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        Thread.ofVirtual().start(this::readLog);
    }

    /// Starts a program that stays in the foreground and says what it does.
    static HubServer start(Path folder, String program, String... arguments) {
        return new HubServer(folder, Peer.of(program, folder).start(arguments));
    }

    /// Waits until the server says one of these words, and answers the line.
    String await(String... words) {
        try {
            while (true) {
                var line = log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (line == null) {
                    return fail("The server fell silent before it said " + List.of(words));
                }
                if (List.of(words).stream().anyMatch(line::contains)) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// The command that makes it read its files again.
    String signal(String name) {
        return "kill -" + name + " " + process.pid();
    }

    void send(String name) {
        Peer.of("kill", folder).run("-" + name, Long.toString(process.pid())).accepts();
    }

    private void readLog() {
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            lines.lines().forEach(log::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.toHandle().destroy(); // Process.destroy would close the log under its reader
        process.onExit().join();
    }
}
