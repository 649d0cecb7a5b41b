package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.transport.Transport;

/// The program that hubs run, as it lies on a stick beside a bundle: its files, their sums, and a signature of these by the
/// signer of bundles. `docs/formats/bundle.md` says how it is checked with OpenSSL alone before it is run.
final class HubProgram implements FolderKind {
    static final String FOLDER = "hearthkey-hub";
    static final String SUMS = "SHA256SUMS";
    static final String SIGNATURE = "SHA256SUMS.p7s";

    /// No manifest and no orders begin so.
    private static final String FORMAT = "# hearthkey-hub-program/1\n";

    private static final String RESOURCES = "program/";
    private static final int MOST_SUMS_BYTES = 1 << 16;
    private static final Pattern SUM = Pattern.compile("[0-9a-f]{64} \\*\\./([a-z0-9@.-]+(?:/[a-z0-9@.-]+)?)");
    private static final Pattern PATH = Pattern.compile("[a-z0-9@.-]+(?:/[a-z0-9@.-]+)?|SHA256SUMS(?:\\.p7s)?");

    private static final List<String> PATHS = """
        90-hearthkey-hub.rules
        freeradius/hearthkey-eap
        freeradius/hearthkey-site
        haproxy/hearthkey.cfg
        hearthkey-confirm.sh
        hearthkey-hub
        hearthkey-hub.8
        hearthkey-hub.cron
        install.sh
        lib/base.sh
        lib/config.sh
        lib/listen.sh
        lib/lists.sh
        lib/lock.sh
        lib/manifest.sh
        lib/orders.sh
        lib/probe.sh
        lib/receipt.sh
        lib/second.sh
        lib/servers.sh
        lib/setup.sh
        lib/status.sh
        lib/take.sh
        lib/time.sh
        lib/trust.sh
        lib/urgent.sh
        mosquitto/allow-orders
        mosquitto/disconnect
        mosquitto/hearthkey.conf
        mosquitto/orders.conf
        nginx/hearthkey.conf
        nginx/shutdown.conf
        openvpn/hearthkey.conf
        systemd/hearthkey-hub-orders.service
        systemd/hearthkey-hub-stick@.service
        systemd/hearthkey-hub-take.path
        systemd/hearthkey-hub-take.service
        systemd/hearthkey-hub.service
        systemd/hearthkey-hub.timer
        """.lines().toList();

    /// Its files by their paths, without sums and signature.
    static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        for (var path : PATHS) {
            files.put(path, file(path));
        }
        return files;
    }

    private static byte[] file(String path) {
        try (InputStream in = HubProgram.class.getResourceAsStream(RESOURCES + path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What is signed: a line for each file, ordered by path, as `openssl dgst -r` writes it and `sha256sum -c` reads it.
    static byte[] sums(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(file -> Fingerprint.of(file.getValue()).hex() + " *./" + file.getKey() + "\n")
                .collect(Collectors.joining("", FORMAT, ""))
                .getBytes(UTF_8);
    }

    /// All that lies in the folder, in the order in which it is written.
    static Map<String, Content> content(Map<String, byte[]> files, byte[] sums, byte[] signature) {
        var content = new LinkedHashMap<String, Content>();
        files.forEach((path, bytes) -> content.put(path, Content.of(bytes)));
        content.put(SUMS, Content.of(sums));
        content.put(SIGNATURE, Content.of(signature));
        return content;
    }

    @Override
    public String name() {
        return FOLDER;
    }

    @Override
    public String mark() {
        return SIGNATURE;
    }

    @Override
    public DeliveryException.Reason foreign() {
        return DeliveryException.Reason.NOT_THE_PROGRAM;
    }

    /// Ours is what this release has, and what the sums there name of another. What was put aside, or came not to its end, has
    /// perhaps none any more.
    @Override
    public FolderContents contents(Transport transport, Path folder) throws IOException {
        Predicate<String> ours = PATH.asMatchPredicate();
        if (folder.endsWith(FOLDER)) {
            var known = known(transport, folder);
            ours = known::contains;
        }
        return FolderContents.of(transport, folder, ours);
    }

    private static Set<String> known(Transport transport, Path folder) throws IOException {
        var known = new HashSet<>(PATHS);
        known.add(SUMS);
        known.add(SIGNATURE);
        var sums = folder.resolve(SUMS);
        if (FolderContents.of(transport, folder, SUMS::equals).files().containsKey(SUMS)) {
            var content = transport.read(sums, MOST_SUMS_BYTES).content();
            var text = UTF_8.decode(content).toString();
            if (text.startsWith(FORMAT)) {
                text.lines().map(SUM::matcher).filter(Matcher::matches).forEach(line -> known.add(line.group(1)));
            }
        }
        return known;
    }
}
