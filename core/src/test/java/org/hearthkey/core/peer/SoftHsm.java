package org.hearthkey.core.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tokens that are folders: SoftHSM2, which stores keys as any program does and is good for tests only. Each test takes
/// tokens of its own and pulls them by moving the folder away.
///
/// SoftHSM reads its settings, and which tokens there are, when it is initialized: once in a process. So all tokens are
/// made before the first is used. And a token that it was asked about while its folder was away it does not see again
/// before the process ends, which is not how readers of real tokens behave.
public final class SoftHsm {
    public static final String PIN = "1234";
    public static final String SO_PIN = "12345678";
    /// The label that two tokens share.
    public static final String TWINS = "twins";

    private static final String VARIABLE = "SOFTHSM2_CONF";
    private static final int TOKENS = 64;
    /// Where they lie: another folder for each process that tests at the same time, for each wipes its own.
    private static final Path PLACE = Path.of(System.getProperty("hearthkey.tokens", "target/softhsm"));

    private static final List<Path> MODULES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/softhsm/libsofthsm2.so"),
            Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));

    private static Optional<SoftHsm> made = Optional.empty();

    private final Path folder;
    private final Deque<Token> untouched = new ArrayDeque<>();

    private SoftHsm(Path folder) {
        this.folder = folder;
    }

    /// The tokens of this process.
    public static synchronized SoftHsm here() {
        if (made.isEmpty()) {
            try {
                var hsm = new SoftHsm(fresh(PLACE).toAbsolutePath());
                hsm.make();
                made = Optional.of(hsm);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return made.get();
    }

    private static Path fresh(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder.resolve("tokens"));
        return folder;
    }

    /// `program`, which sees these tokens too.
    public Peer seenBy(Peer program) {
        return program.with(VARIABLE, configuration().toString());
    }

    private void make() throws IOException {
        Files.writeString(
                configuration(), "directories.tokendir = " + folder.resolve("tokens") + "\nlog.level = ERROR\n");
        setVariable(configuration().toString());
        var known = new HashSet<Path>();
        for (int i = 0; i < TOKENS; i++) {
            // OpenSC's tool takes a token whose label begins with the one it was given.
            untouched.add(make(String.format(Locale.ROOT, "token-%02d", i), known));
        }
        make(TWINS, known);
        make(TWINS, known);
    }

    private Token make(String label, Set<Path> known) throws IOException {
        program("softhsm2-util")
                .run("--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", SO_PIN)
                .accepts();
        try (Stream<Path> tokens = Files.list(folder.resolve("tokens"))) {
            return new Token(label, tokens.filter(known::add).findFirst().orElseThrow());
        }
    }

    /// What the module asks for cannot be given to a process that runs, but by the C library itself.
    @SuppressWarnings("restricted")
    private static void setVariable(String value) {
        var linker = Linker.nativeLinker();
        try (var arena = Arena.ofConfined()) {
            int failed = (int) linker.downcallHandle(
                            linker.defaultLookup().find("setenv").orElseThrow(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT))
                    .invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom(value), 1);
            if (failed != 0) {
                throw new IllegalStateException("No room for a variable");
            }
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path configuration() {
        return folder.resolve("softhsm2.conf");
    }

    /// The module, for whoever asks for a path.
    public Path module() {
        return MODULES.stream().filter(Files::exists).findFirst().orElseThrow();
    }

    /// A program that sees these tokens.
    public Peer program(String name) {
        return Peer.of(name, folder).with(VARIABLE, configuration().toString());
    }

    /// Asks OpenSC's tool about the objects on a token, after its PIN.
    public Peer.Answer objects(Token token) {
        return program("pkcs11-tool")
                .run(
                        "--module",
                        module().toString(),
                        "--token-label",
                        token.label(),
                        "--login",
                        "--pin",
                        PIN,
                        "--list-objects")
                .accepts();
    }

    /// A token that no test has used.
    public Token take() {
        return untouched.remove();
    }

    /// One token.
    ///
    /// @param folder where its objects lie; moved away when it is pulled
    public record Token(String label, Path folder) {
        public void pull() {
            move(folder, pulled());
        }

        public void plugIn() {
            move(pulled(), folder);
        }

        private Path pulled() {
            return folder.resolveSibling("../pulled-" + label).normalize();
        }

        private static void move(Path from, Path to) {
            try {
                Files.move(from, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Its name as a URI.
        public String uri() {
            return "pkcs11:token=" + label;
        }

        /// Every byte that the token keeps.
        public List<byte[]> contents() {
            try (Stream<Path> files = Files.list(folder)) {
                var contents = new ArrayList<byte[]>();
                for (Path file : files.toList()) {
                    contents.add(Files.readAllBytes(file));
                }
                return contents;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
