package org.hearthkey.core.token;

import java.io.IOException;

/// A token did not do what was asked. Nothing was signed, and nothing that was begun is kept.
public final class TokenException extends IOException {
    private static final long serialVersionUID = 1;

    private final TokenTrouble trouble;

    /// @param told what was asked and what the module answered; never a secret
    TokenException(TokenTrouble trouble, String told) {
        super(told);
        this.trouble = trouble;
    }

    TokenException(TokenTrouble trouble, String told, Throwable cause) {
        super(told, cause);
        this.trouble = trouble;
    }

    public TokenTrouble trouble() {
        return trouble;
    }
}
