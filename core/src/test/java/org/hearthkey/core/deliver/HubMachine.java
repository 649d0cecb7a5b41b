package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.peer.HubComputer;
import org.hearthkey.core.peer.Peer;

/// A hub in a folder, with what tests of deliveries ask of it.
@SuppressWarnings("exports") // tests are in no module of their own
public final class HubMachine extends HubComputer {
    public HubMachine(Path folder) throws IOException {
        super(folder);
    }

    boolean stickHolds(long number) throws IOException {
        return Files.readString(stick.resolve("hearthkey/MANIFEST.json")).contains("\"bundleNumber\":" + number + ",");
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
