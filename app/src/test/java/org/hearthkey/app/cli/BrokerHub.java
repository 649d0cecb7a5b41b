package org.hearthkey.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchService;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.Unlocked;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.peer.Server;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.secret.Passphrase;

/// A hub with a real Mosquitto on this computer, and the home that administers it: two lamps, one of them stolen.
public final class BrokerHub {
    /// What the home calls the hub.
    public static final String NAME = "pantry";

    public static final String STOLEN = "Stolen lamp";
    public static final String OTHER = "Desk lamp";

    private static final String LIST = "usb/hearthkey/zones/lighting/crl.pem";

    private final Path folder;
    private final Shell shell;
    private final int devices;
    private final int admin;

    private BrokerHub(Path folder) throws IOException {
        this.folder = folder;
        devices = Mosquitto.freePort();
        admin = Mosquitto.freePort();
        shell = new Shell(folder).later(Instant.now()); // the broker lives in the present
    }

    /// Goes as far as a broker that runs, with everything in an empty folder.
    public static BrokerHub in(Path folder) throws IOException {
        var hub = new BrokerHub(folder);
        hub.makeHome();
        hub.tellHome();
        return hub;
    }

    private void makeHome() throws IOException {
        shell.root("home", "create", "--name", "Maple Street", "--zones", "lighting,security")
                .exits(0);
        Things.approve(shell, STOLEN, "lighting");
        Things.approve(shell, OTHER, "lighting");
        Things.certifyHub(shell);
        Files.createDirectory(shell.path("usb"));
        shell.run("export", "usb", shell.path("usb").toString()).exits(0);
        takeList();
        Peer.of("mosquitto_ctrl", folder)
                .run("dynsec", "init", "dynsec.json", "admin", "the hub's own")
                .accepts();
        shell.file("acl", "pattern readwrite #\n");
    }

    private void tellHome() {
        shell.run("hub", "add", NAME, shell.path("usb").toUri().toString()).exits(0);
        shell.run("hub", "listen", NAME, "lighting", "mqtts://127.0.0.1:" + devices)
                .exits(0);
        var password = shell.secretFile("admin", "the hub's own").toString();
        shell.run("hub", "admin", NAME, "mqtts://127.0.0.1:" + admin, "--user", "admin", "--password-file", password)
                .exits(0);
    }

    Shell shell() {
        return shell;
    }

    /// Opens the home, which is the caller's then.
    public Home home() throws IOException {
        var homes = new Homes(InstantSource.system(), new SecureRandom(), () -> Argon2Cost.MINIMUM);
        try (var passphrase = new Passphrase(Shell.PASSPHRASE.toCharArray())) {
            if (homes.open(shell.home(), new LockSecret.Remembered(passphrase))
                    instanceof Unlocked.Open(var home, var _)) {
                return home;
            }
            throw new AssertionError("The home does not open");
        }
    }

    public Mosquitto start() throws IOException {
        return start(Stream.concat(dynamicSecurity(), Stream.concat(listensToDevices(), listensToAdmin())));
    }

    /// A broker for devices that has no administrator.
    Mosquitto startForDevices() throws IOException {
        return start(listensToDevices());
    }

    /// A broker to which no device comes.
    Mosquitto startForAdmin() throws IOException {
        return start(Stream.concat(dynamicSecurity(), listensToAdmin()));
    }

    private Mosquitto start(Stream<String> more) throws IOException {
        var all = Stream.of("user root", "log_dest stderr", "allow_anonymous false", "acl_file acl");
        return Mosquitto.start(folder, Stream.concat(all, more).toList());
    }

    private static Stream<String> dynamicSecurity() throws IOException {
        return Stream.of("plugin " + Mosquitto.dynamicSecurity(), "plugin_opt_config_file dynsec.json");
    }

    private Stream<String> listensToDevices() {
        return Stream.of(
                "listener " + devices + " 127.0.0.1",
                "cafile usb/hearthkey/zones/lighting/anchor.pem",
                "certfile Hub-chain.pem",
                "keyfile Hub.key",
                "crlfile taken.crl",
                "require_certificate true",
                "use_subject_as_username true");
    }

    private Stream<String> listensToAdmin() {
        return Stream.of("listener " + admin + " 127.0.0.1", "certfile Hub-chain.pem", "keyfile Hub.key");
    }

    /// A device that is connected.
    public Server connected(String name) {
        return Server.start(
                folder,
                "Subscribed (mid",
                "stdbuf", // it says nothing into a pipe before it has much to say
                "-oL",
                "mosquitto_sub",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(devices),
                "-V",
                "5",
                "-d",
                "-i",
                name,
                "-t",
                "any/#",
                "-k", // so that it says nothing to the broker unasked
                "3600",
                "--cafile",
                "usb/hearthkey/root.pem",
                "--cert",
                name + "-cert.pem",
                "--key",
                name + ".key");
    }

    /// A device that tries to connect, seen with OpenSSL.
    public Peer.Answer connects(String name) {
        return Peer.of("openssl", folder)
                .run(
                        "s_client",
                        "-connect",
                        "127.0.0.1:" + devices,
                        "-CAfile",
                        "usb/hearthkey/root.pem",
                        "-no-CApath",
                        "-no-CAstore",
                        "-cert",
                        name + "-cert.pem",
                        "-key",
                        name + ".key",
                        "-ign_eof");
    }

    /// Does this as soon as the next bundle lies there. A hub takes what it was handed by itself; here the test does.
    public Thread onBundle(Runnable act) throws IOException {
        var changes = FileSystems.getDefault().newWatchService();
        shell.path("usb").register(changes, StandardWatchEventKinds.ENTRY_CREATE);
        return Thread.ofVirtual().start(() -> {
            try (changes) {
                awaitBundle(changes);
            } catch (IOException | InterruptedException failed) {
                throw new AssertionError(failed);
            }
            act.run();
        });
    }

    private static void awaitBundle(WatchService changes) throws InterruptedException {
        for (var key = changes.take(); key.pollEvents().stream().noneMatch(BrokerHub::isBundle); ) {
            key.reset();
            key = changes.take();
        }
    }

    private static boolean isBundle(WatchEvent<?> change) {
        return change.context() instanceof Path file && file.toString().equals("hearthkey");
    }

    /// Puts the list that was handed over where the broker reads it.
    public void takeList() {
        put(list -> list);
    }

    /// Puts half of it there, as when the power fails.
    public void takeHalfAList() {
        put(list -> Arrays.copyOf(list, list.length / 2));
    }

    private void put(UnaryOperator<byte[]> change) {
        try {
            Files.write(shell.path("taken.new"), change.apply(Files.readAllBytes(shell.path(LIST))));
            Files.move(shell.path("taken.new"), shell.path("taken.crl"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
