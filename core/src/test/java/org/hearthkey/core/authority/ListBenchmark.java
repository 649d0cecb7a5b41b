package org.hearthkey.core.authority;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.peer.JavaProgram;

/// Prints what signing lists of 1,000, 100,000 and 1,000,000 entries costs, rehearsal included, beside `openssl ca -gencrl`
/// on the same entries in the same run, and how both grow. Run by hand; it needs `openssl` and `python3`.
final class ListBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LIFE = Duration.ofDays(35);
    private static final DateTimeFormatter INDEX_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int ENTRIES_PER_SECOND = 50;

    /// The heap is small, to show that it does not grow with the list.
    private static final List<String> BOUND = List.of("-XX:+UseSerialGC", "-Xmx128m");

    /// Tells the processor's time, which other programs do not lengthen, and the peak memory of the program that it runs.
    private static final String MEASURE = """
        import resource, subprocess, sys
        subprocess.run(sys.argv[1:], check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(used.ru_utime + used.ru_stime, used.ru_maxrss)
        """;

    private ListBenchmark() {}

    /// Measures the sizes that are named; all three without.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            sign(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
            return;
        }
        var sizes = arguments.length == 0 ? List.of(1_000, 100_000, 1_000_000) : List.of(Integer.valueOf(arguments[0]));
        var ours = new ArrayList<Cost>();
        var theirs = new ArrayList<Cost>();
        for (int size : sizes) {
            var folder = Files.createTempDirectory("lists");
            var command = JavaProgram.command(ListBenchmark.class, Integer.toString(size), folder.toString());
            command.addAll(1, BOUND);
            ours.add(measured(folder, command));
            prepare(folder, size);
            theirs.add(measured(
                    folder,
                    List.of("openssl", "ca", "-gencrl", "-config", "ca.cnf", "-crldays", "35", "-out", "theirs.pem")));
            measured(
                    folder,
                    List.of(
                            "openssl",
                            "crl",
                            "-inform",
                            "DER",
                            "-in",
                            "ours.der",
                            "-noout",
                            "-verify",
                            "-CAfile",
                            "ca.pem"));
            tell(size, ours, theirs, Files.size(folder.resolve("ours.der")));
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private record Cost(double seconds, long kilobytes) {}

    private static void tell(int size, List<Cost> ours, List<Cost> theirs, long bytes) {
        var our = ours.getLast();
        var their = theirs.getLast();
        System.out.printf(
                Locale.ROOT,
                "%,9d entries, %,d bytes: %.2f s, %,d KiB; openssl %.2f s, %,d KiB; ratios %.2f and %.2f%n",
                size,
                bytes,
                our.seconds(),
                our.kilobytes(),
                their.seconds(),
                their.kilobytes(),
                our.seconds() / their.seconds(),
                (double) our.kilobytes() / their.kilobytes());
        System.out.printf(
                Locale.ROOT,
                "          since the smallest: time x %.1f, memory x %.1f; openssl x %.1f, x %.1f%n",
                our.seconds() / ours.getFirst().seconds(),
                (double) our.kilobytes() / ours.getFirst().kilobytes(),
                their.seconds() / theirs.getFirst().seconds(),
                (double) their.kilobytes() / theirs.getFirst().kilobytes());
    }

    private static Cost measured(Path folder, List<String> command) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("python3", "-c", MEASURE));
        line.addAll(command);
        var process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectError(folder.resolve("said").toFile())
                .start();
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var last = said.lines().reduce((_, later) -> later).orElse("");
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(folder.resolve("said")));
            }
            var words = last.split(" ", -1);
            return new Cost(Double.parseDouble(words[0]), Long.parseLong(words[1]));
        }
    }

    /// In a process of its own.
    private static void sign(int size, Path folder) throws IOException {
        var random = new SecureRandom();
        var authority = new Authority(HomeId.random(random), InstantSource.fixed(NOW.minusSeconds(60)), random);
        try (var key = SoftwareKey.generate(KeyProfile.P384, random)) {
            var root = authority.signRoot(key);
            Files.writeString(folder.resolve("ca.pem"), root.pem());
            var issuer = new Issuer(new Role.Root(), root, Optional.empty());
            var draft = new CrlDraft(BigInteger.valueOf(NOW.getEpochSecond()), NOW, NOW.plus(LIFE), List.of());
            var run = authority.prepare(issuer, draft, taker -> entries(size).forEach(taker));
            var ends = authority.signEnds(issuer, key, draft, List.of(run));
            try (var out = Files.newOutputStream(folder.resolve("ours.der"))) {
                out.write(ends.head().bytes());
                run.writeTo(out);
                out.write(ends.tail().bytes());
            }
        }
    }

    /// The same entries, as OpenSSL's own certification authority keeps them.
    private static void prepare(Path folder, int size) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("ca.cnf"), """
            [ca]
            default_ca = ca_default
            [ca_default]
            database = index.txt
            crlnumber = crlnumber
            certificate = theirs-ca.pem
            private_key = theirs-ca.key
            default_md = sha384
            crl_extensions = crl_ext
            [crl_ext]
            authorityKeyIdentifier = keyid:always
            """);
        Files.writeString(folder.resolve("crlnumber"), "01\n");
        try (var index = Files.newBufferedWriter(folder.resolve("index.txt"))) {
            for (var entry : entries(size)) {
                index.write("R\t361122120000Z\t" + INDEX_TIME.format(entry.at()) + ",keyCompromise\t"
                        + entry.serial().hex().toUpperCase(Locale.ROOT) + "\tunknown\t/CN=x\n");
            }
        }
        measured(
                folder,
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-384",
                        "-nodes",
                        "-keyout",
                        "theirs-ca.key",
                        "-out",
                        "theirs-ca.pem",
                        "-subj",
                        "/CN=theirs",
                        "-days",
                        "3650"));
    }

    /// As many entries, made anew each time they are asked for.
    static Iterable<RevokedEntry> entries(int size) {
        return () -> entriesOnce(size);
    }

    private static Iterator<RevokedEntry> entriesOnce(int size) {
        return IntStream.range(0, size).mapToObj(ListBenchmark::entry).iterator();
    }

    static RevokedEntry entry(int number) {
        var serial = BigInteger.ONE
                .shiftLeft(127)
                .add(BigInteger.valueOf(number).multiply(new BigInteger("9e3779b97f4a7c15", 16)));
        var at = NOW.minusSeconds(1 + number / ENTRIES_PER_SECOND);
        return new RevokedEntry(new SerialNumber(serial), at, Reason.KEY_COMPROMISE);
    }
}
