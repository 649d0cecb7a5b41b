package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.print.CodeSheets;
import org.hearthkey.app.print.Paper;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "setup-code",
        description = "The codes from the boxes of devices. Whoever has one can take its device over: each look asks"
                + " for the root passphrase or token, and the journal has it.")
final class SetupCodeCommands {
    private static final String PAPER = "a4 or letter. Default: a4.";

    private final Session session;

    SetupCodeCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Show the code of a device, once.")
    int show(@Parameters(paramLabel = "NAME", description = "The device.") DeviceName name)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            new SetupCodeTelling(session, home).show(name);
        }
        return Exit.DONE.code();
    }

    @Command(description = "Keep a photo of the label beside the code, or take it out again.")
    int photo(
            @Parameters(paramLabel = "NAME", description = "The device.") DeviceName name,
            @Option(
                            names = "--add",
                            paramLabel = "FILE",
                            description = "Keep this picture, made small. What else the file says is not kept.")
                    Optional<Path> add,
            @Option(names = "--out", paramLabel = "FILE", description = "Write the picture that is kept here, a JPEG.")
                    Optional<Path> out)
            throws StoppedException, RefusedException, IOException {
        if (add.isPresent() == out.isPresent()) {
            throw new StoppedException(Exit.MISUSED, session.words().text("setup-code.photo.one"));
        }
        try (var home = session.openToChange()) {
            var photos = new LabelPhotos(session, home);
            if (add.isPresent()) {
                photos.add(name, add.get());
            } else {
                photos.write(name, out.orElseThrow());
            }
        }
        return Exit.DONE.code();
    }

    @Command(description = "A sheet of stickers with the codes of several devices, as a PDF.")
    int print(
            @Parameters(arity = "1..*", paramLabel = "NAME", description = "The devices.") List<DeviceName> names,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "Write the sheet here.")
                    Path out,
            @Option(names = "--paper", paramLabel = "SIZE", description = PAPER) Optional<Paper> paper)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            new SheetPrinting(session, home, paper.orElse(Paper.A4)).printStickers(names, out);
        }
        return Exit.DONE.code();
    }

    @Command(
            name = "hand-over",
            description = "What whoever gets the device needs, as a PDF: its code, and how to reset.")
    int handOver(
            @Parameters(paramLabel = "NAME", description = "The device.") DeviceName name,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "Write the sheet here.")
                    Path out,
            @Option(names = "--paper", paramLabel = "SIZE", description = PAPER) Optional<Paper> paper,
            @Option(names = "--destroy", description = "Forget the code here once the sheet is written.")
                    boolean destroy)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            new SheetPrinting(session, home, paper.orElse(Paper.A4))
                    .handOver(name, out, destroy ? CodeSheets.Then.DESTROY : CodeSheets.Then.KEEP);
        }
        return Exit.DONE.code();
    }

    @Command(description = "Forget the code of a device and its photo. Older copies of the file still know them.")
    int destroy(@Parameters(paramLabel = "NAME", description = "The device.") DeviceName name)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            new SetupCodeTelling(session, home).destroy(name);
        }
        return Exit.DONE.code();
    }
}
