package org.hearthkey.core.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// A user with a password who exists for one server only; the system's own lists of users stay as they are. Where the tests
/// may, the server sees other lists in a mount namespace of its own, and asks PAM as it does on a hub. Elsewhere
/// `nss_wrapper` tells it of the user, who is then whoever runs the tests, under another name; PAM does not know them there.
public final class PasswordUser {
    /// What the user is called.
    public static final String NAME = "hearth";

    /// Debian's `nobody`: a server lets root in with no password.
    private static final int NOBODY = 65534;

    /// The server's own view of the disks holds none of the sticks that other tests pull out meanwhile: they would live on in it.
    private static final String SHOW = """
        awk '$1 ~ "^/dev/loop" { print $2 }' /proc/self/mounts | while read -r stick; do umount --lazy "$stick"; done
        mount --bind passwd /etc/passwd
        mount --bind shadow /etc/shadow
        mount --bind pam /etc/pam.d/sshd
        exec "$@"
        """;
    private static final String PAM = """
        auth required pam_unix.so
        account required pam_unix.so
        session required pam_permit.so
        """;

    /// How a server takes a password.
    public enum How {
        /// As such.
        PASSWORD,
        /// As the answer to a question: `keyboard-interactive`.
        QUESTION,
        /// Either way, as Debian's servers do.
        EITHER
    }

    private final Path folder;
    private final How how;
    private final boolean apart;
    private final int id;
    private final int group;

    private PasswordUser(Path folder, How how, boolean apart) throws IOException {
        this.folder = folder;
        this.how = how;
        this.apart = apart;
        id = Sshd.isRoot() ? NOBODY : (int) Files.getAttribute(folder, "unix:uid");
        group = Sshd.isRoot() ? NOBODY : (int) Files.getAttribute(folder, "unix:gid");
    }

    /// @param folder where the lists of users are written
    static PasswordUser of(Path folder, How how, String password) throws IOException {
        boolean apart = Peer.of("unshare", folder).run("--mount", "true").exit() == 0;
        if (!apart && how != How.PASSWORD) {
            Peer.missing("A system that lets a server ask PAM for a user of its own");
        }
        var user = new PasswordUser(folder, how, apart);
        user.write(password);
        return user;
    }

    private void write(String password) throws IOException {
        Files.writeString(folder.resolve("password"), password);
        var hash = Peer.of("openssl", folder)
                .run("passwd", "-6", "-in", "password")
                .accepts()
                .text()
                .strip();
        Files.delete(folder.resolve("password"));
        var users = Files.readAllLines(Path.of("/etc/passwd"));
        users.add(NAME + ":x:" + id + ":" + group + "::/:/bin/sh");
        Files.write(folder.resolve("passwd"), users);
        Files.write(folder.resolve("shadow"), List.of(NAME + ":" + hash + ":19000:0:99999:7:::"));
        Files.writeString(folder.resolve("pam"), PAM);
    }

    /// Gives the folder to the user, who gets there through the one above.
    void own(Path upload) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Files.setAttribute(upload, "unix:uid", id);
    }

    /// What the server's configuration says of it.
    Stream<String> configuration() {
        return Stream.of(
                "UsePAM " + (apart ? "yes" : "no"),
                "PasswordAuthentication " + (how == How.QUESTION ? "no" : "yes"),
                "KbdInteractiveAuthentication " + (how == How.PASSWORD ? "no" : "yes"),
                "PubkeyAuthentication no");
    }

    /// The same server, which knows this user.
    Peer known(Peer server) throws IOException {
        return apart
                ? server.by(Peer.of("unshare", folder), "--mount", "sh", "-euc", SHOW, "sh")
                : server.by(
                        Peer.of("env", folder),
                        "LD_PRELOAD=" + wrapper(),
                        "NSS_WRAPPER_PASSWD=" + folder.resolve("passwd"),
                        "NSS_WRAPPER_GROUP=/etc/group",
                        "NSS_WRAPPER_SHADOW=" + folder.resolve("shadow"));
    }

    private static Path wrapper() throws IOException {
        try (var found = Files.find(Path.of("/usr/lib"), 2, (path, _) -> path.endsWith("libnss_wrapper.so"))) {
            var library = found.findFirst();
            if (library.isEmpty()) {
                Peer.missing("libnss-wrapper");
            }
            return library.orElseThrow();
        }
    }
}
