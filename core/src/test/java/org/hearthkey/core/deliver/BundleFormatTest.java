package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/formats/bundle.md` tells people to run is run here, to the letter.
class BundleFormatTest {
    private static final Path PAGE = Path.of("..", "docs", "formats", "bundle.md");
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static BundleHome home;

    @TempDir
    Path stick;

    @BeforeAll
    static void makeHome() {
        home = new BundleHome();
    }

    @Test
    void theCommandsOfThePageAcceptABundle() throws IOException {
        deliver(home.bundle());
        check().accepts();
    }

    @Test
    void theyRefuseAChangedFile() throws IOException {
        deliver(home.bundle());
        Files.writeString(stick.resolve("hearthkey/zones/lighting/crl.pem"), "\n", StandardOpenOption.APPEND);
        check().refuses("not as signed: zones/lighting/crl.pem");
    }

    @Test
    void theyRefuseAFileThatIsNotListed() throws IOException {
        deliver(home.bundle());
        Files.writeString(stick.resolve("hearthkey/services/more.pem"), "");
        check().refuses("not as signed: services/more.pem");
    }

    @Test
    void theyRefuseAChangedManifest() throws IOException {
        deliver(home.bundle());
        var manifest = stick.resolve("hearthkey/MANIFEST.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"bundleNumber\":7", "\"bundleNumber\":8"));
        check().refuses("CMS Verification failure");
    }

    /// The fingerprint that is compared is that of the first.
    @Test
    void theyRefuseARootBesideTheOneThatIsCompared() throws IOException {
        var compared = new BundleHome().root.certificate().pem();
        deliver(home.tampered(
                Map.of("root.pem", compared + home.root.certificate().pem())));
        check().refuses("cmp: EOF on -");
    }

    @Test
    void theyRefuseARevokedIssuer() throws IOException {
        deliver(home.withRevokedIssuer());
        check().refuses("certificate revoked");
    }

    @Test
    void theyRefuseAListToComeThatIsNotCalledByItsNumberOrComesLate() throws IOException {
        var third = content("lifeline/zones/lighting/3.pem");
        deliver(home.tampered(Map.of("lifeline/zones/lighting/3.pem", "", "lifeline/zones/lighting/12.pem", third)));
        check().refuses("not its number: ./lifeline/zones/lighting/12.pem");
        deliver(home.tampered(Map.of("lifeline/zones/lighting/2.pem", "")));
        check().refuses("a gap before ./lifeline/zones/lighting/3.pem");
    }

    @Test
    void theyRefuseACanaryThatIsNone() throws IOException {
        var control = content("probes/attic/lighting/control.pem");
        deliver(home.tampered(Map.of("probes/attic/lighting/canary/2.pem", control)));
        check().refuses("probes/attic/lighting/control.pem: OK");
    }

    private static String content(String path) {
        return BundleHome.text(home.bundle(), path);
    }

    @Test
    void thePageShowsAManifestAsWeWriteIt() throws IOException {
        var shown = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("{\"bundleNumber\""))
                .findFirst()
                .orElseThrow();
        var whole = shown.replace("5f0c...", "5f0c" + "0".repeat(60));
        assertEquals(
                whole,
                new String(
                        Manifest.parse(whole.getBytes(US_ASCII)).orElseThrow().bytes(), US_ASCII));
    }

    private void deliver(Bundle bundle) throws IOException {
        Unchecked.write(stick, bundle, home.sign(bundle));
    }

    private Peer.Answer check() throws IOException {
        var script = COMMANDS.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());
        Peer.of("openssl", stick); // the script is nothing without it
        return Peer.of("sh", stick.resolve("hearthkey")).run("-eu", "-c", script);
    }
}
