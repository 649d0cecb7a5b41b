package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.print.Paper;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.seal.RefusedException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "recovery",
        description = "Recovery sheets: paper that brings the home back when the computer or the passphrase is gone.")
final class RecoveryCommands {
    private static final String SHARES =
            "Sheets: pictures, scans, PDFs, or text files with their words. Without it you are asked for the words.";

    private final Session session;

    RecoveryCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Make new recovery sheets, print them and read them back. They end the sheets before.")
    int issue(
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = "Write the sheets here, a PDF to print and then to delete.")
                    Path out,
            @Option(names = "--sheets", paramLabel = "N", description = "How many sheets: 2 to 16. Default: 3.")
                    Optional<Integer> sheets,
            @Option(
                            names = "--threshold",
                            paramLabel = "N",
                            description = "How many of them have to come together. Default: 2.")
                    Optional<Integer> threshold,
            @Option(
                            names = "--group",
                            paramLabel = "[NAME=]T/N",
                            description = "In place of the two above: a group of N sheets, of which T have to come"
                                    + " together, and who holds them, such as \"The family=2/3\". Several groups"
                                    + " are possible.")
                    List<SharePlan.Group> groups,
            @Option(
                            names = "--group-threshold",
                            paramLabel = "N",
                            description = "How many groups have to come together. Default: all.")
                    Optional<Integer> groupThreshold,
            @Option(names = "--paper", paramLabel = "SIZE", description = "a4 or letter. Default: a4.")
                    Optional<Paper> paper,
            @Option(
                            names = "--read-back",
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "Pictures or scans of the printed sheets. Without it you are asked for the"
                                    + " words of each.")
                    List<Path> readBack)
            throws StoppedException, RefusedException, IOException {
        var plan = new SharePlanning(session).plan(sheets, threshold, groups, groupThreshold);
        new SheetIssuing(session, paper.orElse(Paper.A4), given(readBack)).issue(plan, out);
        return Exit.DONE.code();
    }

    @Command(description = "Which sheets are in force, where they are kept, and when they were last proven.")
    int show() throws StoppedException, IOException {
        try (var home = session.open()) {
            new SheetTelling(session).tell(home.recoverySheets().issued());
        }
        return Exit.DONE.code();
    }

    @Command(name = "kept-at", description = "Note where a sheet is kept.")
    int keptAt(
            @Parameters(paramLabel = "SHEET", description = "Its number, 1 for the first.") int sheet,
            @Parameters(paramLabel = "PLACE", description = "Where, in your words.") String place)
            throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            new SheetTelling(session).keptAt(home, sheet, place);
        }
        return Exit.DONE.code();
    }

    @Command(
            description =
                    "Write the sealed core, which the sheets open where the home's file is gone. It is no secret.")
    int core(
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = "Write it here: as a PDF with codes if the name ends in .pdf.")
                    Path out,
            @Option(names = "--paper", paramLabel = "SIZE", description = "a4 or letter. Default: a4.")
                    Optional<Paper> paper)
            throws StoppedException, IOException {
        try (var home = session.open()) {
            new SheetTelling(session).writeCore(home, out, paper.orElse(Paper.A4));
        }
        return Exit.DONE.code();
    }

    @Command(description = "Prove that the sheets bring the home back. Everything is forgotten afterwards.")
    int drill(
            @Option(names = "--share", arity = "1..*", paramLabel = "FILE", description = SHARES) List<Path> shares,
            @Option(
                            names = "--core",
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "The sealed core: its file, or pictures or scans of its codes. Without it:"
                                    + " the one in the home.")
                    List<Path> core)
            throws StoppedException, RefusedException, IOException {
        new Restoring(session).drill(given(shares), given(core));
        return Exit.DONE.code();
    }

    @Command(
            description = "Open a home whose passphrase is lost with its sheets, and give it new passphrases. Where the"
                    + " home’s file is lost as well, --new-home makes another from the sheets and the sealed core.")
    int restore(
            @Option(names = "--share", arity = "1..*", paramLabel = "FILE", description = SHARES) List<Path> shares,
            @ArgGroup(exclusive = false, heading = "Where the home’s file is lost:%n") RebuildOptions rebuild)
            throws StoppedException, RefusedException, IOException {
        if (rebuild == null) {
            new Restoring(session).restore(given(shares), Restoring.Around.NOTHING);
        } else {
            new Rebuilding(session, rebuild).rebuild(given(shares));
        }
        return Exit.DONE.code();
    }

    private static List<Path> given(List<Path> files) {
        return files == null ? List.of() : files;
    }
}
