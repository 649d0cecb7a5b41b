package org.hearthkey.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.print.Paper;
import picocli.CommandLine.Option;

/// What is to be done with a house that is sold, and what is to be written.
final class HandOverOptions {
    @Option(
            names = "--out",
            paramLabel = "PACKAGE",
            description = "Make the sealed package for the buyer. Asks for the root secret. Ends nothing yet.")
    Optional<Path> out = Optional.empty();

    @Option(
            names = "--words-sheet",
            paramLabel = "FILE",
            description = "With --out: put the words that open the package on a sheet for the buyer, a PDF.")
    Optional<Path> wordsSheet = Optional.empty();

    @Option(names = "--cancel", description = "Take the package back. No receipt for it is accepted any more.")
    boolean cancel;

    @Option(
            names = "--finish",
            paramLabel = "RECEIPT",
            description = "End this home by the buyer's receipt: its file, or a picture or PDF of the buyer's sheet."
                    + " Asks for the root secret.")
    Optional<Path> finish = Optional.empty();

    @Option(
            names = "--finish-without-receipt",
            description = "Says that you know: nobody has shown that the package was opened, and the codes of all"
                    + " devices are destroyed here all the same.")
    boolean withoutReceipt;

    @Option(
            names = "--pause",
            description = "With either: stop once the last lists are signed, so that `export usb` and `export hub`"
                    + " can bring them. The same without it goes on.")
    boolean pause;

    @Option(
            names = "--usb",
            arity = "1",
            paramLabel = "DIR",
            description = "With either: write the last bundle to DIR/hearthkey before the end. May be repeated.")
    List<Path> drives = List.of();

    @Option(
            names = "--lists",
            paramLabel = "DIR",
            description = "Write the last lists there, each a PEM file, for hubs that take no bundle.")
    Optional<Path> lists = Optional.empty();

    @Option(names = "--proof", paramLabel = "FILE", description = "Write the proof sheet, a PDF, once it is done.")
    Optional<Path> proof = Optional.empty();

    @Option(names = "--paper", paramLabel = "SIZE", description = "a4 or letter. Default: a4.")
    Optional<Paper> paper = Optional.empty();

    /// Whether these options go together.
    boolean fit() {
        var acts = Stream.of(out.isPresent(), cancel, finish.isPresent(), withoutReceipt)
                .filter(asked -> asked)
                .count();
        boolean ends = finish.isPresent() || withoutReceipt;
        return acts <= 1
                && (out.isPresent() || wordsSheet.isEmpty())
                && (ends || (!pause && drives.isEmpty()))
                && !(pause && (lists.isPresent() || proof.isPresent()));
    }

    /// Whether they ask for something that a home which was handed over no longer does. Finishing once more is none: what
    /// was broken off before its papers were written goes on.
    boolean change() {
        return out.isPresent() || cancel;
    }

    Paper paper() {
        return paper.orElse(Paper.A4);
    }
}
