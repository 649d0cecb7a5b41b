package org.hearthkey.app.ui.root;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.ui.token.TokenDesk;
import org.hearthkey.app.ui.token.TokenVisit;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.TokenException;

/// Leads to the root's key, wherever it lies. Only the home's thread comes here.
public final class RootDoor {
    private final Home home;
    private final TokenDesk desk;
    private final boolean withTokens;

    public RootDoor(Home home, TokenDesk desk) {
        this(home, desk, true);
    }

    private RootDoor(Home home, TokenDesk desk, boolean withTokens) {
        this.home = home;
        this.desk = desk;
        this.withTokens = withTokens;
    }

    /// The same door, but for what only the key in the file can do.
    public RootDoor ofFile() {
        return new RootDoor(home, desk, false);
    }

    /// Where the key lies, the file first.
    List<RootPlace> places() {
        var places = home.rootPlaces();
        return Stream.<RootPlace>concat(
                        places.isInFile() ? Stream.of(new RootPlace.InFile()) : Stream.of(),
                        places.tokens().stream().filter(_ -> withTokens).map(RootPlace.OnToken::new))
                .toList();
    }

    /// Does something with the root's secret. A token is logged out afterwards, whatever became of it.
    ///
    /// @param typed the passphrase or the PIN; stays the caller's
    /// @return which rule refused it; then nothing has changed
    Optional<Finding> wake(RootPlace place, Passphrase typed, RootAct.Work work) throws IOException, RefusedException {
        try (var visit = desk.visit()) {
            return work.with(secret(place, typed, visit), visit);
        }
    }

    private RootSecret secret(RootPlace place, Passphrase typed, TokenVisit visit) throws TokenException {
        return switch (place) {
            case RootPlace.InFile _ -> RootSecret.of(typed);
            case RootPlace.OnToken(var uri) ->
                visit.root(uri, typed, home.issuers().root().certificate().publicKey());
        };
    }
}
