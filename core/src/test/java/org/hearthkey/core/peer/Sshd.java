package org.hearthkey.core.peer;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A real OpenSSH server on the loopback, as a hub would run it for uploads: files only, and where the tests run as root,
/// locked into one folder.
public final class Sshd implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final int port;
    private final String hostKey;
    private final String upload;
    private final Path authorized;
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    private Sshd(Process process, int port, String hostKey, String upload, Path authorized) {
        this.process = process;
        this.port = port;
        this.hostKey = hostKey;
        this.upload = upload;
        this.authorized = authorized;
        Thread.ofVirtual().start(this::readLog);
    }

    /// Starts a server that shows `place/upload`.
    ///
    /// @param place an empty folder, with no parent that others may write to if it is to be a locked one
    /// @param kind of its key, as `ssh-keygen -t` takes it
    /// @param authorizedKeys lines of the file of this name
    public static Sshd start(Path place, String kind, String... authorizedKeys) throws IOException {
        var keygen = Peer.of("ssh-keygen", place);
        keygen.run("-q", "-t", kind, "-N", "", "-f", "host").accepts();
        var shown = keygen.run("-l", "-f", "host.pub").accepts().text();
        Files.createDirectory(place.resolve("upload"));
        Files.write(place.resolve("authorized"), List.of(authorizedKeys));
        boolean locked = isRoot() && nobodyElseMayWriteAbove(place);
        int port = Mosquitto.freePort();
        var lines = new ArrayList<>(List.of(
                "ListenAddress 127.0.0.1",
                "Port " + port,
                "HostKey " + place.resolve("host"),
                "PidFile none",
                "UsePAM no",
                "PasswordAuthentication no",
                "PermitRootLogin prohibit-password",
                "StrictModes no",
                "AuthorizedKeysFile " + place.resolve("authorized"),
                "Subsystem sftp internal-sftp",
                "ForceCommand internal-sftp"));
        if (locked) {
            lines.add("ChrootDirectory " + place);
        }
        Files.write(place.resolve("sshd.conf"), lines);
        if (isRoot()) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        var server = new Sshd(
                Peer.of("sshd", place)
                        .start("-D", "-e", "-f", place.resolve("sshd.conf").toString()),
                port,
                shown.substring(shown.indexOf("SHA256:")).split(" ", 2)[0],
                locked ? "/upload" : place.resolve("upload").toString(),
                place.resolve("authorized"));
        server.await("Server listening on");
        return server;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /// What OpenSSH asks of a folder that users are locked into.
    private static boolean nobodyElseMayWriteAbove(Path place) throws IOException {
        for (var above = place.toRealPath(); above != null; above = above.getParent()) {
            var permissions = Files.getPosixFilePermissions(above);
            if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                return false;
            }
        }
        return true;
    }

    /// The address that shows the folder `upload`, and with it what this user calls themself.
    public String uri() {
        return "sftp://" + System.getProperty("user.name") + "@127.0.0.1:" + port + upload;
    }

    /// As `ssh-keygen -l` says it.
    public String hostKey() {
        return hostKey;
    }

    /// Lets whoever has the key of this line in, and nobody else, from the next session on.
    public void authorize(String authorizedKey) throws IOException {
        Files.write(authorized, List.of(authorizedKey));
    }

    /// Kills all that serve somebody now, as a hub does that loses its power. The server itself lives on.
    public void killSessions() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /// Waits until the server says this.
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
        return line == null ? fail("The server fell silent") : line;
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
        killSessions();
        process.toHandle().destroy(); // Process.destroy would close the log under its reader
        process.onExit().join();
    }
}
