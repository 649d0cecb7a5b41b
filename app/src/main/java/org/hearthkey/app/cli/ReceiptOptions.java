package org.hearthkey.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.app.print.Paper;
import picocli.CommandLine.Option;

/// What a buyer of a house gets on paper and as files.
final class ReceiptOptions {
    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description = "Write the receipt for the seller here as well. It is no secret.")
    Optional<Path> receipt = Optional.empty();

    @Option(names = "--proof", paramLabel = "FILE", description = "Write your proof sheet here, a PDF.")
    Optional<Path> proof = Optional.empty();

    @Option(names = "--paper", paramLabel = "SIZE", description = "a4 or letter. Default: a4.")
    Optional<Paper> paper = Optional.empty();

    HouseReceiving.ReceivedPapers papers() {
        return new HouseReceiving.ReceivedPapers(receipt, proof, paper.orElse(Paper.A4));
    }
}
