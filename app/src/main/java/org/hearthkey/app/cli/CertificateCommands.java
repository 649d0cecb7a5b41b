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
import java.util.stream.Stream;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Lint;
import org.hearthkey.core.certificate.LintFinding;
import org.hearthkey.core.certificate.Pem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "certificate", description = "Look into certificate files. Needs no home.")
final class CertificateCommands {
    private static final int MOST_BYTES = 1024 * 1024;

    private final Session session;

    CertificateCommands(Session session) {
        this.session = session;
    }

    @Command(description = "What each certificate in a file says.")
    int show(@Parameters(paramLabel = "FILE") Path file) throws StoppedException, IOException {
        var certificates = read(file);
        session.answers()
                .give(
                        () -> certificates.stream()
                                .map(CertificateCommands::document)
                                .toList(),
                        () -> certificates.stream().flatMap(this::lines));
        return Exit.DONE.code();
    }

    @Command(description = "What each certificate in a file does against the rules. Ends with 1 if there is anything.")
    int lint(@Parameters(paramLabel = "FILE") Path file) throws StoppedException, IOException {
        var findings = read(file).stream()
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

    private List<Certificate> read(Path file) throws StoppedException, IOException {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(MOST_BYTES);
        }
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
