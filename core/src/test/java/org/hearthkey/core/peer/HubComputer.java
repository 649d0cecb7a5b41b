package org.hearthkey.core.peer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.key.Fingerprint;

/// A hub in a folder: the shipped program with its configuration and state, run by a shell of the test's choice.
@SuppressWarnings("exports") // tests are in no module of their own
public class HubComputer {
    public static final Path SHIPPED =
            Path.of("..", "installer", "hub").toAbsolutePath().normalize();

    public final Path folder;
    public final Path stick;
    public final Path state;

    private final List<String> options = new ArrayList<>();
    private final Path tools;
    private String path = System.getenv("PATH");
    private List<String> shell = List.of("dash");

    public HubComputer(Path folder) throws IOException {
        // Servers give up root's rights, and must still find their files.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        this.folder = folder;
        this.stick = Files.createDirectories(folder.resolve("stick"));
        this.state = folder.resolve("state");
        this.tools = Files.createDirectories(folder.resolve("tools"));
        options.addAll(List.of(
                "NAME=hub",
                "STATE=" + state,
                "CERTIFICATE=" + folder.resolve("hub.pem"),
                "KEY=" + folder.resolve("hub-key.pem"),
                "PROBE_KEY=" + folder.resolve("probe-key.pem")));
        Files.write(folder.resolve("hub.conf"), options);
    }

    public HubComputer option(String line) throws IOException {
        options.add(line);
        Files.write(folder.resolve("hub.conf"), options);
        return this;
    }

    /// From now on this shell runs it, such as `busybox ash`.
    public HubComputer shell(String... words) {
        shell = List.of(words);
        return this;
    }

    /// From now on nothing is on the path but busybox's own tools and OpenSSL.
    public HubComputer onlyBusybox() throws IOException {
        var busybox = Files.copy(onPath("busybox"), tools.resolve("busybox"));
        Peer.of(busybox.toString(), folder)
                .run("--install", "-s", tools.toString())
                .accepts();
        tool("openssl", "exec " + onPath("openssl") + " \"$@\"");
        shell("busybox", "ash");
        path = tools.toString();
        return this;
    }

    private static Path onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /// What its clock says from now on.
    public HubComputer clock(Instant at) throws IOException {
        return tool("date", "[ \"$1\" = +%s ] && echo " + at.getEpochSecond() + " && exit\nexec /bin/date \"$@\"");
    }

    /// A program that is found before the real one.
    public HubComputer tool(String name, String script) throws IOException {
        var tool = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        path = tools + File.pathSeparator + System.getenv("PATH");
        return this;
    }

    public Peer.Answer run(String... arguments) {
        return peer().run(command(arguments));
    }

    public Process start(String... arguments) {
        return peer().start(command(arguments));
    }

    private Peer peer() {
        return Peer.of(shell.getFirst(), folder).with("PATH", path);
    }

    private String[] command(String... arguments) {
        var command = new ArrayList<>(shell.subList(1, shell.size()));
        command.addAll(List.of(SHIPPED.resolve("hearthkey-hub").toString(), "-c", "hub.conf"));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    public String path() {
        return path;
    }

    public Peer.Answer take() {
        return run("take", stick.toString());
    }

    /// Gets to know the home whose bundle lies on the stick, by its root's fingerprint. Answers the request for a
    /// certificate that it left there.
    public byte[] meet(Fingerprint root) throws IOException {
        run("setup", "hub", stick.toString(), "--fingerprint", root.hex()).accepts();
        return Files.readAllBytes(stick.resolve("hearthkey-receipts/hub.csr"));
    }

    /// Gets its certificate.
    public void certified(Certificate certificate, Certificate services) throws IOException {
        Files.writeString(folder.resolve("hub.pem"), certificate.pem() + services.pem());
    }
}
