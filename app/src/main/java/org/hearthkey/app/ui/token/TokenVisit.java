package org.hearthkey.app.ui.token;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.TokenKey;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.StoredKey;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.token.TokenFacts;
import org.hearthkey.core.token.TokenSession;
import org.hearthkey.core.token.TokenTrouble;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.token.TokenUse;
import org.hearthkey.core.token.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tokens that one act uses. Each is shown a PIN once, since a second session would log the first out; closing logs
/// out of all of them. Keys that were found do nothing any more then, and keys that were made are removed unless they were
/// kept.
public final class TokenVisit implements AutoCloseable {
    private static final String LABEL = "hearthkey unlock";
    private static final String ROOT_LABEL = "hearthkey root";
    private static final Logger LOG = LoggerFactory.getLogger(TokenVisit.class);

    private final Tokens tokens;
    private final SecureRandom random;
    private final Map<TokenFacts, TokenSession> sessions = new LinkedHashMap<>();
    private final List<Made> made = new ArrayList<>();

    TokenVisit(Tokens tokens, SecureRandom random) {
        this.tokens = tokens;
        this.random = random;
    }

    private record Made(TokenSession session, StoredKey key) {}

    /// What is done with the new key of a root.
    @FunctionalInterface
    public interface RootWork {
        /// Does it, and answers with the certificate that the key has earned.
        ///
        /// @param where the token keeps the key
        Certificate with(SigningKey key, TokenUri where) throws IOException, RefusedException;
    }

    private TokenSession open(TokenUri uri, Passphrase pin) throws TokenException {
        var token = tokens.find(uri);
        var open = sessions.get(token.facts());
        if (open == null) {
            open = token.open(pin);
            sessions.put(token.facts(), open);
        }
        return open;
    }

    /// The root's key, on the token that has it.
    ///
    /// @param pin stays the caller's
    public RootSecret root(TokenUri uri, Passphrase pin, PublicKeyInfo key) throws TokenException {
        var session = open(uri, pin);
        return new RootSecret.OnToken(session.signing(session.find(key), random));
    }

    private StoredKey make(TokenSession session, TokenUse use, String label) throws TokenException {
        var key = session.make(use, label, random);
        made.add(new Made(session, key));
        return key;
    }

    /// Lets the tokens keep what was made on them: all of the work is done, and written.
    public void keep() {
        made.clear();
    }

    /// Makes a key for a root and does something with it.
    ///
    /// @param pin stays the caller's
    public void makeRoot(TokenUri uri, Passphrase pin, RootWork work) throws IOException, RefusedException {
        var session = open(uri, pin);
        var key = make(session, TokenUse.ROOT, ROOT_LABEL);
        tag(session, key, work.with(session.signing(key, random), key.uri()));
    }

    /// Other programs look for the certificate there; this one does not.
    private static void tag(TokenSession session, StoredKey key, Certificate certificate) {
        try {
            session.putCertificate(key, certificate.der().bytes());
        } catch (TokenException failed) {
            LOG.warn("The root's certificate is not on the token of its key: {}", key, failed);
        }
    }

    private static void remove(Made made) {
        try {
            made.session().remove(made.key());
        } catch (TokenException gone) {
            LOG.warn("A key that was made for nothing is left on the token: {}", made.key(), gone);
        }
    }

    /// The token's one key for unlocking.
    ///
    /// @param pin stays the caller's
    public TokenKey unlocking(TokenUri uri, Passphrase pin) throws TokenException {
        var session = open(uri, pin);
        return session.agreeing(session.find(TokenUse.UNLOCK, uri), random);
    }

    /// The token's one key for unlocking, or a new one where it has none.
    ///
    /// @param pin stays the caller's
    public StoredKey findOrMake(TokenUri uri, Passphrase pin) throws TokenException {
        var session = open(uri, pin);
        try {
            return session.find(TokenUse.UNLOCK, uri);
        } catch (TokenException none) {
            if (none.trouble() != TokenTrouble.NO_KEY && none.trouble() != TokenTrouble.UNSUITABLE_KEY) {
                throw none;
            }
            return make(session, TokenUse.UNLOCK, LABEL);
        }
    }

    @Override
    public void close() {
        made.forEach(TokenVisit::remove);
        made.clear();
        sessions.values().forEach(TokenSession::close);
        sessions.clear();
    }
}
