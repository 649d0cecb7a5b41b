package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.attest.BrokenRuleException;
import org.hearthkey.core.attest.MatterCertificate;
import org.hearthkey.core.attest.MatterRole;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Lint;
import org.hearthkey.core.certificate.LintFinding;
import org.hearthkey.core.certificate.Pem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "certificate", description = "Look into certificate files. Needs no home.")
final class CertificateCommands {
    private static final int MOST_BYTES = 1024 * 1024;

    private final Session session;

    CertificateCommands(Session session) {
        this.session = session;
    }

    @Command(description = "What each certificate in a file says. Reads Matter's own form and declarations, too.")
    int show(@Parameters(paramLabel = "FILE") Path file) throws StoppedException, IOException {
        var content = content(file);
        var tlv = MatterFile.inTlv(content);
        var declaration = MatterFile.of(content).declaration();
        if (tlv.isPresent()) {
            tell(MatterFile.document(matter(tlv.get(), file)));
        } else if (declaration.isPresent()) {
            tell(declaration.get().facts());
        } else {
            var certificates = read(content, file);
            session.answers()
                    .give(
                            () -> certificates.stream()
                                    .map(CertificateCommands::document)
                                    .toList(),
                            () -> certificates.stream().flatMap(this::lines));
        }
        return Exit.DONE.code();
    }

    private MatterCertificate matter(MatterFile file, Path path) throws StoppedException {
        try {
            return file.certificate();
        } catch (BrokenRuleException none) {
            throw new StoppedException(
                    Exit.FAILED, session.words().text("certificate.none", path) + " " + none.broken());
        }
    }

    private void tell(Map<String, @Nullable Object> facts) {
        session.answers().give(() -> List.of(facts), () -> {
            var table = new Table(session.words().text("certificate.matter"), "");
            facts.forEach((name, value) -> table.add(name, Plain.text(String.valueOf(value))));
            return table.lines();
        });
    }

    @Command(description = "What each certificate in a file does against the rules. Ends with 1 if there is anything.")
    int lint(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--matter",
                            paramLabel = "ROLE",
                            description = "Hold it to Matter's rules for a rcac, icac, noc, paa, pai or dac.")
                    Optional<MatterRole> role,
            @Option(names = "--issuer", paramLabel = "FILE", description = "The Matter certificate that signed it.")
                    Optional<Path> issuer)
            throws StoppedException, IOException {
        var content = content(file);
        var findings = isMatters(content, role)
                ? MatterFile.of(content).lint(role, issuer(issuer))
                : read(content, file).stream()
                        .flatMap(one -> Lint.certificate(one).stream())
                        .toList();
        session.answers()
                .give(
                        () -> Map.of("findings", documents(findings)),
                        () -> findings.isEmpty()
                                ? Stream.of(session.words().text("lint.nothing"))
                                : findings.stream().map(finding -> Plain.text(finding.toString())));
        return (findings.isEmpty() ? Exit.DONE : Exit.REFUSED).code();
    }

    private static boolean isMatters(byte[] content, Optional<MatterRole> role) {
        if (role.isPresent() || MatterFile.inTlv(content).isPresent()) {
            return true;
        }
        try {
            return MatterRole.guess(MatterFile.of(content).certificate()).isPresent();
        } catch (BrokenRuleException another) {
            return false;
        }
    }

    private Optional<MatterCertificate> issuer(Optional<Path> file) throws StoppedException, IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MatterFile.of(content(file.get())).certificate());
        } catch (BrokenRuleException none) {
            throw new StoppedException(Exit.FAILED, session.words().text("certificate.issuer.none", file.get()));
        }
    }

    private static byte[] content(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    private List<Certificate> read(byte[] content, Path file) throws StoppedException {
        try {
            var blocks = Pem.parse(new String(content, StandardCharsets.ISO_8859_1));
            return blocks.isPresent() ? certificates(blocks.get()) : List.of(Certificate.read(content));
        } catch (CertificateException none) {
            throw new StoppedException(Exit.FAILED, session.words().text("certificate.none", file));
        }
    }

    private static List<Certificate> certificates(List<Pem> blocks) throws CertificateException {
        var certificates = new ArrayList<Certificate>();
        for (var block : blocks) {
            certificates.add(Certificate.read(block.content().bytes()));
        }
        return certificates;
    }

    private static Map<String, Object> document(Certificate certificate) {
        var document = Documents.certificate(certificate);
        document.put("subject", certificate.subject());
        document.put("key", certificate.publicKey().algorithm());
        document.put("keyFingerprint", certificate.publicKey().hash().hex());
        return document;
    }

    private static List<Map<String, Object>> documents(List<LintFinding> findings) {
        return findings.stream()
                .map(finding -> {
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("code", finding.code());
                    document.put("text", finding.text());
                    document.put("clause", finding.clause());
                    return document;
                })
                .toList();
    }

    private Stream<String> lines(Certificate certificate) {
        var table = new Table(session.words().text("certificate.subject"), Plain.text(certificate.subject()));
        document(certificate).forEach((name, value) -> {
            if (!name.equals("subject")) {
                table.add(name, value.toString());
            }
        });
        return Stream.concat(table.lines(), Stream.of(""));
    }
}
