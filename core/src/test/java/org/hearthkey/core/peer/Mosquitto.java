package org.hearthkey.core.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A real broker, as a hub would run it: one listener a zone, which trusts that zone's anchor only.
public final class Mosquitto implements AutoCloseable {
    private static final String PLUGIN = "mosquitto_dynamic_security.so";

    private final Server server;

    private Mosquitto(Server server) {
        this.server = server;
    }

    /// Starts the broker with `lines` as its configuration, in `folder`.
    public static Mosquitto start(Path folder, List<String> lines) throws IOException {
        Files.write(folder.resolve("mosquitto.conf"), lines);
        return new Mosquitto(Server.start(folder, " running", "mosquitto", "-c", "mosquitto.conf"));
    }

    /// Where its plugin for dynamic security lies.
    public static Path dynamicSecurity() throws IOException {
        try (var found = Files.find(Path.of("/usr/lib"), 3, (path, _) -> path.endsWith(PLUGIN))) {
            return found.findFirst().orElseThrow();
        }
    }

    /// A port that is free now.
    public static int freePort() {
        return Server.freePort();
    }

    /// Makes the broker read its files again. It does so before it accepts anybody else.
    public void reload() {
        server.reload("Reloading config");
    }

    /// Waits until the broker says this.
    public void await(String words) {
        server.await(words);
    }

    @Override
    public void close() {
        server.close();
    }
}
