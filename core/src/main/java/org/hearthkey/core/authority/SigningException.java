package org.hearthkey.core.authority;

/// The real key did not sign, or not what was asked: a token was pulled out, or a fault changed the signature. Nothing
/// was issued.
public final class SigningException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    SigningException(String message) {
        super(message);
    }

    SigningException(String message, Throwable cause) {
        super(message, cause);
    }
}
