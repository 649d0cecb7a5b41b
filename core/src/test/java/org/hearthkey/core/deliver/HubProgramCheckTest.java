package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearthkey.core.authority.LeafDraft;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.peer.TestMaker;
import org.hearthkey.core.transport.LocalTransport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/hub.md` tells people to run before they run the hub's program from a stick is run here, to the letter.
class HubProgramCheckTest {
    private static final Path PAGE = Path.of("..", "docs", "hub.md");
    private static final Pattern SECTION =
            Pattern.compile("## Check the program before you run it\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final HubHome HOME = new HubHome();

    @TempDir
    Path stick;

    @BeforeEach
    void putOnStick() throws IOException {
        HubBundle.of(HOME, 1, Optional.empty()).write(stick);
        write(HOME);
    }

    private void write(HubHome home) throws IOException {
        var sums = HubProgram.sums(HubProgram.files());
        write(sums, home.signManifest(sums));
    }

    private void write(byte[] sums, byte[] signature) throws IOException {
        new BundleWriter(
                        new LocalTransport(),
                        new BundleFolder(stick, new HubProgram()),
                        (_, _) -> List.of(),
                        DeliveryProgress.NONE,
                        BundleWriter.Unfinished.REMOVED)
                .write(HubProgram.content(HubProgram.files(), sums, signature));
    }

    private Path program() {
        return stick.resolve("hearthkey-hub");
    }

    private Peer.Answer check(String... shell) throws IOException {
        Peer.of("openssl", stick); // the script is nothing without it
        var section = SECTION.matcher(Files.readString(PAGE))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var script =
                COMMANDS.matcher(section).results().map(block -> block.group(1)).collect(Collectors.joining());
        assertEquals("cd /mnt/stick/hearthkey-hub\n" + String.join("\n", HubPrograms.CHECK) + "\n", script);
        var here = script.replace("/mnt/stick/", stick + "/");
        var arguments = new ArrayList<>(List.of(shell).subList(1, shell.length));
        arguments.addAll(List.of("-c", here));
        return Peer.of(shell[0], stick).run(arguments.toArray(String[]::new));
    }

    @Test
    void theCommandsOfThePageAcceptTheProgramInEveryShell() throws IOException {
        var root = HOME.root.issuer().certificate().fingerprint().hex().toUpperCase(Locale.ROOT);
        var colons = root.replaceAll("(..)(?!$)", "$1:");
        check("dash").accepts().says("ingerprint=" + colons).says("as signed");
        check("busybox", "ash").accepts().says("as signed");
        check("bash").accepts().says("as signed");
    }

    @Test
    void sha256sumReadsTheSums() {
        Peer.of("sha256sum", program())
                .run("-c", "--strict", "--quiet", "SHA256SUMS")
                .accepts();
    }

    @Test
    void theyRefuseAByteThatWasFlipped() throws IOException {
        var file = program().resolve("lib/take.sh");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        refused(check("dash").refuses("*./lib/take.sh"));
    }

    @Test
    void theyRefuseAFileThatWasAdded() throws IOException {
        Files.writeString(program().resolve("lib/more.sh"), "true\n");
        refused(check("dash").refuses("*./lib/more.sh"));
    }

    @Test
    void theyRefuseALinkThatWasAdded() throws IOException {
        Files.createSymbolicLink(program().resolve("more"), program().resolve("install.sh"));
        refused(check("dash").refuses("*./more"));
    }

    @Test
    void theyRefuseAFileThatIsMissing() throws IOException {
        Files.delete(program().resolve("install.sh"));
        refused(check("dash").refuses("*./install.sh"));
    }

    @Test
    void theyRefuseSumsThatWereMadeAnew() throws IOException {
        Files.writeString(program().resolve("install.sh"), "true\n", StandardOpenOption.APPEND);
        var files = HubProgram.files();
        files.put("install.sh", Files.readAllBytes(program().resolve("install.sh")));
        Files.write(program().resolve("SHA256SUMS"), HubProgram.sums(files));
        refused(check("dash").refuses("CMS Verification failure"));
    }

    @Test
    void theyRefuseTheSignerOfAnotherHome() throws IOException {
        write(new HubHome());
        refused(check("dash").refuses("CMS Verification failure"));
    }

    /// The fingerprint that is compared is that of the first.
    @Test
    void theyTrustNoRootThatLiesBesideTheOneThatIsCompared() throws IOException {
        var other = new HubHome();
        var root = stick.resolve("hearthkey/root.pem");
        Files.writeString(root, other.root.issuer().certificate().pem(), StandardOpenOption.APPEND);
        write(other);
        refused(check("dash").refuses("CMS Verification failure"));
    }

    /// Whatever else the home has certified must not vouch for programs: a lamp that was taken over could sign them.
    @Test
    void theyRefuseADeviceAndAHubOfTheSameHome() throws IOException {
        var lamp = HOME.device("Lamp", HOME.lighting);
        sign(lamp, HOME.lighting);
        refused(check("dash").says("CMS Verification successful"));
        var keys = TestMaker.newKeys();
        var hub = new LeafDraft.HubLeaf(
                "attic",
                List.of(new DnsName("attic.home.arpa")),
                List.of(),
                PublicKeyInfo.of(keys.getPublic()),
                HOME.hourAgo(),
                HOME.inDays(300));
        sign(new HubHome.Device(new ZoneName("lighting"), HOME.sign(HOME.services, hub), keys), HOME.services);
        refused(check("dash").says("CMS Verification successful"));
    }

    private void sign(HubHome.Device device, HubHome.Below issuer) throws IOException {
        device.write(stick, "signer");
        Files.writeString(
                stick.resolve("issuer.pem"), issuer.issuer().certificate().pem());
        Peer.of("openssl", stick)
                .run(
                        "cms",
                        "-sign",
                        "-binary",
                        "-in",
                        "hearthkey-hub/SHA256SUMS",
                        "-signer",
                        "signer.pem",
                        "-inkey",
                        "signer.key",
                        "-certfile",
                        "issuer.pem",
                        "-outform",
                        "DER",
                        "-out",
                        "hearthkey-hub/SHA256SUMS.p7s")
                .accepts();
    }

    /// A manifest and orders are signed by the same key. Neither passes for the sums, nor they for a manifest.
    @Test
    void nothingElseThatTheSignerSignsPassesForIt() throws IOException {
        var manifest = HubBundle.of(HOME, 1, Optional.empty()).manifest();
        write(manifest, HOME.signManifest(manifest));
        refused(check("dash"));
        assertEquals(Optional.empty(), Manifest.parse(HubProgram.sums(HubProgram.files())));
        assertTrue(new String(HubProgram.sums(HubProgram.files()), UTF_8).startsWith("# hearthkey-hub-program/1\n"));
    }

    private static void refused(Peer.Answer answer) {
        assertNotEquals(0, answer.exit(), answer.text());
        assertFalse(answer.text().contains("as signed"), answer.text());
    }
}
