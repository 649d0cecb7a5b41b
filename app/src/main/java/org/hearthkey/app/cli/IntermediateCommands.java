package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.handover.HandOver;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.authority.Intermediate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.intermediate.IntermediateApplication;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "intermediate",
        description = "Let the root certify the issuer of another program, such as step-ca, EJBCA or OpenBao.")
final class IntermediateCommands {
    private final Session session;

    IntermediateCommands(Session session) {
        this.session = session;
    }

    @Command(
            description = "Certify the issuer of another program from its request: for names below NAME.home.arpa only,"
                    + " and for no issuer below it. The root signs it.")
    int sign(
            @Option(names = "--csr", required = true, paramLabel = "FILE", description = "The request that it made.")
                    Path csr,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "Its part of the home, such as workshop. Never a zone's.")
                    ZoneName name,
            @Option(
                            names = "--years",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "How many years it lasts, 1 to 5. Default: ${DEFAULT-VALUE}.")
                    int years,
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description = "Write the certificate, and the chain to the root, here.")
                    Optional<Path> out)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            sign(home, csr, name, years, out);
        }
        return Exit.DONE.code();
    }

    /// Certifies an issuer of another program in a home that is open.
    void sign(Home home, Path csr, ZoneName name, int years, Optional<Path> out)
            throws StoppedException, RefusedException, IOException {
        var asked = new IntermediateApplication(name, new Evidence(session).request(csr), years);
        var findings = home.intermediates().review(asked);
        if (Findings.refuse(findings)) {
            throw session.findings().refusal(findings);
        }
        try (var handOver = session.handOver(new DeviceName(name.text()), out, KeySource.DEVICE);
                var root = session.tokens().root(home)) {
            var signed = home.intermediates().sign(asked, root.secret());
            tell(signed, write(home, signed, handOver), findings);
        }
    }

    private void tell(Intermediate signed, List<Path> files, List<Finding> findings) {
        session.answers()
                .give(
                        () -> {
                            var document = document(signed, files);
                            document.put("findings", session.findings().documents(findings));
                            return document;
                        },
                        () -> {
                            var lines = new ArrayList<>(session.findings().lines(findings));
                            lines.add(session.words().text("intermediate.done", signed.name(), end(signed)));
                            lines.addAll(fences(signed));
                            files.forEach(file -> lines.add(session.words().text("written", file)));
                            return lines.stream();
                        });
    }

    @Command(description = "The issuers of other programs that the root certified, and when they end.")
    int list() throws StoppedException, IOException {
        try (var home = session.open()) {
            var all = home.intermediates().all();
            session.answers().give(() -> all.stream().map(this::document).toList(), () -> {
                var words = session.words();
                var table = new Table(
                        words.text("intermediate.name"),
                        words.text("intermediate.state"),
                        words.text("intermediate.ends"));
                all.forEach(each -> table.add(each.name().text(), words.text(state(each)), end(each)));
                return table.lines();
            });
        }
        return Exit.DONE.code();
    }

    @Command(description = "One of them: its certificate, and what it may issue.")
    int show(
            @Parameters(paramLabel = "NAME") ZoneName name,
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description = "Write the certificate, and the chain to the root, here once more.")
                    Optional<Path> out)
            throws StoppedException, IOException {
        try (var home = session.open()) {
            var shown = find(home, name);
            try (var handOver = session.handOver(new DeviceName(name.text()), out, KeySource.DEVICE)) {
                tell(shown, write(home, shown, handOver));
            }
        }
        return Exit.DONE.code();
    }

    private static List<Path> write(Home home, Intermediate shown, HandOver handOver) throws IOException {
        return handOver.write(shown.certificate(), home.issuers().root().certificate(), Optional.empty());
    }

    private void tell(Intermediate shown, List<Path> files) {
        var words = session.words();
        session.answers().give(() -> document(shown, files), () -> {
            var lines = new ArrayList<String>();
            lines.add(words.text(
                    "intermediate.is",
                    shown.name(),
                    words.text(state(shown)),
                    end(shown),
                    shown.certificate().fingerprint().hex()));
            lines.addAll(fences(shown));
            files.forEach(file -> lines.add(words.text("written", file)));
            return lines.stream();
        });
    }

    private Map<String, Object> document(Intermediate shown, List<Path> files) {
        var document = document(shown);
        document.put("files", files.stream().map(Path::toString).toList());
        return document;
    }

    @Command(
            description =
                    "Take one back, with all that it issued: the root's list names it from then on. The root signs"
                            + " that list.")
    int withdraw(
            @Parameters(paramLabel = "NAME") ZoneName name,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "REASON",
                            description = "A name of RFC 5280, such as cessationOfOperation.")
                    Reason reason,
            @Option(
                            names = "--confirm",
                            paramLabel = "NAME",
                            description = "The name once more. Without it this only says what would happen.")
                    Optional<ZoneName> confirmed)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            var words = session.words();
            if (find(home, name).revoked().isPresent()) {
                throw new StoppedException(Exit.REFUSED, words.text("intermediate.withdraw.already", name));
            }
            if (!confirmed.equals(Optional.of(name))) {
                throw new StoppedException(Exit.REFUSED, words.text("intermediate.withdraw.confirm", name));
            }
            try (var root = session.tokens().root(home)) {
                var list = home.intermediates().withdraw(name, reason, root.secret());
                session.answers()
                        .give(
                                () -> Documents.list(list),
                                () -> Stream.of(words.text(
                                        "intermediate.withdraw.done",
                                        name,
                                        list.number().toString())));
            }
        }
        return Exit.DONE.code();
    }

    private Intermediate find(Home home, ZoneName name) throws StoppedException {
        return home.intermediates()
                .find(name)
                .orElseThrow(
                        () -> new StoppedException(Exit.REFUSED, session.words().text("intermediate.unknown", name)));
    }

    /// What whoever sets the other program up has to know, or validators refuse what it issues.
    private List<String> fences(Intermediate shown) {
        var subject = shown.certificate().subject();
        return List.of(session.words()
                .text(
                        "intermediate.fences",
                        shown.name().dnsName().text(),
                        subject.substring(0, subject.lastIndexOf(",CN="))));
    }

    private String state(Intermediate shown) {
        if (shown.revoked().isPresent()) {
            return "intermediate.withdrawn";
        }
        return shown.certificate().isInForce(session.now()) ? "intermediate.in-force" : "intermediate.ended";
    }

    private String end(Intermediate shown) {
        return session.dates().day(shown.certificate().notAfter());
    }

    private Map<String, Object> document(Intermediate shown) {
        var document = new LinkedHashMap<String, Object>();
        document.put("name", shown.name().text());
        document.put("dnsName", shown.name().dnsName().text());
        document.put("certificate", Documents.certificate(shown.certificate()));
        document.put("subject", shown.certificate().subject());
        shown.revoked().ifPresent(revoked -> withdrawn(document, revoked));
        return document;
    }

    private static void withdrawn(Map<String, Object> document, Credential.Revoked revoked) {
        document.put("revokedAt", revoked.at().toString());
        document.put("reason", revoked.reason().text());
    }
}
