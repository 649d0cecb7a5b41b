package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.app.passphrase.PassphraseReview;
import org.hearthkey.app.recovery.SheetReading;
import org.hearthkey.core.home.CreationStep;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.NewRoot;
import org.hearthkey.core.home.Remains;
import org.hearthkey.core.journal.PaperCheckpoint;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.Shares;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.token.TokenUse;

/// Makes a home anew whose file is lost, from its sheets and its sealed core.
final class Rebuilding {
    private final Session session;
    private final RebuildOptions options;
    private final ShareAsking asking;

    Rebuilding(Session session, RebuildOptions options) {
        this.session = session;
        this.options = options;
        asking = new ShareAsking(session);
    }

    void rebuild(List<Path> shareFiles) throws StoppedException, RefusedException, IOException {
        if (Files.exists(options.file, LinkOption.NOFOLLOW_LINKS)) {
            throw new StoppedException(Exit.FAILED, session.words().text("home.create.exists", options.file));
        }
        try (var reading = new SheetReading()) {
            asking.read(reading, options.core);
            asking.read(reading, shareFiles);
            if (reading.core().isEmpty() && options.core.isEmpty()) {
                asking.askCore(reading);
            }
            var remains = witnessed(asking.core(reading));
            requireToken(remains.core());
            if (shareFiles.isEmpty()) {
                asking.askEnough(reading);
            }
            asking.requireSet(reading, remains.core());
            try (var secret = Shares.join(reading.shares())) {
                made(rebuild(remains, new LockSecret.Recovered(secret)), remains);
            }
        } catch (ShareException flawed) {
            throw new StoppedException(Exit.REFUSED, asking.words(flawed));
        }
    }

    private Remains witnessed(SealedCore core) throws StoppedException, IOException {
        var remains = Remains.of(core);
        for (var witness : options.witnesses) {
            remains = remains.with(witness)
                    .orElseThrow(() -> refusal(
                            "recovery.rebuild.witness", witness, core.name().text()));
        }
        for (var checkpoint : options.checkpoints) {
            remains = with(remains, checkpoint);
        }
        return remains;
    }

    private Remains with(Remains remains, String checkpoint) throws StoppedException, IOException {
        var core = remains.core();
        var typed = PaperCheckpoint.parse(core.home(), checkpoint);
        if (typed.isPresent()) {
            return remains.with(typed.get());
        }
        return CheckpointOptions.note(Path.of(checkpoint))
                .flatMap(remains::with)
                .orElseThrow(() -> refusal(
                        "recovery.rebuild.checkpoint", checkpoint, core.name().text()));
    }

    /// The sheets bring a root key back only where the file had it.
    private void requireToken(SealedCore core) throws StoppedException {
        if (core.rootKey().isEmpty() && options.token.isEmpty()) {
            throw refusal("recovery.rebuild.token", core.name().text());
        }
        if (core.rootKey().isPresent() && options.token.isPresent()) {
            throw refusal("recovery.rebuild.notoken", core.name().text());
        }
    }

    private StoppedException refusal(String sentence, Object... facts) {
        return new StoppedException(Exit.REFUSED, session.words().text(sentence, facts));
    }

    private Home rebuild(Remains remains, LockSecret.Recovered shares)
            throws StoppedException, RefusedException, IOException {
        var review = review(remains.core());
        try {
            if (options.token.isPresent()) {
                return withToken(options.token.get(), remains, shares, review);
            }
            try (var passphrase = session.secrets().newHome(review);
                    var root = session.secrets().newRoot(review);
                    var progress = session.progress(CreationStep.values().length - 1)) {
                var homes = session.homes();
                var newRoot = new NewRoot.InFile(List.of(homes.lockFor(root)));
                return homes.rebuild(
                        options.file, remains, shares, homes.lockFor(passphrase), newRoot, _ -> progress.step());
            }
        } catch (RefusedException refused) {
            if (refused.refusal() == Refusal.WRONG_SECRET) {
                throw new StoppedException(Exit.LOCKED, session.words().text("recovery.foreign"));
            }
            throw refused;
        }
    }

    private Home withToken(TokenUri uri, Remains remains, LockSecret.Recovered shares, PassphraseReview review)
            throws StoppedException, RefusedException, IOException {
        try (var token = session.tokens().openForRoot(uri);
                var passphrase = session.secrets().newHome(review);
                var progress = session.progress(CreationStep.values().length - 1)) {
            var key = token.find(TokenUse.ROOT, uri);
            var root = new NewRoot.OnToken(token.signing(key, session.random()), key.uri());
            var homes = session.homes();
            return homes.rebuild(options.file, remains, shares, homes.lockFor(passphrase), root, _ -> progress.step());
        }
    }

    private PassphraseReview review(SealedCore core) {
        return new PassphraseReview(List.of(core.name().text(), String.valueOf(options.file.getFileName())));
    }

    private void made(Home made, Remains remains) {
        try (var home = made) {
            session.remember(options.file);
            HomeMaking.tell(session, home);
            var words = session.words();
            session.answers().remark(words.text("recovery.rebuild.lost"));
            session.answers()
                    .remark(words.text(
                            "recovery.rebuild.issuers",
                            home.issuers().superseded().size()));
            remains.core()
                    .others()
                    .forEach(other -> session.answers().remark(words.text("recovery.rebuild.other", other.role())));
            if (remains.bundles().isEmpty()) {
                session.answers().remark(words.text("recovery.rebuild.nowitness"));
            }
            session.answers().remark(words.text("recovery.rebuild.sheets"));
            session.answers().remark(words.text("recovery.rebuild.next"));
        }
    }
}
