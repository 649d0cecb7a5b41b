package org.hearthkey.core.peer;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A real server that runs until it is closed. It says on its standard output what it does.
public final class Server implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 31_999;

    /// Begins anywhere, since other processes run tests at the same time.
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT));

    /// No server says this.
    private static final String END = "\0";

    private final Path folder;
    private final Process process;
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();

    private Server(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        Thread.ofVirtual().start(this::readLog);
    }

    /// Starts `program` in `folder`, and waits until it says `ready`.
    public static Server start(Path folder, String ready, String program, String... arguments) {
        return start(folder, ready, Peer.of(program, folder), arguments);
    }

    /// The same, for a program that another one runs.
    static Server start(Path folder, String ready, Peer program, String... arguments) {
        var server = new Server(folder, program.start(arguments));
        server.await(ready);
        return server;
    }

    /// A port that is free now, each time another one. None of those from which this computer connects to others.
    public static int freePort() {
        int port = NEXT_PORT.getAndUpdate(last -> last == LAST_PORT ? FIRST_PORT : last + 1);
        while (!isFree(port)) {
            port = NEXT_PORT.getAndUpdate(last -> last == LAST_PORT ? FIRST_PORT : last + 1);
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /// Makes it read its files again, and waits until it says `done`.
    public void reload(String done) {
        Peer.of("kill", folder).run("-HUP", Long.toString(process.pid())).accepts();
        await(done);
    }

    /// Waits until it says this.
    public void await(String words) {
        try {
            for (var line = next(); !line.contains(words); ) {
                line = next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// What else it has said by now.
    public List<String> rest() {
        var rest = new ArrayList<String>();
        log.drainTo(rest);
        return rest;
    }

    /// What it has said up to what was awaited last.
    List<String> said() {
        return List.copyOf(said);
    }

    /// Kills what it has started. It lives on.
    void killChildren() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private String next() throws InterruptedException {
        var line = log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null || line.equals(END)) {
            return fail("The server " + (line == null ? "fell silent" : "ended") + "\n" + String.join("\n", said));
        }
        said.add(line);
        return line;
    }

    private void readLog() {
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            lines.lines().forEach(log::add);
            log.add(END);
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
