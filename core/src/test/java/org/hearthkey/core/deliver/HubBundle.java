package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.key.PublicKeyInfo;

/// A bundle as a test wants it: right at first, with one thing changed then. Lists are numbered after the bundle, so a
/// later one has higher numbers.
final class HubBundle {
    static final int LIFELINE = 2;
    static final Duration NEXT = Duration.ofDays(28);
    static final Duration LIFE = Duration.ofDays(35);

    private final HubHome home;
    private final long number;
    private final Map<String, byte[]> files = new TreeMap<>();
    private Instant created;
    private Instant until;

    private HubBundle(HubHome home, long number) {
        this.home = home;
        this.number = number;
        this.created = home.hourAgo();
        this.until = home.hourAgo().plus(NEXT.multipliedBy(LIFELINE)).plus(LIFE);
    }

    /// @param prober the key of the hub `hub`, for which canaries and controls go along
    static HubBundle of(HubHome home, long number, Optional<PublicKeyInfo> prober) {
        var bundle = new HubBundle(home, number);
        bundle.add("root.pem", home.root.issuer().certificate().pem());
        bundle.secondKey(home.second);
        bundle.add("orders.txt", bundle.orders(List.of()));
        bundle.series(home.root, Duration.ofDays(400), prober);
        for (var issuer : List.of(home.services, home.lighting, home.security)) {
            bundle.add(
                    issuer.folder() + "issuer.pem",
                    issuer.issuer().certificate().pem());
            bundle.add(
                    issuer.folder() + "anchor.pem",
                    issuer.issuer().twin().orElseThrow().pem());
            bundle.series(issuer, LIFE, prober);
        }
        return bundle.joinLists();
    }

    /// Vouches for this key.
    HubBundle secondKey(MlDsaKey key) {
        files.put(BundleFile.SECOND_KEY, MlDsaKey.spki(key.publicKey()));
        return this;
    }

    String orders(List<String> more) {
        var lines = new ArrayList<>(List.of("hearthkey-orders/1"));
        home.revoked.forEach(device -> lines.add("remove-client " + device.zone() + " "
                + device.certificate().serial().hex() + " "
                + device.subject()));
        lines.addAll(more);
        return String.join("\n", lines) + "\n";
    }

    private void series(HubHome.Below issuer, Duration life, Optional<PublicKeyInfo> prober) {
        boolean zone = issuer.folder().startsWith("zones/");
        if (zone && prober.isPresent()) {
            add(
                    probes(issuer) + "control.pem",
                    home.leaf("hub control", issuer, prober.get()).pem());
        }
        for (int i = 0; i <= LIFELINE; i++) {
            var canary = new ArrayList<SerialNumber>();
            long list = number * 100 + i;
            if (zone && prober.isPresent()) {
                var certificate = home.leaf("hub canary", issuer, prober.get());
                add(probes(issuer) + "canary/" + list + ".pem", certificate.pem());
                canary.add(certificate.serial());
            }
            var from = home.hourAgo().plus(NEXT.multipliedBy(i));
            var path = i == 0 ? current(issuer) : "lifeline/" + lifeline(issuer) + list + ".pem";
            add(path, home.list(issuer, list, from, from.plus(life), canary).pem());
        }
    }

    static String current(HubHome.Below issuer) {
        return issuer.folder().isEmpty() ? "root-crl.pem" : issuer.folder() + "crl.pem";
    }

    private static String lifeline(HubHome.Below issuer) {
        return issuer.folder().isEmpty() ? "root/" : issuer.folder();
    }

    private static String probes(HubHome.Below zone) {
        return "probes/hub/" + zone.folder().substring("zones/".length());
    }

    HubBundle add(String path, String text) {
        files.put(path, HubHome.ascii(text));
        return this;
    }

    HubBundle without(String path) {
        files.remove(path);
        return this;
    }

    String text(String path) {
        return new String(files.get(path), US_ASCII);
    }

    /// Another list in force for an issuer, and in `crl-all.pem`.
    HubBundle list(HubHome.Below issuer, Crl list) {
        return add(current(issuer), list.pem()).joinLists();
    }

    HubBundle joinLists() {
        var all = new StringBuilder();
        files.forEach((path, content) -> {
            if (path.equals("root-crl.pem") || path.endsWith("/crl.pem")) {
                all.append(new String(content, US_ASCII));
            }
        });
        return add("crl-all.pem", all.toString());
    }

    HubBundle withoutLifeline() {
        files.keySet().removeIf(path -> path.startsWith("lifeline/"));
        return this;
    }

    HubBundle withoutProbes(String zone) {
        files.keySet().removeIf(path -> path.startsWith("probes/hub/" + zone + "/"));
        return this;
    }

    HubBundle created(Instant at) {
        created = at;
        return this;
    }

    HubBundle until(Instant at) {
        until = at;
        return this;
    }

    byte[] manifest() {
        var entries = files.entrySet().stream()
                .map(file -> new Manifest.Entry(file.getKey(), Fingerprint.of(file.getValue()), file.getValue().length))
                .toList();
        return new Manifest(number, home.id, created, until, entries).bytes();
    }

    /// What a broker keeps instead of it: its orders and its lists in one message, signed twice.
    byte[] urgent() {
        return home.signOrders(urgentText());
    }

    byte[] urgentText() {
        return HubHome.ascii("hearthkey-orders-message/2\nhome " + home.id + "\nnumber " + number + "\ncreated "
                + created + "\nvalid-until " + until + "\n" + text("orders.txt") + text("crl-all.pem"));
    }

    /// Puts it in a place, instead of what lies there.
    Path write(Path place) throws IOException {
        return write(place, manifest(), home.signBundle(manifest()));
    }

    Path write(Path place, byte[] manifest, ManifestSignatures signatures) throws IOException {
        var folder = place.resolve("hearthkey");
        if (Files.exists(folder)) {
            try (var old = Files.walk(folder)) {
                for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.write(folder.resolve("MANIFEST.json"), manifest);
        for (var signature : signatures.files().entrySet()) {
            Files.write(folder.resolve(signature.getKey()), signature.getValue().bytes());
        }
        return folder;
    }
}
