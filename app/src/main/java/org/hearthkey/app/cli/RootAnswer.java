package org.hearthkey.app.cli;

import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.TokenSession;
import org.hearthkey.core.token.TokenSigningKey;

/// The root's secret for one act. Closing it forgets a passphrase, and logs out of a token.
final class RootAnswer implements AutoCloseable {
    private final RootSecret secret;
    private final Runnable forgetting;

    private RootAnswer(RootSecret secret, Runnable forgetting) {
        this.secret = secret;
        this.forgetting = forgetting;
    }

    static RootAnswer of(Passphrase passphrase) {
        return new RootAnswer(RootSecret.of(passphrase), passphrase::close);
    }

    static RootAnswer of(TokenSigningKey key, TokenSession session) {
        return new RootAnswer(new RootSecret.OnToken(key), session::close);
    }

    RootSecret secret() {
        return secret;
    }

    @Override
    public void close() {
        forgetting.run();
    }
}
