package org.hearthkey.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which authority of another program is taken over, and what opens its key.
final class AuthorityOptions {
    @Option(names = "--authority", paramLabel = "NAME", description = "Which one, where a database of XCA has several.")
    Optional<String> authority = Optional.empty();

    @Option(
            names = "--key-passphrase-file",
            paramLabel = "FILE",
            description = "The first line of this file opens the key there, if it is encrypted.")
    Optional<Path> keyPassphrase = Optional.empty();
}
