package org.hearthkey.core.authority;

import java.util.List;

/// A throw-away key signed the draft and a second reader had something against the result, so the real key did not
/// sign. That is our mistake or an issuer that does not fit the draft; nothing was issued. The message is for the log.
public final class RehearsalException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    RehearsalException(List<String> complaints) {
        super(String.join("; ", complaints));
    }
}
