package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.label.AttestationFiles;
import org.hearthkey.core.attest.AnchorUse;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.attest.TrustAnchor;
import org.hearthkey.core.attest.TrustImport;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "trust",
        description =
                "See and change whom you trust to vouch for devices. Changes ask for the root passphrase or token.")
final class TrustCommands {
    private static final int MOST_FILES = 1000;

    private final Session session;

    TrustCommands(Session session) {
        this.session = session;
    }

    @Command(
            name = "import",
            description = "Trust the certificates in a file (PEM, DER or p7b), or in all files of a folder.")
    int importFiles(
            @Parameters(paramLabel = "FILE|DIR", description = "Roots of makers, or signers of declarations.")
                    Path source,
            @Option(
                            names = "--for",
                            paramLabel = "USE",
                            description = "paa (Matter devices), cd-signer (Matter declarations) or maker (device "
                                    + "identities). Without it, each certificate is taken for what it looks like.")
                    Optional<AnchorUse> use)
            throws StoppedException, RefusedException, IOException {
        var files = files(source);
        try (var home = session.openToChange()) {
            var wanted = TrustImport.of(files, use, home.makerTrust().all());
            if (wanted.wanted().isEmpty()) {
                return nothing(wanted);
            }
            for (var one : wanted.wanted()) {
                var subject = Plain.text(one.certificate().subject());
                session.answers().remark(session.words().text("trust.wanted", use(one.use()), subject));
            }
            try (var root = session.tokens().root(home)) {
                tell("added", home.makerTrust().add(wanted, root.secret()), wanted);
            }
        }
        return Exit.DONE.code();
    }

    private int nothing(TrustImport wanted) throws StoppedException {
        if (Findings.refuse(wanted.findings())) {
            throw session.findings().refusal(wanted.findings());
        }
        tell("added", List.of(), wanted);
        return Exit.DONE.code();
    }

    @Command(description = "Whom you trust, and for what.")
    int list() throws StoppedException, IOException {
        try (var home = session.open()) {
            var anchors = home.makerTrust().all();
            session.answers()
                    .give(() -> anchors.stream().map(TrustCommands::document).toList(), () -> table(anchors));
        }
        return Exit.DONE.code();
    }

    @Command(description = "Trust a certificate no longer. Devices that it vouched for keep their grade.")
    int remove(
            @Parameters(paramLabel = "FINGERPRINT", description = "Of the certificate, as `trust list` says it.")
                    Fingerprint fingerprint)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            if (home.makerTrust().all().stream()
                    .noneMatch(anchor -> anchor.certificate().fingerprint().equals(fingerprint))) {
                throw new StoppedException(Exit.REFUSED, session.words().text("trust.unknown", fingerprint.hex()));
            }
            try (var root = session.tokens().root(home)) {
                var removed = home.makerTrust().remove(fingerprint, root.secret());
                session.answers()
                        .give(
                                () -> Map.of("removed", documents(removed)),
                                () -> removed.stream()
                                        .map(anchor -> session.words()
                                                .text(
                                                        "trust.removed",
                                                        Plain.text(anchor.certificate()
                                                                .subject()))));
            }
        }
        return Exit.DONE.code();
    }

    /// The files of a folder, by name; those in folders within it are left alone.
    private List<Shown> files(Path source) throws StoppedException, IOException {
        if (!Files.isDirectory(source)) {
            return List.of(AttestationFiles.read(source, TrustImport.MAX_FILE));
        }
        var files = new ArrayList<Shown>();
        try (var entries = Files.newDirectoryStream(source, Files::isRegularFile)) {
            for (var entry : entries) {
                if (files.size() == MOST_FILES) {
                    throw new StoppedException(
                            Exit.MISUSED, session.words().text("trust.folder.too-full", source, MOST_FILES));
                }
                files.add(AttestationFiles.read(entry, TrustImport.MAX_FILE));
            }
        }
        return files;
    }

    private void tell(String field, List<TrustAnchor> anchors, TrustImport wanted) {
        session.answers()
                .give(
                        () -> Map.of(
                                field,
                                documents(anchors),
                                "findings",
                                session.findings().documents(wanted.findings())),
                        () -> Stream.concat(
                                session.findings().lines(wanted.findings()).stream(),
                                anchors.isEmpty()
                                        ? Stream.of(session.words().text("trust.nothing"))
                                        : anchors.stream()
                                                .map(anchor -> session.words()
                                                        .text(
                                                                "trust.added",
                                                                use(anchor.use()),
                                                                Plain.text(anchor.certificate()
                                                                        .subject())))));
    }

    private String use(AnchorUse use) {
        return session.words()
                .text(
                        switch (use) {
                            case MATTER -> "trust.use.paa";
                            case DECLARATION -> "trust.use.cd-signer";
                            case IDENTITY -> "trust.use.maker";
                        });
    }

    private static List<Map<String, Object>> documents(List<TrustAnchor> anchors) {
        return anchors.stream().map(TrustCommands::document).toList();
    }

    private static Map<String, Object> document(TrustAnchor anchor) {
        var document = new LinkedHashMap<String, Object>();
        document.put("use", anchor.use().code());
        document.put("subject", anchor.certificate().subject());
        document.put("fingerprint", anchor.certificate().fingerprint().hex());
        document.put("keyFingerprint", anchor.certificate().publicKey().hash().hex());
        document.put("notAfter", anchor.certificate().notAfter().toString());
        document.put("added", anchor.added().toString());
        return document;
    }

    private Stream<String> table(List<TrustAnchor> anchors) {
        var words = session.words();
        if (anchors.isEmpty()) {
            return Stream.of(words.text("trust.none"));
        }
        var table = new Table(
                words.text("trust.use"),
                words.text("trust.subject"),
                words.text("trust.ends"),
                words.text("trust.fingerprint"));
        for (var anchor : anchors) {
            table.add(
                    use(anchor.use()),
                    Plain.text(anchor.certificate().subject()),
                    session.dates().day(anchor.certificate().notAfter()),
                    anchor.certificate().fingerprint().hex());
        }
        return table.lines();
    }
}
