package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.core.ceremony.AirFacts;
import org.hearthkey.core.drive.Offer;
import org.hearthkey.core.drive.Removal;
import org.hearthkey.core.seal.Argon2Cost;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs commands in this process as a shell would, on homes whose passphrases cost as little to try as the format allows.
final class Shell {
    static final Instant TODAY = Instant.parse("2026-11-22T09:00:00Z");
    static final String PASSPHRASE = "four plain spoken words";
    static final String ROOT_PASSPHRASE = "the root has its own words";

    private static Optional<byte[]> sampleHome = Optional.empty();

    private final Path folder;
    private final SecureRandom random;
    private final Map<String, String> environment = new HashMap<>();
    private Optional<Terminal> terminal = Optional.empty();
    private List<Offer> drives = List.of();
    private Removal.Outcome removal = new Removal.Outcome.Safe();
    private AirFacts air = new AirFacts(List.of(), List.of(), Optional.of(List.of("bash")));
    private Instant now = TODAY;
    private ByteArrayOutputStream err = new ByteArrayOutputStream();

    Shell(Path folder) {
        this.folder = folder;
        random = seeded();
        secretFile("passphrase", PASSPHRASE);
        secretFile("root-passphrase", ROOT_PASSPHRASE);
    }

    /// A shell in whose folder lies a home with the zones lighting, climate and security.
    static Shell withHome(Path folder) {
        var shell = new Shell(folder);
        try {
            Files.write(shell.home(), sampleHome(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shell;
    }

    /// Made once: the two passphrases of a new home take their time.
    private static synchronized byte[] sampleHome(Path folder) throws IOException {
        if (sampleHome.isEmpty()) {
            var shell = new Shell(Files.createDirectories(folder.resolve("making")));
            shell.root("home", "create", "--name", "Maple Street").exits(0);
            sampleHome = Optional.of(Files.readAllBytes(shell.home()));
        }
        return sampleHome.get();
    }

    private static SecureRandom seeded() {
        try {
            var seeded = SecureRandom.getInstance("SHA1PRNG");
            seeded.setSeed(20261122);
            return seeded;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    Path home() {
        return folder.resolve("Maple.hearth");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /// Writes a file into the folder.
    Path file(String name, byte[] content) {
        try {
            Files.createDirectories(path(name).getParent());
            return Files.write(path(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name, String content) {
        return file(name, content.getBytes(UTF_8));
    }

    Path secretFile(String name, String content) {
        try {
            var file = file(name, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Shell later(Instant instant) {
        now = instant;
        return this;
    }

    Shell variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /// Plugs these drives in, and no others.
    Shell drives(Offer... plugged) {
        drives = List.of(plugged);
        return this;
    }

    /// Lets the computer say this of itself.
    Shell air(AirFacts facts) {
        air = facts;
        return this;
    }

    /// Lets taking a drive out come this far.
    Shell removal(Removal.Outcome outcome) {
        removal = outcome;
        return this;
    }

    /// Lets somebody at a terminal type these answers, one after another.
    Shell typing(String... answers) {
        var rest = List.of(answers).iterator();
        terminal = Optional.of(_ -> rest.hasNext() ? Optional.of(rest.next().toCharArray()) : Optional.empty());
        return this;
    }

    /// Lets somebody at a terminal answer what the command has said so far.
    Shell answering(UnaryOperator<String> answer) {
        terminal =
                Optional.of(_ -> Optional.of(answer.apply(err.toString(UTF_8)).toCharArray()));
        return this;
    }

    /// Runs a command with nothing added.
    Answer bare(String... arguments) {
        var out = new ByteArrayOutputStream();
        return bare(out, arguments);
    }

    private Answer bare(ByteArrayOutputStream out, String... arguments) {
        err = new ByteArrayOutputStream();
        var exit =
                Hearthkey.run(around(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)), arguments);
        return new Answer(List.of(arguments), exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    Surroundings around(PrintStream out, PrintStream err) {
        return new Surroundings(
                "1.2.3",
                out,
                err,
                environment,
                terminal,
                (InstantSource) () -> now,
                random,
                () -> Argon2Cost.MINIMUM,
                new PreferencesFile(path("config").resolve("preferences.properties")),
                (_, _) -> drives,
                _ -> removal,
                () -> air);
    }

    /// Runs a command on the home, which is unlocked.
    Answer run(String... arguments) {
        var more = Stream.of(
                "--home",
                home().toString(),
                "--passphrase-file",
                path("passphrase").toString());
        return bare(Stream.concat(Stream.of(arguments), more).toArray(String[]::new));
    }

    /// Runs a command on the home, with the root passphrase at hand.
    Answer root(String... arguments) {
        var more = Stream.of("--root-passphrase-file", path("root-passphrase").toString());
        return run(Stream.concat(Stream.of(arguments), more).toArray(String[]::new));
    }

    /// What a command answered.
    record Answer(List<String> arguments, int exit, String out, String err) {
        Answer exits(int expected) {
            assertEquals(expected, exit, this::toString);
            return this;
        }

        /// The one document on standard output.
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        /// The documents on standard output, one a line.
        List<JsonNode> lines() {
            return out.lines().map(JsonMapper.shared()::readTree).toList();
        }

        /// The codes of the findings in the document.
        List<String> findings() {
            return codes(json());
        }

        static List<String> codes(JsonNode document) {
            return document.get("findings")
                    .valueStream()
                    .map(finding -> finding.get("code").stringValue())
                    .toList();
        }
    }
}
