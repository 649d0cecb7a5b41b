package org.hearthkey.core.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A real OpenSSH server on the loopback, as a hub would run it for uploads: files only, and where the tests run as root,
/// locked into one folder.
public final class Sshd implements AutoCloseable {
    private final Server server;
    private final String hostKey;
    private final String address;
    private final Path authorized;

    private Sshd(Server server, String hostKey, String address, Path authorized) {
        this.server = server;
        this.hostKey = hostKey;
        this.address = address;
        this.authorized = authorized;
    }

    /// Starts a server that shows `place/upload` to whoever has a key, under this user's own name.
    ///
    /// @param place an empty folder, with no parent that others may write to if it is to be a locked one
    /// @param kind of its key, as `ssh-keygen -t` takes it
    /// @param authorizedKeys lines of the file of this name
    public static Sshd start(Path place, String kind, String... authorizedKeys) throws IOException {
        Files.createDirectory(place.resolve("upload"));
        Files.write(place.resolve("authorized"), List.of(authorizedKeys));
        var lines = List.of(
                "UsePAM no",
                "PasswordAuthentication no",
                "PermitRootLogin prohibit-password",
                "AuthorizedKeysFile " + place.resolve("authorized"));
        return start(place, kind, System.getProperty("user.name"), Peer.of("sshd", place), lines);
    }

    /// Starts a server that shows `place/upload` to one user with a password, and says all that it does.
    ///
    /// @param place an empty folder below [BelowTarget]'s, so that the user gets there
    /// @param how the server takes the password
    /// @param password of [PasswordUser#NAME]
    public static Sshd start(Path place, PasswordUser.How how, String password) throws IOException {
        var user = PasswordUser.of(place, how, password);
        user.own(Files.createDirectory(place.resolve("upload")));
        var lines = Stream.concat(user.configuration(), Stream.of("LogLevel DEBUG3"));
        return start(place, "ed25519", PasswordUser.NAME, user.known(Peer.of("sshd", place)), lines.toList());
    }

    private static Sshd start(Path place, String kind, String user, Peer sshd, List<String> lines) throws IOException {
        var keygen = Peer.of("ssh-keygen", place);
        keygen.run("-q", "-t", kind, "-N", "", "-f", "host").accepts();
        var shown = keygen.run("-l", "-f", "host.pub").accepts().text();
        int port = Server.freePort();
        boolean locked = isRoot() && nobodyElseMayWriteAbove(place);
        var configuration = new ArrayList<>(List.of(
                "ListenAddress 127.0.0.1",
                "Port " + port,
                "HostKey " + place.resolve("host"),
                "PidFile none",
                "StrictModes no",
                "Subsystem sftp internal-sftp",
                "ForceCommand internal-sftp"));
        configuration.addAll(lines);
        if (locked) {
            configuration.add("ChrootDirectory " + place);
        }
        Files.write(place.resolve("sshd.conf"), configuration);
        if (isRoot()) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        return new Sshd(
                Server.start(
                        place,
                        "Server listening on",
                        sshd,
                        "-D",
                        "-e",
                        "-f",
                        place.resolve("sshd.conf").toString()),
                shown.substring(shown.indexOf("SHA256:")).split(" ", 2)[0],
                "sftp://" + user + "@127.0.0.1:" + port + (locked ? "/upload" : place.resolve("upload")),
                place.resolve("authorized"));
    }

    static boolean isRoot() {
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

    /// The address that shows the folder `upload`, and with it what its user is called.
    public String uri() {
        return address;
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
        server.killChildren();
    }

    /// All that a server with a password has said until the next visitor was gone who was not let in.
    public List<String> untilTurnedAway() {
        server.await("debug1: do_cleanup [preauth]");
        return server.said();
    }

    @Override
    public void close() {
        killSessions();
        server.close();
    }
}
