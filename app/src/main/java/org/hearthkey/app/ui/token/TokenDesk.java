package org.hearthkey.app.ui.token;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;
import org.hearthkey.core.token.Token;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.token.Tokens;

/// Where the window meets tokens. Only the home's thread comes here: modules answer slowly.
public final class TokenDesk {
    private final Supplier<Tokens> tokens;
    private final SecureRandom random;

    /// @param tokens asked each time: a module may have been installed meanwhile
    public TokenDesk(Supplier<Tokens> tokens, SecureRandom random) {
        this.tokens = tokens;
        this.random = random;
    }

    /// The tokens that are plugged in and have a PIN; those without one only where there is no other, because a module
    /// also shows an empty place where a token could be set up.
    ///
    /// @throws TokenException no-module, if none is there or none can be loaded
    public List<Token> pluggedIn() throws TokenException {
        var all = tokens.get().all();
        var ready = all.stream().filter(Token::isSetUp).toList();
        return ready.isEmpty() ? all : ready;
    }

    /// Begins to use tokens for one act.
    public TokenVisit visit() {
        return new TokenVisit(tokens.get(), random);
    }
}
