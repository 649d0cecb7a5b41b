package org.hearthkey.core.peer;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A real broker, as a hub would run it: one listener a zone, which trusts that zone's anchor only.
public final class Mosquitto implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Path folder;
    private final Process process;
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    private Mosquitto(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        Thread.ofVirtual().start(this::readLog);
    }

    /// Starts the broker with `lines` as its configuration, in `folder`.
    public static Mosquitto start(Path folder, List<String> lines) throws IOException {
        Files.write(folder.resolve("mosquitto.conf"), lines);
        var broker = new Mosquitto(folder, Peer.of("mosquitto", folder).start("-c", "mosquitto.conf"));
        broker.await(" running");
        return broker;
    }

    /// A port that is free now.
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Makes the broker read its files again. It does so before it accepts anybody else.
    public void reload() {
        Peer.of("kill", folder).run("-HUP", Long.toString(process.pid())).accepts();
        await("Reloading config");
    }

    /// Waits until the broker says this.
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

    private String next() throws InterruptedException {
        var line = log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return line == null ? fail("The broker fell silent") : line;
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
