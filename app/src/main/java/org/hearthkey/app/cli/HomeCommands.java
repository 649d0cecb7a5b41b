package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.token.TokenUri;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "home", description = "Create a home, look at it, check its file, or change what unlocks it.")
final class HomeCommands {
    private final Session session;

    HomeCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Create a home: its root, its zones and their first revocation lists.")
    int create(
            @Option(names = "--name", required = true, paramLabel = "TEXT", description = "What you call the home.")
                    HomeName name,
            @Option(
                            names = "--zones",
                            split = ",",
                            paramLabel = "ZONE",
                            defaultValue = "lighting,climate,security",
                            description = "Its zones, with commas between them. Default: ${DEFAULT-VALUE}.")
                    List<ZoneName> zones,
            @Option(
                            names = "--root",
                            paramLabel = "PLACE",
                            defaultValue = "software",
                            description =
                                    "Where the root key lives: software is sealed in the file, pkcs11:token=LABEL is"
                                            + " made on a token.")
                    RootChoice root,
            @Option(
                            names = "--no-copy-of-root",
                            description = "Says that you know: nobody can copy a root key that lives on a token only.")
                    boolean withoutCopy)
            throws StoppedException, IOException {
        return new HomeMaking(session, plan(session, name, zones).with(session.whetherRehearsed()))
                .with(root, withoutCopy);
    }

    @Command(
            name = "hand-over",
            description = {
                "Sell the house: a sealed package for its buyer, and the end of this home once the buyer gave a"
                        + " receipt.",
                "Without an option it says how far that has come."
            })
    int handOver(@Mixin HandOverOptions options) throws StoppedException, RefusedException, IOException {
        return new HouseSelling(session, options).run();
    }

    @Command(
            description = {
                "Create your own home from the package of a house that you took over. It gets a root of its own; the"
                        + " devices wait to be set up again.",
                "Asks for the words that came with the package, and for two new passphrases."
            })
    int receive(
            @Parameters(paramLabel = "PACKAGE", description = "The file that the seller gave you.") Path file,
            @Option(
                            names = "--words-file",
                            paramLabel = "FILE",
                            description = "Its first line has the words of the package. Without it you are asked.")
                    Optional<Path> words,
            @Option(
                            names = "--name",
                            paramLabel = "TEXT",
                            description = "What you call the home. Default: as the seller did.")
                    Optional<HomeName> name,
            @Option(
                            names = "--zones",
                            split = ",",
                            arity = "1",
                            paramLabel = "ZONE",
                            description = "Its zones, with commas between them. Default: those of the package.")
                    @Nullable
                    List<ZoneName> zones,
            @Option(
                            names = "--root",
                            paramLabel = "PLACE",
                            defaultValue = "software",
                            description = "Where the root key lives, as in create.")
                    RootChoice root,
            @Option(names = "--no-copy-of-root", description = "As in create.") boolean withoutCopy,
            @Mixin ReceiptOptions papers)
            throws StoppedException, IOException {
        return new HouseReceiving(session, papers.papers())
                .receive(file, words, name, zones == null ? List.of() : zones, root, withoutCopy);
    }

    @Command(description = "The receipt for the package that this home began with, once more.")
    int receipt(@Mixin ReceiptOptions papers) throws StoppedException, IOException {
        return new HouseReceiving(session, papers.papers()).again();
    }

    @Command(
            name = "root-to-token",
            description = "Copy the root key from the file to a token. The file keeps its own, unless --move is given.")
    int rootToToken(
            @Parameters(paramLabel = "TOKEN", description = "Such as pkcs11:token=Maple;object=root.") TokenUri uri,
            @Option(names = "--move", description = "Take the key out of the file once the token has signed with it.")
                    boolean move,
            @Option(names = "--no-copy-of-root", description = "With --move: says that you know what it means.")
                    boolean withoutCopy)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            var onToken = new RootOnToken(session, uri);
            return move ? onToken.moveFrom(home, withoutCopy) : onToken.copyFrom(home);
        }
    }

    static NewHome plan(Session session, HomeName name, List<ZoneName> zones) throws StoppedException {
        try {
            return new NewHome(name, zones);
        } catch (IllegalArgumentException notAPlan) {
            throw new StoppedException(Exit.MISUSED, session.words().text("home.zones.wrong"));
        }
    }

    @Command(
            description =
                    "Who this home is: its zones, the fingerprint of its root, and the second signer of its bundles.")
    int show() throws StoppedException, IOException {
        try (var home = session.open()) {
            HomeMaking.tell(session, home);
        }
        return Exit.DONE.code();
    }

    @Command(description = "Change the passphrase that unlocks the home. Asks for the root passphrase.")
    int passphrase() throws StoppedException, RefusedException, IOException {
        return new HomeUnlocking(session).changePassphrase();
    }

    @Command(name = "root-passphrase", description = "Change the passphrase of the root key.")
    int rootPassphrase() throws StoppedException, RefusedException, IOException {
        return new HomeUnlocking(session).changeRootPassphrase();
    }

    @Command(
            name = "new-key",
            description = {
                "Seal the whole home under a new key, in a new file. Asks for the root secret.",
                "For when somebody may have an old copy of the file and what opened it, or has changed the slots."
            })
    int newKey(
            @Option(
                            names = "--end-other-ways",
                            description = "Says that you know: other passphrases end, and must be added again.")
                    boolean endingOthers)
            throws StoppedException, RefusedException, IOException {
        return new KeyRenewing(session).renew(endingOthers);
    }

    @Command(description = "The ways to unlock the home.")
    int slots() throws StoppedException, IOException {
        return new HomeUnlocking(session).list();
    }

    @Command(description = "Check that the home's file holds together.")
    int verify(
            @Option(
                            names = "--many",
                            paramLabel = "FILE",
                            description =
                                    "Check every home that FILE names, one path a line, with the same passphrase.")
                    Optional<Path> many)
            throws StoppedException, IOException {
        if (many.isPresent()) {
            return new HomeVerifying(session).verifyAll(many.get());
        }
        try (var home = session.open()) {
            var soundness = home.soundness();
            session.answers()
                    .give(() -> HomeVerifying.document(soundness), () -> HomeVerifying.lines(session, soundness));
        }
        return Exit.DONE.code();
    }

    @Command(description = "Copy the home's file, open the copy and compare it. Nothing is overwritten.")
    int backup(@Parameters(paramLabel = "FILE", description = "Where the copy goes.") Path copy)
            throws StoppedException, IOException {
        try (var home = session.open()) {
            home.backup(copy);
            var commit = home.soundness().commit();
            session.answers()
                    .give(
                            () -> Map.of("file", copy.toString(), "commit", commit),
                            () -> Stream.of(session.words().text("backup.done", copy, commit)));
        }
        return Exit.DONE.code();
    }
}
