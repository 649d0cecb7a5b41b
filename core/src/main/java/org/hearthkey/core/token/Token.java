package org.hearthkey.core.token;

import java.nio.file.Path;
import org.hearthkey.core.secret.Passphrase;

/// A token that was plugged in when it was looked for.
public final class Token {
    private static final long PIN_SET = 0x08;
    private static final long PIN_FEW_LEFT = 0x1_0000;
    private static final long PIN_ONE_LEFT = 0x2_0000;
    private static final long PIN_LOCKED = 0x4_0000;

    private final TokenModule module;
    private final long slot;
    private final TokenFacts facts;
    private final long flags;

    Token(TokenModule module, long slot, TokenFacts facts, long flags) {
        this.module = module;
        this.slot = slot;
        this.facts = facts;
        this.flags = flags;
    }

    public TokenFacts facts() {
        return facts;
    }

    /// Names this token and no other that is known today.
    public TokenUri uri() {
        return TokenUri.of(facts);
    }

    /// The module that it was found through.
    public Path module() {
        return module.library();
    }

    /// Where the module counts it. Another place tomorrow, maybe.
    public long slot() {
        return slot;
    }

    /// Whether it was given a PIN.
    public boolean isSetUp() {
        return has(PIN_SET);
    }

    public boolean isLocked() {
        return has(PIN_LOCKED);
    }

    private boolean has(long flag) {
        return (flags & flag) != 0;
    }

    /// Shows the token its PIN. There is one session with a token at a time: a second one logs the first out.
    ///
    /// @throws TokenException also if the PIN is wrong; a token that is locked already is not asked
    public TokenSession open(Passphrase pin) throws TokenException {
        if (!isSetUp()) {
            throw new TokenException(TokenTrouble.NOT_SET_UP, facts.label() + " has no PIN yet");
        }
        if (isLocked()) {
            throw new TokenException(TokenTrouble.PIN_LOCKED, facts.label() + " is locked");
        }
        try {
            var session = module.session(slot);
            try {
                session.login(pin);
                return new TokenSession(this, session);
            } catch (TokenException refused) {
                session.close();
                throw refused;
            }
        } catch (TokenException refused) {
            throw explained(refused);
        }
    }

    /// Says more of a failure than the module did: whether the token is still there, and how many tries are left.
    TokenException explained(TokenException failed) {
        var now = module.token(slot).filter(token -> token.facts.equals(facts));
        if (now.isEmpty()) {
            return new TokenException(TokenTrouble.PULLED, facts.label() + " is gone", failed);
        }
        return failed.trouble() == TokenTrouble.WRONG_PIN
                ? new TokenException(now.get().afterWrongPin(), String.valueOf(failed.getMessage()), failed)
                : failed;
    }

    private TokenTrouble afterWrongPin() {
        if (isLocked()) {
            return TokenTrouble.PIN_LOCKED;
        }
        if (has(PIN_ONE_LEFT)) {
            return TokenTrouble.WRONG_PIN_ONE_LEFT;
        }
        return has(PIN_FEW_LEFT) ? TokenTrouble.WRONG_PIN_FEW_LEFT : TokenTrouble.WRONG_PIN;
    }

    @Override
    public String toString() {
        return uri().text();
    }
}
