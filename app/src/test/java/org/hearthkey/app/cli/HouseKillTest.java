package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hearthkey.core.peer.JavaProgram;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A house changes hands while the power fails: the command is killed before a call that changes the disk, at many of them.
class HouseKillTest {
    /// `-Dhearthkey.kills=500` for the long run.
    private static final int KILLS = Integer.getInteger("hearthkey.kills", 4);

    private static final long SEED = 20_261_129;
    private static final String CALLS = "pwrite64,write,fsync,fdatasync,ftruncate,unlink,link,rename,renameat2,mkdir";
    private static final String MATTER = "MT:Y.K9042C00KA0648G00";
    private static final String OWNER = "Ida Winter";

    @TempDir
    private Path folder;

    private Shell seller;

    /// One call of one kind, counted on the thread that works.
    private record Moment(String call, int number) {}

    @BeforeEach
    void fill() throws IOException {
        seller = Shell.withHome(Files.createDirectory(folder.resolve("seller")));
        Things.makeKey(seller, "Camera");
        var csr = seller.path("Camera.csr").toString();
        seller.run("device", "approve", "--csr", csr, "--name", "Camera", "--zone", "security", "--owner", OWNER)
                .exits(0);
        var lamp = List.of("device", "approve", "--text", MATTER, "--name", "Lamp", "--zone", "lighting");
        var paired = Stream.concat(lamp.stream(), Stream.of("--pair-only", "--confirm", "presence"));
        seller.run(paired.toArray(String[]::new)).exits(0);
    }

    private static String[] pack(Path to, String name) {
        return new String[] {"home", "hand-over", "--out", to.resolve(name).toString()};
    }

    private static String[] receive(Path to, String... more) {
        var command = List.of("home", "receive", to.resolve("Maple.house").toString());
        var words = List.of("--words-file", to.resolve("words").toString(), "--receipt");
        var papers = List.of(
                to.resolve("receipt.txt").toString(),
                "--proof",
                to.resolve("proof.pdf").toString());
        return Stream.of(command, words, papers, List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private static String[] end(Path to, String... more) {
        var command = List.of(
                "home", "hand-over", "--finish", to.resolve("receipt.txt").toString());
        var drive = List.of(
                "--usb",
                to.resolve("drive").toString(),
                "--lists",
                to.resolve("lists").toString());
        var proof = List.of("--proof", to.resolve("ended.pdf").toString());
        return Stream.of(command, drive, proof, List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    @Test
    void aKilledPackingLeavesAWholePackageOrNone() throws IOException {
        var moments = moments(copy(seller, "whole"), "pack");
        for (var moment : moments) {
            var shell = copy(seller, "killed");
            kill(shell, moment, "pack");
            assertNoSecret(shell);
            var there = shell.run("home", "hand-over", "--json").exits(0).json();
            var file = shell.path("Maple.house");
            boolean packed = there.get("state").asString().equals("packed");
            assertTrue(packed || !Files.exists(file), () -> moment + " left a package of nobody");
            if (Files.exists(file)) {
                assertEquals(there.get("package").asString(), digest(file), () -> "half a package at " + moment);
            }
            shell.run("journal", "verify").exits(0);
            if (packed) {
                shell.root("home", "hand-over", "--cancel").exits(0);
            }
            shell.root(pack(shell.path(""), "again.house")).exits(0);
        }
    }

    @Test
    void aKilledReceivingLeavesTheBuyersHomeOrNone() throws IOException {
        var buyer = buyer();
        for (var moment : moments(copy(buyer, "whole"), "receive")) {
            var shell = copy(buyer, "killed");
            kill(shell, moment, "receive");
            assertNoSecret(shell);
            if (Files.exists(shell.home())) {
                shell.run("home", "verify").exits(0);
                var receipt = shell.path("again.txt").toString();
                shell.run("home", "receipt", "--receipt", receipt).exits(0);
            } else {
                shell.root(receive(shell.path(""), "--replace")).exits(0);
            }
            shell.run("journal", "verify").exits(0);
            assertEquals(
                    2, shell.run("device", "waiting", "--json").exits(0).json().size());
        }
    }

    @Test
    void aKilledEndGoesOnToItsEnd() throws IOException {
        var buyer = buyer();
        buyer.root(receive(buyer.path(""))).exits(0);
        Files.copy(buyer.path("receipt.txt"), seller.path("receipt.txt"));
        Files.createDirectory(seller.path("drive"));
        var states = new TreeSet<String>();
        for (var moment : moments(copy(seller, "whole"), "end")) {
            var shell = copy(seller, "killed");
            kill(shell, moment, "end");
            assertNoSecret(shell);
            shell.run("journal", "verify").exits(0);
            states.add(shell.run("home", "hand-over", "--json")
                    .exits(0)
                    .json()
                    .get("state")
                    .asString());
            var ended = shell.root(end(shell.path(""), "--replace", "--json")).exits(0);
            assertEquals("handed-over", ended.json().get("state").asString());
            shell.run("bundle", "verify", shell.path("drive").toString()).exits(0);
            assertTrue(Files.size(shell.path("ended.pdf")) > 1000);
            assertTrue(Files.size(shell.path("lists/crl-all.pem")) > 500);
        }
        assertTrue(states.containsAll(List.of("packed", "ending")), states::toString);
    }

    /// Somebody with the seller's package and its words, in a folder of their own.
    private Shell buyer() throws IOException {
        var answer = seller.root(
                        "home",
                        "hand-over",
                        "--json",
                        "--out",
                        seller.path("Maple.house").toString())
                .exits(0);
        var buyer = new Shell(Files.createDirectory(folder.resolve("buyer")));
        buyer.secretFile("words", answer.json().get("words").asString() + "\n");
        Files.copy(seller.path("Maple.house"), buyer.path("Maple.house"));
        return buyer;
    }

    private Shell copy(Shell of, String name) throws IOException {
        var target = folder.resolve(name);
        if (Files.exists(target)) {
            try (var old = Files.walk(target)) {
                for (var each : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        try (var all = Files.walk(of.path(""))) {
            for (var each : all.toList()) {
                Files.copy(each, target.resolve(of.path("").relativize(each).toString()));
            }
        }
        return new Shell(target);
    }

    private static String[] command(Shell shell, String what) {
        var folder = shell.path("");
        var words = switch (what) {
            case "pack" -> pack(folder, "Maple.house");
            case "receive" -> receive(folder);
            case "end" -> end(folder);
            default -> throw new IllegalArgumentException(what);
        };
        var more = List.of(
                "--home",
                shell.home().toString(),
                "--passphrase-file",
                shell.path("passphrase").toString(),
                "--root-passphrase-file",
                shell.path("root-passphrase").toString());
        var arguments = Stream.of(Stream.of(folder.toString()), Arrays.stream(words), more.stream());
        return JavaProgram.command(
                        HouseProgram.class, arguments.flatMap(each -> each).toArray(String[]::new))
                .toArray(String[]::new);
    }

    /// Runs it, however long that takes on a busy computer.
    private Peer.Answer strace(Path directory, Shell shell, String what, String... options) throws IOException {
        var calls = Stream.of("-f", "-qq", "-e", "signal=none", "-e", "trace=" + CALLS);
        var arguments = Stream.of(calls, Stream.of(options), Stream.of(command(shell, what)))
                .flatMap(each -> each)
                .toArray(String[]::new);
        var process = Peer.strace(directory).start(arguments);
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Peer.Answer(what, process.onExit().join().exitValue(), said);
    }

    /// Runs the command to its end and draws some of the moments at which it changes what lies in the folder.
    private List<Moment> moments(Shell shell, String what) throws IOException {
        var traces = Files.createDirectory(folder.resolve("traces"));
        strace(traces, shell, what, "-ff", "-y", "-o", "trace").accepts();
        var all = new ArrayList<Moment>();
        try (var files = Files.newDirectoryStream(traces)) {
            for (var file : files) {
                var lines = Files.readAllLines(file, ISO_8859_1);
                if (lines.stream().anyMatch(line -> line.startsWith("fsync(") && line.contains(shell.path("") + "/"))) {
                    all.addAll(moments(lines, shell.path("") + "/"));
                }
            }
        }
        assertTrue(all.size() > 10, all.size() + " moments");
        var random = new Random(SEED);
        // One of each stretch, so that the whole way is covered.
        var drawn = new TreeSet<Integer>();
        for (int i = 0; i < KILLS; i++) {
            int from = all.size() * i / KILLS;
            drawn.add(from + random.nextInt(Math.max(1, all.size() * (i + 1) / KILLS - from)));
        }
        return drawn.stream().map(all::get).toList();
    }

    private static List<Moment> moments(List<String> lines, String within) {
        var counts = new HashMap<String, Integer>();
        var moments = new ArrayList<Moment>();
        for (var line : lines) {
            var call = line.substring(0, Math.max(0, line.indexOf('(')));
            if (!call.isEmpty()) {
                int number = counts.merge(call, 1, Integer::sum);
                // The shell in that process writes the files of the passphrases anew; they are no part of the command.
                if (line.contains(within) && !line.contains("passphrase>")) {
                    moments.add(new Moment(call, number));
                }
            }
        }
        return moments;
    }

    private void kill(Shell shell, Moment moment, String what) throws IOException {
        var inject = "inject=%s:signal=KILL:when=%d".formatted(moment.call(), moment.number());
        var answer = strace(folder, shell, what, "-o", "/dev/null", "-e", inject);
        assertFalse(answer.exit() == 0, () -> "was not killed at " + moment + answer.text());
    }

    /// Nothing beside the files that were given holds a secret, whatever it is called.
    private static void assertNoSecret(Shell shell) throws IOException {
        var given = List.of("passphrase", "root-passphrase", "words");
        var secrets = new ArrayList<>(List.of(Shell.PASSPHRASE, Shell.ROOT_PASSPHRASE, MATTER, OWNER));
        if (Files.exists(shell.path("words"))) {
            secrets.add(Files.readString(shell.path("words")).strip());
        }
        try (var all = Files.walk(shell.path(""))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                if (!given.contains(String.valueOf(file.getFileName()))) {
                    var content = Files.readString(file, ISO_8859_1);
                    for (var secret : secrets) {
                        assertFalse(content.contains(secret), () -> file + " holds a secret");
                    }
                }
            }
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
