package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.adopt.Adopted;
import org.hearthkey.core.adopt.FoundCertificate;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.revoke.SignedList;
import org.hearthkey.core.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "adopted",
        description = "What other programs had issued with the keys that root import and zone import took over.")
final class AdoptedCommands {
    private final Session session;

    AdoptedCommands(Session session) {
        this.session = session;
    }

    /// What one issuer had issued.
    private record Row(Adopted adopted, FoundCertificate certificate) {}

    @Command(description = "All that it is known of, and what is revoked.")
    int list() throws StoppedException, IOException {
        try (var home = session.open()) {
            var rows = rows(home);
            session.answers()
                    .give(() -> rows.stream().map(AdoptedCommands::document).toList(), () -> {
                        var words = session.words();
                        var table = new Table(
                                words.text("adopted.serial"),
                                words.text("adopted.subject"),
                                words.text("adopted.issuer"),
                                words.text("adopted.ends"),
                                words.text("adopted.state"));
                        rows.forEach(row -> table.add(
                                row.certificate().serial().hex(),
                                row.certificate().subject(),
                                row.adopted().issuer().code(),
                                session.dates().day(row.certificate().ends()),
                                row.certificate()
                                        .revoked()
                                        .map(revoked -> revoked.reason().text())
                                        .orElse("")));
                        return table.lines();
                    });
        }
        return Exit.DONE.code();
    }

    @Command(description = "Revoke one of them. The next list of its issuer is signed: of the root, with its secret.")
    int revoke(
            @Parameters(paramLabel = "SERIAL", description = "Its number in `adopted list`.") SerialNumber serial,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "REASON",
                            description = "A name of RFC 5280, such as keyCompromise.")
                    Reason reason)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            var words = session.words();
            var row = rows(home).stream()
                    .filter(each -> each.certificate().serial().equals(serial)
                            && each.certificate().revoked().isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new StoppedException(Exit.REFUSED, words.text("adopted.unknown", serial)));
            var list = revoke(home, row.adopted().issuer(), serial, reason);
            session.answers()
                    .give(
                            () -> Documents.list(list),
                            () -> Stream.of(words.text(
                                    "adopted.revoked",
                                    row.certificate().subject(),
                                    list.number().toString())));
        }
        return Exit.DONE.code();
    }

    private SignedList revoke(Home home, Role issuer, SerialNumber serial, Reason reason)
            throws StoppedException, RefusedException, IOException {
        if (issuer instanceof Role.Zone(var zone)) {
            return home.adoptions().revoke(zone, serial, reason);
        }
        try (var root = session.tokens().root(home)) {
            return home.adoptions().revokeRoots(serial, reason, root.secret());
        }
    }

    private static List<Row> rows(Home home) {
        return home.adoptions().all().stream()
                .flatMap(adopted -> home.adoptions().issued(adopted.issuer()).stream()
                        .map(certificate -> new Row(adopted, certificate)))
                .toList();
    }

    private static Map<String, Object> document(Row row) {
        var document = new LinkedHashMap<String, Object>();
        document.put("issuer", row.adopted().issuer().code());
        document.put("source", row.adopted().source().code());
        document.put("serial", row.certificate().serial().hex());
        document.put("subject", row.certificate().subject());
        document.put("notAfter", row.certificate().ends().toString());
        row.certificate().revoked().ifPresent(revoked -> {
            document.put("revokedAt", revoked.at().toString());
            document.put("reason", revoked.reason().text());
        });
        return document;
    }
}
