package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.app.text.RefusalWords;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.Unlocked;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.token.TokenUse;
import org.hearthkey.core.witness.BlockedException;

/// Opens the home that a command is about, with what the options name or the terminal is asked for.
final class HomeDoor {
    private final Session session;
    private final Surroundings around;
    private final GlobalOptions options;

    HomeDoor(Session session, Surroundings around, GlobalOptions options) {
        this.session = session;
        this.around = around;
        this.options = options;
    }

    /// Opens it with what opened it before.
    Home open(LockSecret secret) throws StoppedException, IOException {
        var file = homeFile();
        return opened(file, session.homes().open(file, secret));
    }

    /// One way of opening.
    interface Way {
        Unlocked open(Homes homes, Path file, LockSecret secret) throws IOException;
    }

    /// Opens the home that this command is about in a way of its own.
    Entrance enter(Way way) throws StoppedException, IOException {
        var file = homeFile();
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (var key = new Entrance.Key()) {
            return options.token.isPresent()
                    ? enter(file, options.token.get(), key, way)
                    : enter(file, new LockSecret.Remembered(passphrase(file, key)), key, way);
        }
    }

    /// The same for a command that signs or changes something there.
    ///
    /// @throws BlockedException if the house was handed over
    Entrance enterToChange(Way way) throws StoppedException, IOException {
        var entrance = enter(way);
        try {
            entrance.home().watch().requireMayChange();
            return entrance;
        } catch (BlockedException handedOver) {
            entrance.close();
            throw handedOver;
        }
    }

    private Passphrase passphrase(Path file, Entrance.Key key) throws StoppedException, IOException {
        var passphrase = session.secrets().home(file);
        return key.holding(passphrase, passphrase::close);
    }

    private Entrance enter(Path file, LockSecret secret, Entrance.Key key, Way way)
            throws StoppedException, IOException {
        return key.into(opened(file, way.open(session.homes(), file, secret)), secret);
    }

    /// The token alone, and the passphrase beside it where that was named or where the token alone opens nothing.
    private Entrance enter(Path file, TokenUri uri, Entrance.Key key, Way way) throws StoppedException, IOException {
        var opened = session.tokens().open(uri);
        var token = key.holding(opened, opened::close);
        var agreeing = token.agreeing(token.find(TokenUse.UNLOCK, uri), session.random());
        if (options.passphraseFile.isEmpty()) {
            var held = new LockSecret.Held(agreeing);
            var alone = way.open(session.homes(), file, held);
            if (!needsMore(alone)) {
                return key.into(opened(file, alone), held);
            }
        }
        return enter(file, new LockSecret.RememberedAndHeld(passphrase(file, key), agreeing), key, way);
    }

    private boolean needsMore(Unlocked tried) {
        return tried instanceof Unlocked.Refused(var refusal, var _)
                && refusal == Refusal.WRONG_SECRET
                && around.terminal().isPresent();
    }

    private Home opened(Path file, Unlocked unlocked) throws StoppedException {
        return switch (unlocked) {
            case Unlocked.Open(var home, var wrongTries) -> {
                remember(file);
                wrongTries.ifPresent(session::remark);
                new StandingTelling(session).remark(home.watch().standing());
                yield home;
            }
            case Unlocked.Wait(var left) -> throw mustWait(left);
            case Unlocked.Refused(var refusal, var where) -> throw refused(refusal, where);
        };
    }

    private Path homeFile() throws StoppedException, IOException {
        var named = session.namedHome();
        if (named.isPresent()) {
            return named.get();
        }
        return around.preferences()
                .read()
                .lastOpened()
                .orElseThrow(
                        () -> new StoppedException(Exit.MISUSED, session.words().text("home.unnamed")));
    }

    /// Makes this what the next command opens when it names no home. That it cannot be remembered stops nothing.
    void remember(Path opened) {
        var file = opened.toAbsolutePath().normalize();
        try {
            var kept = around.preferences().read();
            if (kept.lastOpened().filter(file::equals).isEmpty()) {
                around.preferences().write(kept.opened(file, session.realNow()));
            }
        } catch (IOException failed) {
            session.answers()
                    .remark(session.words()
                            .text("home.not-remembered", around.preferences().path()));
        }
    }

    /// Tells what scripts and people hear of a home that was not opened.
    static StoppedException refused(Refusal refusal, Optional<String> where) {
        var told = RefusalWords.in(Locale.ENGLISH).explain(refusal);
        var place = where.map(part -> " (" + part + ")").orElse("");
        return new StoppedException(Exit.of(refusal), List.of(told + place), Map.of("refused", refusal.text()));
    }

    /// Tells that nothing was tried, after wrong passphrases.
    static StoppedException mustWait(Duration left) {
        var told = RefusalWords.in(Locale.ENGLISH).explainWait(left);
        var document = Map.<String, Object>of("refused", "too-soon", "waitSeconds", RefusalWords.seconds(left));
        return new StoppedException(Exit.LOCKED, List.of(told.toString()), document);
    }
}
