package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.authority.ParallelKind;
import org.hearthkey.core.authority.ParallelRoot;
import org.hearthkey.core.certificate.Pem;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "parallel",
        description = "An experiment: a second root, whose signatures a quantum computer does not forge. Nothing trusts"
                + " it.")
final class ParallelCommands {
    private final Session session;

    ParallelCommands(Session session) {
        this.session = session;
    }

    @Command(
            description =
                    "Make it: it certifies the keys of the home’s issuers, and its own key is forgotten at once. Asks"
                            + " for the root passphrase.")
    int create(
            @Option(
                            names = "--algorithm",
                            paramLabel = "NAME",
                            defaultValue = "ml-dsa-65",
                            description = "ml-dsa-65, or slh-dsa-sha2-128s, which takes a while. Default:"
                                    + " ${DEFAULT-VALUE}.")
                    ParallelKind kind)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            if (home.parallelRoots().root().isPresent()) {
                throw refusal("parallel.already");
            }
            try (var root = session.tokens().root(home)) {
                tell(home.parallelRoots().create(kind, root.secret()), List.of());
            }
        }
        return Exit.DONE.code();
    }

    @Command(description = "What it is for and what not, and what it certified.")
    int show() throws StoppedException, IOException {
        try (var home = session.open()) {
            tell(required(home), List.of());
        }
        return Exit.DONE.code();
    }

    @Command(description = "Write its certificates as PEM files into a folder, to try programs with.")
    int export(@Option(names = "--out", required = true, paramLabel = "DIR", description = "Write them here.") Path out)
            throws StoppedException, IOException {
        try (var home = session.open()) {
            var root = required(home);
            List<Path> files;
            try (var written = session.newFiles(out)) {
                for (var each : root.certificates()) {
                    written.reserve(file(each));
                }
                for (var each : root.certificates()) {
                    var pem = new Pem("CERTIFICATE", each.der()).text();
                    written.write(file(each), pem.getBytes(StandardCharsets.US_ASCII));
                }
                files = written.keep();
            }
            tell(root, files);
        }
        return Exit.DONE.code();
    }

    private static String file(ParallelRoot.Parallel each) {
        return "experimental-" + each.of() + ".pem";
    }

    @Command(description = "Forget it. What was written of it stays where it is.")
    int end() throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            required(home);
            home.parallelRoots().end();
            session.answers()
                    .give(
                            () -> Map.of("ended", true),
                            () -> Stream.of(session.words().text("parallel.ended")));
        }
        return Exit.DONE.code();
    }

    private ParallelRoot required(Home home) throws StoppedException {
        return home.parallelRoots().root().orElseThrow(() -> refusal("parallel.none"));
    }

    private StoppedException refusal(String sentence) {
        return new StoppedException(Exit.REFUSED, session.words().text(sentence));
    }

    private void tell(ParallelRoot root, List<Path> files) {
        var words = session.words();
        var certified = root.certificates().stream()
                .skip(1)
                .map(ParallelRoot.Parallel::of)
                .toList();
        session.answers()
                .give(
                        () -> document(root, certified, files),
                        () -> Stream.concat(
                                Stream.of(
                                        words.text("parallel.is", root.kind().standardName(), fingerprint(root)),
                                        words.text("parallel.certified", String.join(", ", certified)),
                                        words.text("parallel.for"),
                                        words.text("parallel.not")),
                                files.stream().map(file -> words.text("written", file))));
    }

    private static Map<String, Object> document(ParallelRoot root, List<String> certified, List<Path> files) {
        var document = new LinkedHashMap<String, Object>();
        document.put("experimental", true);
        document.put("algorithm", root.kind().code());
        document.put("fingerprint", fingerprint(root));
        document.put("certified", certified);
        document.put("files", files.stream().map(Path::toString).toList());
        return document;
    }

    private static String fingerprint(ParallelRoot root) {
        return Fingerprint.of(root.certificates().getFirst().der().bytes()).hex();
    }
}
