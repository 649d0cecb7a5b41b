package org.hearthkey.app.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.token.StoredKey;
import org.hearthkey.core.token.Token;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.token.TokenSession;
import org.hearthkey.core.token.TokenTrouble;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.token.TokenUse;
import org.hearthkey.core.token.Tokens;

/// Reaches the tokens that a command works with, and shows them their PINs.
final class TokenDoor {
    private static final String UNLOCK_LABEL = "hearthkey unlock";

    private final Tokens tokens;
    private final Secrets secrets;
    private final SecureRandom random;

    TokenDoor(Tokens tokens, Secrets secrets, SecureRandom random) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.random = random;
    }

    List<Token> all() throws TokenException {
        return tokens.all();
    }

    Token find(TokenUri uri) throws TokenException {
        return tokens.find(uri);
    }

    /// The token that unlocks, or will.
    TokenSession open(TokenUri uri) throws StoppedException, IOException {
        var token = tokens.find(uri);
        try (var pin = secrets.pin(token)) {
            return token.open(pin);
        }
    }

    /// The token that will unlock, or will have the key of the root that is to come.
    TokenSession openNew(TokenUri uri) throws StoppedException, IOException {
        var token = tokens.find(uri);
        try (var pin = secrets.newPin(token)) {
            return token.open(pin);
        }
    }

    /// The token's one key for unlocking, or a new one where it has none.
    StoredKey unlockingKey(TokenUri uri) throws StoppedException, IOException {
        try (var token = openNew(uri)) {
            try {
                return token.find(TokenUse.UNLOCK, uri);
            } catch (TokenException none) {
                if (!isMissing(none.trouble(), uri)) {
                    throw none;
                }
                return token.make(TokenUse.UNLOCK, uri.object().orElse(UNLOCK_LABEL), random);
            }
        }
    }

    private static boolean isMissing(TokenTrouble trouble, TokenUri uri) {
        return uri.id().isEmpty()
                && (trouble == TokenTrouble.NO_KEY || (trouble == TokenTrouble.UNSUITABLE_KEY && !uri.namesKey()));
    }

    /// The token that has the root's key, or will.
    TokenSession openForRoot(TokenUri uri) throws StoppedException, IOException {
        return openForRoot(tokens.find(uri));
    }

    private TokenSession openForRoot(Token token) throws StoppedException, IOException {
        try (var pin = secrets.rootPin(token)) {
            return token.open(pin);
        }
    }

    /// The root's secret: its passphrase where the file has the key and no PIN was named, else the first of its tokens
    /// that is plugged in.
    RootAnswer root(Home home) throws StoppedException, IOException {
        var places = home.rootPlaces();
        if (places.tokens().isEmpty() || (places.isInFile() && !secrets.namesRootPin())) {
            return RootAnswer.of(secrets.root());
        }
        var session = openForRoot(pluggedIn(places.tokens()));
        try {
            PublicKeyInfo key = home.issuers().root().certificate().publicKey();
            return RootAnswer.of(session.signing(session.find(key), random), session);
        } catch (TokenException failed) {
            session.close();
            throw failed;
        }
    }

    /// The secret of the root that is to come: what opens it in the file, or its token.
    RootAnswer nextRoot(Home home) throws StoppedException, IOException {
        var uri = home.rootRollover().nextOnToken();
        if (uri.isEmpty()) {
            return RootAnswer.of(secrets.root());
        }
        var session = openForRoot(uri.get());
        try {
            var key = home.rootRollover().state().orElseThrow().newRoot().publicKey();
            return RootAnswer.of(session.signing(session.find(key), random), session);
        } catch (TokenException failed) {
            session.close();
            throw failed;
        }
    }

    /// Whether the one place of the root's key is this token: it can be asked by one session at a time.
    boolean isOnlyPlace(Home home, TokenUri uri) throws TokenException {
        return !home.rootPlaces().isInFile()
                && tokens.find(uri)
                        .facts()
                        .equals(pluggedIn(home.rootPlaces().tokens()).facts());
    }

    /// The root's secret for an act that seals the key in the file anew: what opens it there, where there is one.
    RootAnswer rootInFileFirst(Home home) throws StoppedException, IOException {
        return home.rootPlaces().isInFile() ? RootAnswer.of(secrets.root()) : root(home);
    }

    private Token pluggedIn(List<TokenUri> places) throws TokenException {
        var failures = new ArrayList<TokenException>();
        for (var place : places) {
            try {
                return tokens.find(place);
            } catch (TokenException failed) {
                failures.add(failed);
            }
        }
        throw failures.getFirst();
    }
}
