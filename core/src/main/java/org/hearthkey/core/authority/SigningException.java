package org.hearthkey.core.authority;

import java.util.Optional;
import org.hearthkey.core.token.TokenException;

/// The real key did not sign, or not what was asked: a token was pulled out, or a fault changed the signature. Nothing
/// was issued.
public final class SigningException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    SigningException(String message) {
        super(message);
    }

    /// What the token said that was to sign, if it was one.
    public Optional<TokenException> trouble() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof TokenException told) {
                return Optional.of(told);
            }
        }
        return Optional.empty();
    }

    SigningException(String message, Throwable cause) {
        super(message, cause);
    }
}
