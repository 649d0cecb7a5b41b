package org.hearthkey.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options of every command; they may stand before or after its name.
final class GlobalOptions {
    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The home's file. Without it: HEARTHKEY_HOME, else the home opened last.")
    Optional<Path> home = Optional.empty();

    @Option(
            names = "--passphrase-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Its first line unlocks the home. Without it you are asked.")
    Optional<Path> passphraseFile = Optional.empty();

    @Option(
            names = "--root-passphrase-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Its first line unlocks the root key, for the acts that need it.")
    Optional<Path> rootPassphraseFile = Optional.empty();

    @Option(
            names = "--new-passphrase-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Its first line is the new passphrase, for the acts that set one.")
    Optional<Path> newPassphraseFile = Optional.empty();

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Answer with one JSON document on standard output, and nothing else there.")
    boolean json;

    @Option(
            names = "--replace",
            scope = ScopeType.INHERIT,
            description = "Overwrite files that are already there. A home is never overwritten.")
    boolean replace;

    /// For tests and rehearsals.
    @Option(names = "--at", scope = ScopeType.INHERIT, hidden = true, paramLabel = "INSTANT")
    Optional<Instant> at = Optional.empty();
}
