package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.NewRoot;
import org.hearthkey.core.home.NextRoot;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.token.StoredKey;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.token.TokenSession;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.token.TokenUse;

/// Puts a root key on a token, and says first what that means.
final class RootOnToken {
    private static final String LABEL = "hearthkey root";

    private final Session session;
    private final TokenUri uri;

    RootOnToken(Session session, TokenUri uri) {
        this.session = session;
        this.uri = uri;
    }

    /// Says what cannot be undone, before anything is asked or made.
    ///
    /// @param understood whether the owner has said so
    /// @throws StoppedException if not
    void warn(boolean understood) throws StoppedException, IOException {
        var words = session.words();
        var label = session.tokens().find(uri).facts().label();
        var consequence = words.text(uri.id().isPresent() ? "root.token.existing" : "root.token.consequence", label);
        if (!understood) {
            throw new StoppedException(Exit.REFUSED, List.of(consequence, words.text("root.token.confirm")), Map.of());
        }
        session.answers().remark(consequence);
    }

    /// Makes a home whose root is the key that was named, or a new one. A key that was made for nothing is removed.
    Home make(Making making) throws StoppedException, IOException {
        try (var token = session.tokens().openForRoot(uri)) {
            return this.<Home, IOException>keyed(token, key -> {
                var home = making.with(new NewRoot.OnToken(token.signing(key, session.random()), key.uri()));
                tag(token, key, home.issuers().root().certificate());
                return home;
            });
        }
    }

    /// Makes the root that is to come with the key that was named, or a new one. A key that was made for nothing is removed.
    ///
    /// @param present of the root as it is
    Rollover begin(Home home, RootSecret present) throws StoppedException, RefusedException, IOException {
        try (var token = session.tokens().openNew(uri)) {
            return this.<Rollover, RefusedException>keyed(token, key -> {
                var next = new NextRoot.OnToken(token.signing(key, session.random()), key.uri());
                var begun = home.rootRollover().begin(present, next);
                tag(token, key, begun.newRoot());
                return begun;
            });
        }
    }

    /// What becomes of the key.
    private interface Keyed<R, X extends Exception> {
        R with(StoredKey key) throws X, IOException;
    }

    private <R, X extends Exception> R keyed(TokenSession token, Keyed<R, X> work) throws X, IOException {
        var named = uri.namesKey() ? token.find(uri) : Optional.<StoredKey>empty();
        if (named.isPresent() || uri.id().isPresent()) {
            return work.with(token.find(TokenUse.ROOT, uri));
        }
        var made = token.make(TokenUse.ROOT, label(uri), session.random());
        var used = false;
        try {
            var done = work.with(made);
            used = true;
            return done;
        } finally {
            if (!used) {
                remove(token, made);
            }
        }
    }

    private void tag(TokenSession token, StoredKey key, Certificate root) {
        try {
            token.putCertificate(key, root.der().bytes());
        } catch (TokenException failed) {
            session.answers().remark(session.words().text("root.token.untagged"));
        }
    }

    private void remove(TokenSession token, StoredKey made) {
        try {
            token.remove(made);
        } catch (TokenException gone) {
            session.answers().remark(session.words().text("root.token.left", made.uri()));
        }
    }

    private static String label(TokenUri uri) {
        return uri.object().filter(TokenSession::isLabel).orElse(LABEL);
    }

    /// Copies the root key of a home from its file to the token.
    int copyFrom(Home home) throws StoppedException, RefusedException, IOException {
        var copy = put(home, (token, secret) -> home.rootPlaces().copyTo(token, label(uri), secret));
        return told(copy, "root.copied", "root.copied.honestly");
    }

    /// Moves it there, once its owner knows what that means.
    ///
    /// @param understood whether the owner has said so
    int moveFrom(Home home, boolean understood) throws StoppedException, RefusedException, IOException {
        requireInFile(home);
        var words = session.words();
        var consequence = words.text(
                "root.move.consequence", session.tokens().find(uri).facts().label());
        if (!understood) {
            throw new StoppedException(Exit.REFUSED, List.of(consequence, words.text("root.move.confirm")), Map.of());
        }
        session.answers().remark(consequence);
        var moved = put(home, (token, secret) -> home.rootPlaces().moveTo(token, label(uri), secret));
        return told(moved, "root.moved");
    }

    /// Puts the key on the token, with the secret that opens it in the file.
    private interface Putting {
        StoredKey with(TokenSession token, LockSecret secret) throws RefusedException, IOException;
    }

    private StoredKey put(Home home, Putting putting) throws StoppedException, RefusedException, IOException {
        requireInFile(home);
        try (var token = session.tokens().openForRoot(uri);
                var passphrase = session.secrets().root()) {
            return putting.with(token, new LockSecret.Remembered(passphrase));
        }
    }

    private void requireInFile(Home home) throws StoppedException {
        if (!home.rootPlaces().isInFile()) {
            throw new StoppedException(Exit.REFUSED, session.words().text("root.nofile"));
        }
    }

    private int told(StoredKey key, String... lines) {
        session.answers()
                .give(
                        () -> Map.of("uri", key.uri().text()),
                        () -> Stream.of(lines).map(line -> session.words().text(line, key.uri())));
        return Exit.DONE.code();
    }

    /// What makes the home once there is a root key.
    interface Making {
        Home with(NewRoot root) throws IOException;
    }
}
