package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.deliver.Deliveries.Delivered;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.HubPrograms;
import org.hearthkey.core.deliver.Receipts;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.transport.ReadBack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Hand the home's anchors and revocation lists out as a signed bundle.")
final class ExportCommands {
    private final Session session;

    ExportCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Write the bundle to DIR/hearthkey, read it back and say what was proven.")
    int usb(
            @Parameters(
                            paramLabel = "DIR",
                            arity = "0..1",
                            description =
                                    "The drive, or any folder. Without it: the only drive there is, once you say so.")
                    Optional<Path> named,
            @Option(
                            names = "--with-hub-program",
                            description = "Put the hub's program beside it, in DIR/hearthkey-hub: for a new hub, and to"
                                    + " try servers from any computer.")
                    boolean withProgram,
            @Option(names = "--what-if", description = "Only say what that would do, and write nothing.")
                    boolean whatIf)
            throws StoppedException, RefusedException, IOException {
        var directory = named.isPresent() ? named.get() : new DriveChoosing(session).choose();
        try (var home = whatIf ? session.open() : session.openToChange()) {
            if (whatIf) {
                new ForecastTelling(session).tell(List.of(home.forecasts().at(directory)));
                return Exit.DONE.code();
            }
            var receipts = home.receipts().readFrom(directory);
            var program = withProgram
                    ? Optional.of(home.hubPrograms().export(directory, DeliveryProgress.NONE))
                    : Optional.<Path>empty();
            var delivered = export(home, directory);
            var root = home.issuers().root().certificate().fingerprint();
            session.answers()
                    .give(
                            () -> document(delivered, program, receipts),
                            () -> Stream.concat(
                                    new ReceiptTelling(session).lines(receipts).stream(),
                                    lines(delivered, program, root.words().toString())));
        }
        return Exit.DONE.code();
    }

    @Command(description = "Deliver the bundle to a hub, read it back and say what the hub says.")
    int hub(
            @Parameters(paramLabel = "NAME", description = "Its name in `hub list`.") HubName name,
            @Option(names = "--what-if", description = "Only say what that would do, and send nothing.") boolean whatIf)
            throws StoppedException, RefusedException, IOException {
        return whatIf ? new HubExporting(session).foresee(name) : new HubExporting(session).export(name);
    }

    private Delivered export(Home home, Path directory) throws StoppedException, RefusedException, IOException {
        return new HitAsking(session, home)
                .deliver(
                        bar -> home.deliveries().export(directory, bar),
                        (root, bar) -> home.deliveries().export(directory, root, bar));
    }

    private static Map<String, Object> document(
            Delivered delivered, Optional<Path> program, List<Receipts.Read> receipts) {
        var document = Documents.bundle(delivered.bundle());
        program.ifPresent(folder -> document.put("hubProgram", folder.toString()));
        document.put("state", DeliveryState.DELIVERED.code());
        document.put("receipts", receipts.stream().map(ReceiptTelling::document).toList());
        return document;
    }

    private Stream<String> lines(Delivered delivered, Optional<Path> program, String root) {
        var words = session.words();
        var bundle = delivered.bundle();
        var folder = delivered.written().folder();
        var cached = delivered.written().readBack() == ReadBack.FROM_SYSTEM;
        return Stream.of(
                        Stream.of(words.text(
                                "export.done",
                                bundle.number(),
                                folder,
                                bundle.files().size())),
                        cached ? Stream.of(words.text("export.cached")) : Stream.<String>empty(),
                        program.stream().flatMap(this::check),
                        Stream.of(words.text("export.root", root)),
                        Stream.of(words.text(
                                delivered.checkpoint().isPresent() ? "export.witness" : "export.witness.missing")),
                        Stream.of(words.text("export.remove", folder.resolveSibling(""))))
                .flatMap(line -> line);
    }

    /// What to type where the program is to run: a swapped stick cannot say it itself.
    private Stream<String> check(Path program) {
        return Stream.concat(Stream.of(session.words().text("export.program", program)), HubPrograms.CHECK.stream());
    }
}
