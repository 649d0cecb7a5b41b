package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.app.text.DriveWords;
import org.hearthkey.core.drive.DriveFinder;
import org.hearthkey.core.drive.FoundDrive;
import org.hearthkey.core.drive.Offer;
import org.hearthkey.core.drive.Removal.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "drive", description = "See which drives a bundle can go to, and take one out. Unlocks no home.")
final class DriveCommands {
    private final Session session;
    private final DriveWords drives = DriveWords.in(Locale.ENGLISH);

    DriveCommands(Session session) {
        this.session = session;
    }

    @Command(description = "List the drives of this computer, those made to be carried first.")
    int list() throws StoppedException, IOException {
        var offers = session.drives().offers(session.knownHomeFile(), DriveFinder.USUAL_BYTES);
        session.answers()
                .give(() -> offers.stream().map(DriveCommands::document).toList(), () -> lines(offers));
        return Exit.DONE.code();
    }

    private static Map<String, Object> document(Offer offer) {
        var drive = offer.drive();
        var document = new LinkedHashMap<String, Object>();
        document.put("name", drive.name());
        document.put("folder", drive.folder().toString());
        document.put("device", drive.device());
        document.put("fileSystem", drive.fileSystem());
        document.put("size", drive.size());
        document.put("free", drive.free());
        document.put("kind", drive.kind().code());
        document.put("writable", drive.access() == FoundDrive.Access.WRITABLE);
        offer.objection().ifPresent(objection -> document.put("objection", objection.code()));
        return document;
    }

    private Stream<String> lines(List<Offer> offers) {
        if (offers.isEmpty()) {
            return Stream.of(session.words().text("drive.none"));
        }
        var table = new Table(
                session.words().text("drive.name.head"),
                session.words().text("drive.room.head"),
                session.words().text("drive.files.head"),
                session.words().text("drive.kind.head"),
                session.words().text("drive.folder.head"));
        for (var offer : offers) {
            var drive = offer.drive();
            table.add(
                    drive.name(),
                    drives.free(drive),
                    drive.fileSystem(),
                    drives.kind(drive.kind()),
                    drive.folder().toString());
        }
        var objections = offers.stream()
                .filter(offer -> offer.drive().kind() != FoundDrive.Kind.SYSTEM)
                .flatMap(offer -> offer.objection().stream()
                        .map(objection -> session.words()
                                .text(
                                        "drive.objection",
                                        Plain.text(offer.drive().name()),
                                        drives.sentence(objection))));
        return Stream.concat(table.lines(), objections);
    }

    @Command(description = "Write out what waits for a drive and make it safe to pull out.")
    int eject(@Parameters(paramLabel = "DIR", description = "Where the drive appears.") Path folder)
            throws StoppedException, IOException {
        var wanted = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath();
        for (var offer : session.drives().offers(session.knownHomeFile(), 0)) {
            if (wanted.equals(offer.drive().folder())) {
                return tell(offer.drive(), session.remover().remove(offer.drive()));
            }
        }
        throw new StoppedException(Exit.FAILED, session.words().text("drive.unknown", folder));
    }

    private int tell(FoundDrive drive, Outcome outcome) {
        session.answers()
                .give(
                        () -> Map.of("folder", drive.folder().toString(), "state", state(outcome)),
                        () -> Stream.of(drives.sentence(outcome, drive)));
        return switch (outcome) {
            case Outcome.Safe() -> Exit.DONE.code();
            case Outcome.InUse(), Outcome.ByHand _ -> Exit.FAILED.code();
            case Outcome.Stays() -> Exit.REFUSED.code();
        };
    }

    private static String state(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Safe() -> "safe";
            case Outcome.InUse() -> "in-use";
            case Outcome.ByHand _ -> "by-hand";
            case Outcome.Stays() -> "stays";
        };
    }
}
