package org.hearthkey.core.deliver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.peer.Peer;

/// A hub in a folder: the shipped program with its configuration and state, run by a shell of the test's choice.
@SuppressWarnings("exports") // tests are in no module of their own
public final class HubMachine {
    public static final Path SHIPPED =
            Path.of("..", "installer", "hub").toAbsolutePath().normalize();

    public final Path folder;
    public final Path stick;
    public final Path state;

    private final List<String> options = new ArrayList<>();
    private final Path tools;
    private String path = System.getenv("PATH");
    private List<String> shell = List.of("dash");

    public HubMachine(Path folder) throws IOException {
        // Servers give up root's rights, and must still find their files.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        this.folder = folder;
        this.stick = Files.createDirectories(folder.resolve("stick"));
        this.state = folder.resolve("state");
        this.tools = Files.createDirectories(folder.resolve("tools"));
        option("NAME=hub");
        option("STATE=" + state);
        option("CERTIFICATE=" + folder.resolve("hub.pem"));
        option("KEY=" + folder.resolve("hub-key.pem"));
        option("PROBE_KEY=" + folder.resolve("probe-key.pem"));
    }

    public HubMachine option(String line) throws IOException {
        options.add(line);
        Files.write(folder.resolve("hub.conf"), options);
        return this;
    }

    /// From now on this shell runs it, such as `busybox ash`.
    HubMachine shell(String... words) {
        shell = List.of(words);
        return this;
    }

    /// From now on nothing is on the path but busybox's own tools and OpenSSL.
    HubMachine onlyBusybox() throws IOException {
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
    public HubMachine clock(Instant at) throws IOException {
        return tool("date", "[ \"$1\" = +%s ] && echo " + at.getEpochSecond() + " && exit\nexec /bin/date \"$@\"");
    }

    /// A program that is found before the real one.
    public HubMachine tool(String name, String script) throws IOException {
        var tool = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        path = tools + File.pathSeparator + System.getenv("PATH");
        return this;
    }

    public Peer.Answer run(String... arguments) {
        return peer().run(command(arguments));
    }

    Process start(String... arguments) {
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

    String path() {
        return path;
    }

    boolean stickHolds(long number) throws IOException {
        return Files.readString(stick.resolve("hearthkey/MANIFEST.json")).contains("\"bundleNumber\":" + number + ",");
    }

    public Peer.Answer take() {
        return run("take", stick.toString());
    }

    /// The lines of a shipped snippet, with the paths of this hub.
    public List<String> snippet(String file) throws IOException {
        return Files.readString(SHIPPED.resolve(file))
                .replace("/var/lib/hearthkey", state.toString())
                .replace("/etc/hearthkey", folder.toString())
                .lines()
                .toList();
    }

    /// Gets to know a home, whose first bundle lies on the stick, and gets its certificate.
    HubMachine setUp(HubHome home) throws IOException {
        HubBundle.of(home, 1, Optional.empty()).write(stick);
        var root = home.root.issuer().certificate();
        var request = meet(root.fingerprint());
        certified(home.certify("hub", request), home.services.issuer().certificate());
        return this;
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

    Optional<PublicKeyInfo> proberKey() throws IOException {
        return CertificateRequest.parse(Files.readAllBytes(state.resolve("probe.csr")))
                .map(CertificateRequest::publicKey);
    }

    String proberRequest() throws IOException {
        var request = CertificateRequest.parse(Files.readAllBytes(state.resolve("probe.csr")));
        return Base64.getEncoder().encodeToString(request.orElseThrow().der().bytes());
    }

    String hash(String path) throws IOException {
        return Fingerprint.of(Files.readAllBytes(state.resolve(path))).hex();
    }

    HubReceipt receipt() throws IOException {
        return receipt(stick.resolve("hearthkey-receipts/hub.p7m"));
    }

    /// The receipt there, if this hub signed it.
    HubReceipt receipt(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        Files.write(folder.resolve("receipt.p7m"), bytes);
        Peer.of("openssl", folder)
                .run(
                        "cms",
                        "-verify",
                        "-inform",
                        "DER",
                        "-in",
                        "receipt.p7m",
                        "-CAfile",
                        state.resolve("root.pem").toString(),
                        "-no-CApath",
                        "-no-CAstore",
                        "-purpose",
                        "any",
                        "-out",
                        "receipt.json")
                .accepts();
        return HubReceipt.read(Files.readAllBytes(folder.resolve("receipt.json")));
    }

    /// One file that is in force.
    public String inForce(String path) throws IOException {
        return Files.readString(state.resolve("current").resolve(path));
    }

    /// Everything that servers read, by its path.
    public SortedMap<String, String> inForce() throws IOException {
        var files = new TreeMap<String, String>();
        var current = state.resolve("current").toRealPath();
        try (var paths = Files.walk(current)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(current.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }
}
