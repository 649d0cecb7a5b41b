package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.hearthkey.app.passphrase.PassphraseReview;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.Token;

/// Where passphrases come from: the first line of a file that was named, else somebody at the terminal. Never from an
/// argument.
final class Secrets {
    private final Surroundings around;
    private final GlobalOptions options;
    private final Answers answers;
    private final Findings findings;
    private final Words words;

    Secrets(Surroundings around, GlobalOptions options, Answers answers, Findings findings, Words words) {
        this.around = around;
        this.options = options;
        this.answers = answers;
        this.findings = findings;
        this.words = words;
    }

    /// What unlocks the home in `file`.
    Passphrase home(Path file) throws StoppedException, IOException {
        return options.passphraseFile.isPresent()
                ? read(options.passphraseFile.get())
                : ask(words.text("secret.home.ask", name(file)), "--passphrase-file");
    }

    /// Whether what unlocks the home was named, so that nobody need be asked.
    boolean namesHome() {
        return options.passphraseFile.isPresent() || options.token.isPresent();
    }

    /// What unlocks the root key.
    Passphrase root() throws StoppedException, IOException {
        return options.rootPassphraseFile.isPresent()
                ? read(options.rootPassphraseFile.get())
                : ask(words.text("secret.root.ask"), "--root-passphrase-file");
    }

    /// Whether the root's secret was named, or somebody is there to be asked for it.
    boolean mayAskForRoot() {
        return options.rootPassphraseFile.isPresent()
                || namesRootPin()
                || around.terminal().isPresent();
    }

    /// What will unlock a home that is being made.
    ///
    /// @throws StoppedException if it is too short, or was typed and is weaker than the window would take
    Passphrase newHome(PassphraseReview review) throws StoppedException, IOException {
        return options.passphraseFile.isPresent()
                ? longEnough(read(options.passphraseFile.get()), review, words.text("secret.home.weak"))
                : strong(
                        askTwice(words.text("secret.home.new"), "--passphrase-file"),
                        review,
                        words.text("secret.home.weak"));
    }

    /// What will unlock the root key of a home that is being made.
    ///
    /// @throws StoppedException if it is too short, or was typed and is weaker than the window would take
    Passphrase newRoot(PassphraseReview review) throws StoppedException, IOException {
        return options.rootPassphraseFile.isPresent()
                ? longEnough(read(options.rootPassphraseFile.get()), review, words.text("secret.root.weak"))
                : strong(
                        askTwice(words.text("secret.root.new"), "--root-passphrase-file"),
                        review,
                        words.text("secret.root.weak"));
    }

    /// What will unlock a home that is there.
    ///
    /// @throws StoppedException if it is too short, or was typed and is weaker than the window would take
    Passphrase newUnlocking(PassphraseReview review) throws StoppedException, IOException {
        return newOne(review, words.text("secret.home.new"), words.text("secret.home.weak"));
    }

    /// What will unlock the root key of a home that is there.
    ///
    /// @throws StoppedException if it is too short, or was typed and is weaker than the window would take
    Passphrase newRootPassphrase(PassphraseReview review) throws StoppedException, IOException {
        return newOne(review, words.text("secret.root.new"), words.text("secret.root.weak"));
    }

    private Passphrase newOne(PassphraseReview review, String question, String weak)
            throws StoppedException, IOException {
        return options.newPassphraseFile.isPresent()
                ? longEnough(read(options.newPassphraseFile.get()), review, weak)
                : strong(askTwice(question, "--new-passphrase-file"), review, weak);
    }

    /// What opens the package of a house.
    Passphrase house(Path file, Optional<Path> words) throws StoppedException, IOException {
        return words.isPresent()
                ? read(words.get())
                : ask(this.words.text("secret.house.ask", name(file)), "--words-file");
    }

    /// What opens at a hub.
    Passphrase hub(HubName hub, Optional<Path> file) throws StoppedException, IOException {
        return file.isPresent() ? read(file.get()) : ask(words.text("secret.hub.ask", hub), "--password-file");
    }

    /// What opens the key of another program.
    Passphrase foreignKey(Path place, Optional<Path> file) throws StoppedException, IOException {
        return file.isPresent()
                ? read(file.get())
                : ask(words.text("secret.foreign.ask", name(place)), "--key-passphrase-file");
    }

    /// The secret that a RADIUS server shares with who talks to it.
    Passphrase radius(ListenerAddress server, Optional<Path> file) throws StoppedException, IOException {
        return file.isPresent() ? read(file.get()) : ask(words.text("secret.radius.ask", server), "--secret-file");
    }

    /// The PIN of the token that unlocks the home, or that a key is made on.
    Passphrase pin(Token token) throws StoppedException, IOException {
        return pin(options.pinFile, words.text("secret.pin.ask", token.facts().label()), "--pin-file");
    }

    /// The PIN of a token that will unlock. It is never taken from the file of the one that unlocks now.
    Passphrase newPin(Token token) throws StoppedException, IOException {
        var file = options.newPinFile.isPresent() || options.token.isPresent() ? options.newPinFile : options.pinFile;
        return pin(file, words.text("secret.pin.ask", token.facts().label()), "--new-pin-file");
    }

    /// The PIN of the token that has the root's key. It is never taken from another token's file: a wrong PIN costs a try.
    Passphrase rootPin(Token token) throws StoppedException, IOException {
        return pin(rootPinFile(), words.text("secret.pin.root", token.facts().label()), "--root-pin-file");
    }

    /// Whether a file was named for the PIN of the root's token.
    boolean namesRootPin() {
        return rootPinFile().isPresent();
    }

    private Optional<Path> rootPinFile() {
        return options.rootPinFile.isPresent() || options.token.isPresent() ? options.rootPinFile : options.pinFile;
    }

    private Passphrase pin(Optional<Path> file, String question, String option) throws StoppedException, IOException {
        return file.isPresent() ? read(file.get()) : ask(question, option);
    }

    private Passphrase strong(Passphrase chosen, PassphraseReview review, String weak) throws StoppedException {
        var verdict = chosen.useChars(review::of);
        if (verdict.isEnough()) {
            return chosen;
        }
        chosen.close();
        throw findings.refusal(weak, verdict.findings());
    }

    /// A script's passphrase was chosen elsewhere, with what nobody here knows: a weakness is told, and only the length
    /// refused.
    private Passphrase longEnough(Passphrase chosen, PassphraseReview review, String weak) throws StoppedException {
        var verdict = chosen.useChars(review::of);
        if (verdict.isTooShort()) {
            chosen.close();
            throw findings.refusal(weak, verdict.findings());
        }
        if (!verdict.isEnough()) {
            answers.remark(weak);
            findings.lines(verdict.findings()).forEach(answers::remark);
        }
        return chosen;
    }

    private Passphrase read(Path file) throws StoppedException, IOException {
        warnOfReaders(file);
        try {
            return Passphrase.readFirstLine(file);
        } catch (FileSystemException unreadable) {
            throw unreadable;
        } catch (IOException noPassphrase) {
            throw new StoppedException(Exit.LOCKED, words.text("secret.file.empty", file));
        }
    }

    private void warnOfReaders(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix") || !Files.isRegularFile(file)) {
            return;
        }
        var readers = EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        readers.retainAll(Files.getPosixFilePermissions(file));
        if (!readers.isEmpty()) {
            answers.remark(words.text("secret.file.readable", file));
        }
    }

    private Passphrase askTwice(String question, String option) throws StoppedException {
        var first = ask(question, option);
        try (var second = ask(words.text("secret.again"), option)) {
            if (first.use(one -> second.use(other -> MessageDigest.isEqual(one, other)))) {
                return first;
            }
        } catch (StoppedException | RuntimeException failed) {
            first.close();
            throw failed;
        }
        first.close();
        throw new StoppedException(Exit.LOCKED, words.text("secret.differ"));
    }

    private Passphrase ask(String question, String option) throws StoppedException {
        var terminal = around.terminal()
                .orElseThrow(() -> new StoppedException(Exit.LOCKED, words.text("secret.nobody", option)));
        var typed = terminal.ask(question).orElseGet(() -> new char[0]);
        try {
            return Passphrase.parse(typed)
                    .orElseThrow(() -> new StoppedException(Exit.LOCKED, words.text("secret.none")));
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private static String name(Path file) {
        return Optional.ofNullable(file.getFileName()).orElse(file).toString();
    }
}
