package org.hearthkey.core.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.deliver.HubApplication;
import org.hearthkey.core.journal.Jcs;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.peer.Peer;

/// A hub with the certificate that a home gave to it, which signs receipts with OpenSSL as the hub's script does.
final class CertifiedHub {
    private final Path folder;
    private final KeyPair keys = Requests.newKeys();
    private final Certificate certificate;

    /// @param folder where its key and certificate are to lie
    CertifiedHub(Home home, String name, Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        var application = new HubApplication(
                new DeviceName(name), Requests.of(keys, "CN=hub"), List.of(new DnsName("localhost")), List.of(), 300);
        certificate = home.hubs().certify(application);
        Files.writeString(folder.resolve("hub.pem"), certificate.pem());
        Files.writeString(
                folder.resolve("hub.key"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }

    KeyPair keys() {
        return keys;
    }

    Certificate certificate() {
        return certificate;
    }

    Path folder() {
        return folder;
    }

    /// The content of a receipt for the bundle that lies at `place`.
    static Map<String, Object> content(Home home, String hub, Path place, Instant at) throws IOException {
        var manifest = Files.readAllBytes(place.resolve("hearthkey/MANIFEST.json"));
        var content = new HashMap<String, Object>();
        content.put("format", "hearthkey-receipt/2");
        content.put("homeId", home.facts().id().text());
        content.put("hub", hub);
        content.put("bundleNumber", Jcs.parse(manifest).orElseThrow().get("bundleNumber"));
        content.put("manifestSha256", Fingerprint.of(manifest).hex());
        content.put(
                "lists",
                home.lists().newest().stream()
                        .map(list -> Map.of(
                                "issuer", list.issuer().code(),
                                "number", list.number().toString(),
                                "nextUpdate", list.nextUpdate().toString()))
                        .toList());
        content.put("probeRequest", "");
        content.put("probes", List.of());
        content.put("secondSignature", "verified");
        content.put("state", "taken");
        content.put("time", at.toString());
        content.put("why", "");
        return content;
    }

    byte[] sign(Map<String, Object> content) throws IOException {
        return sign(Jcs.write(content));
    }

    byte[] sign(byte[] content) throws IOException {
        Files.write(folder.resolve("receipt.json"), content);
        Peer.of("openssl", folder)
                .run(
                        "cms",
                        "-sign",
                        "-binary",
                        "-nodetach",
                        "-outform",
                        "DER",
                        "-md",
                        "sha256",
                        "-signer",
                        "hub.pem",
                        "-inkey",
                        "hub.key",
                        "-in",
                        "receipt.json",
                        "-out",
                        "receipt.p7m")
                .accepts();
        return Files.readAllBytes(folder.resolve("receipt.p7m"));
    }

    /// Leaves a receipt where a hub of that name does.
    static void leave(Path place, String hub, byte[] receipt) throws IOException {
        Files.write(Files.createDirectories(place.resolve("hearthkey-receipts")).resolve(hub + ".p7m"), receipt);
    }
}
