package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hearthkey.app.passphrase.PassphraseReview;
import org.hearthkey.core.adopt.FoundAuthority;
import org.hearthkey.core.home.CreationStep;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.home.NewRoot;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.secret.Passphrase;

/// Makes a home and says who it is.
final class HomeMaking {
    private final Session session;
    private final NewHome plan;
    private final Maker maker;
    private final Telling telling;

    HomeMaking(Session session, NewHome plan) {
        this(session, plan, Homes::create, home -> tell(session, home));
    }

    /// @param maker makes the home itself
    /// @param telling answers with the home that was made
    HomeMaking(Session session, NewHome plan, Maker maker, Telling telling) {
        this.session = session;
        this.plan = plan;
        this.maker = maker;
        this.telling = telling;
    }

    /// What makes a home of all that was decided.
    interface Maker {
        Home make(Homes homes, Path file, NewHome plan, LockPlan slot, NewRoot root, Consumer<CreationStep> progress)
                throws IOException;
    }

    /// What is said of it.
    interface Telling {
        void tell(Home home) throws IOException;
    }

    /// Makes the home with its root where that is to live.
    ///
    /// @param withoutCopy whether the owner said to know that a key on a token cannot be copied
    int with(RootChoice root, boolean withoutCopy) throws StoppedException, IOException {
        return switch (root) {
            case RootChoice.InFile _ -> withRootInFile();
            case RootChoice.OnToken(var uri) -> {
                var token = new RootOnToken(session, uri);
                token.warn(withoutCopy);
                yield withRootOnToken(token);
            }
        };
    }

    int withRootInFile() throws StoppedException, IOException {
        var file = newFile();
        var review = review(file);
        try (var passphrase = session.secrets().newHome(review);
                var root = session.secrets().newRoot(review)) {
            if (passphrase.use(one -> root.use(other -> MessageDigest.isEqual(one, other)))) {
                session.answers().remark(session.words().text("home.create.same"));
            }
            var ways = List.of(session.homes().lockFor(root));
            return made(file, make(file, passphrase, new NewRoot.InFile(ways)));
        }
    }

    int withAdoptedRoot(Path file, FoundAuthority found, SoftwareKey key, List<Finding> findings)
            throws StoppedException, IOException {
        var review = review(file);
        try (var passphrase = session.secrets().newHome(review);
                var root = session.secrets().newRoot(review);
                var home = make(
                        file,
                        passphrase,
                        new NewRoot.Adopted(found, key, List.of(session.homes().lockFor(root))))) {
            session.remember(file);
            session.answers()
                    .give(
                            () -> {
                                var document = Documents.home(home);
                                document.put("source", found.source().code());
                                document.put("findings", session.findings().documents(findings));
                                return document;
                            },
                            () -> Stream.of(
                                            session.findings().lines(findings).stream(),
                                            lines(session, home),
                                            Stream.of(session.words().text("adopt.left-there")))
                                    .flatMap(lines -> lines));
        }
        return Exit.DONE.code();
    }

    int withRootOnToken(RootOnToken token) throws StoppedException, IOException {
        var file = newFile();
        try (var passphrase = session.secrets().newHome(review(file))) {
            return made(file, token.make(root -> make(file, passphrase, root)));
        }
    }

    Path newFile() throws StoppedException {
        var words = session.words();
        var file = session.namedHome()
                .orElseThrow(() -> new StoppedException(Exit.MISUSED, words.text("home.create.unnamed")));
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new StoppedException(Exit.FAILED, words.text("home.create.exists", file));
        }
        return file;
    }

    private int made(Path file, Home made) throws IOException {
        try (var home = made) {
            session.remember(file);
            telling.tell(home);
        }
        return Exit.DONE.code();
    }

    /// A thief who has the file knows its name, and guesses the rest of what is told here.
    private PassphraseReview review(Path file) {
        var context = new ArrayList<String>();
        context.add(plan.name().text());
        context.add(String.valueOf(file.getFileName()));
        plan.zones().forEach(zone -> context.add(zone.text()));
        return new PassphraseReview(context);
    }

    private Home make(Path file, Passphrase passphrase, NewRoot root) throws IOException {
        try (var progress = session.progress(CreationStep.values().length)) {
            var homes = session.homes();
            return maker.make(homes, file, plan, homes.lockFor(passphrase), root, _ -> progress.step());
        }
    }

    /// Answers who the home is.
    static void tell(Session session, Home home) {
        session.answers().give(() -> Documents.home(home), () -> lines(session, home));
    }

    static Stream<String> lines(Session session, Home home) {
        var words = session.words();
        var root = home.issuers().root().certificate();
        var zones = new Table(words.text("zone.name"), words.text("zone.ends"), words.text("zone.fingerprint"));
        for (var zone : home.issuers().zones()) {
            var issuer = zone.issuer().certificate();
            zones.add(
                    zone.name().text(),
                    session.dates().day(issuer.notAfter()),
                    issuer.fingerprint().hex());
        }
        var lines = new ArrayList<String>();
        lines.add(words.text(
                "home.who", home.facts().name().text(), home.facts().id().text()));
        lines.add(words.text(
                "home.root", root.fingerprint().words(), session.dates().day(root.notAfter())));
        lines.add(words.text("home.root.fingerprint", root.fingerprint().hex()));
        home.deliveries().secondSigner().ifPresent(key -> lines.add(words.text("home.second-signer", key.hex())));
        lines.add("");
        return Stream.concat(lines.stream(), zones.lines());
    }
}
