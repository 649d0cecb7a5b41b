package org.hearthkey.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.token.TokenUri;
import picocli.CommandLine.Option;

/// What there is of a home whose file is lost.
final class RebuildOptions {
    @Option(names = "--new-home", required = true, paramLabel = "FILE", description = "Make the home’s new file here.")
    Path file = Path.of("");

    @Option(
            names = "--core",
            arity = "1..*",
            paramLabel = "FILE",
            description = "The sealed core: its file, or pictures or scans of its codes. Without it you are asked for"
                    + " the texts of its codes.")
    List<Path> core = new ArrayList<>();

    @Option(
            names = "--witness",
            paramLabel = "DIR",
            description = "A drive with a bundle or a checkpoint of the home: numbers go on from those in it, and every"
                    + " issuer in it is taken back. Can be given several times.")
    List<Path> witnesses = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE|TEXT",
            description = "A checkpoint of the lost journal: its file, or the groups on the paper. The new journal"
                    + " begins with it. Can be given several times.")
    List<String> checkpoints = new ArrayList<>();

    @Option(
            names = "--root",
            paramLabel = "pkcs11:URI",
            description = "The token that has the root’s key, where the core does not.")
    Optional<TokenUri> token = Optional.empty();
}
