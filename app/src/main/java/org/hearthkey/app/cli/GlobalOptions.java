package org.hearthkey.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.token.TokenUri;
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
            names = "--token",
            scope = ScopeType.INHERIT,
            paramLabel = "URI",
            description = "A token that unlocks the home, such as pkcs11:token=Maple. A PIN never stands here.")
    Optional<TokenUri> token = Optional.empty();

    @Option(
            names = "--pin-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Its first line is the token's PIN: of the one that unlocks, else of the root's.")
    Optional<Path> pinFile = Optional.empty();

    @Option(
            names = "--new-pin-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Its first line is the PIN of a token that is added, where another one unlocks.")
    Optional<Path> newPinFile = Optional.empty();

    @Option(
            names = "--root-pin-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Its first line is the PIN of the token with the root key, where another one unlocks.")
    Optional<Path> rootPinFile = Optional.empty();

    @Option(
            names = "--pkcs11-module",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The program through which tokens are reached. Without it: those that are installed.")
    Optional<Path> pkcs11Module = Optional.empty();

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

    /// The same options, where answers are for people.
    GlobalOptions forPeople() {
        var same = new GlobalOptions();
        same.home = home;
        same.passphraseFile = passphraseFile;
        same.rootPassphraseFile = rootPassphraseFile;
        same.newPassphraseFile = newPassphraseFile;
        same.token = token;
        same.pinFile = pinFile;
        same.newPinFile = newPinFile;
        same.rootPinFile = rootPinFile;
        same.pkcs11Module = pkcs11Module;
        same.replace = replace;
        same.at = at;
        return same;
    }

    /// These options, about another home.
    GlobalOptions about(Path other) {
        home = Optional.of(other);
        return this;
    }
}
