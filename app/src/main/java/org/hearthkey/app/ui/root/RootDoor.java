package org.hearthkey.app.ui.root;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hearthkey.app.ui.token.TokenDesk;
import org.hearthkey.app.ui.token.TokenVisit;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.TokenException;

/// Leads to a root's key, wherever it lies. Only the home's thread comes here.
public final class RootDoor {
    private final TokenDesk desk;
    private final Supplier<List<RootPlace>> places;
    private final Supplier<Certificate> root;

    private RootDoor(TokenDesk desk, Supplier<List<RootPlace>> places, Supplier<Certificate> root) {
        this.desk = desk;
        this.places = places;
        this.root = root;
    }

    /// To the root of the home.
    public static RootDoor of(Home home, TokenDesk desk) {
        return new RootDoor(
                desk, () -> places(home), () -> home.issuers().root().certificate());
    }

    /// To the root that is to come.
    public static RootDoor ofNext(Home home, TokenDesk desk) {
        var rollover = home.rootRollover();
        return new RootDoor(
                desk,
                () -> List.of(rollover.nextOnToken()
                        .<RootPlace>map(RootPlace.OnToken::new)
                        .orElseGet(RootPlace.InFile::new)),
                () -> rollover.state().orElseThrow().newRoot());
    }

    private static List<RootPlace> places(Home home) {
        var places = home.rootPlaces();
        return Stream.<RootPlace>concat(
                        places.isInFile() ? Stream.of(new RootPlace.InFile()) : Stream.of(),
                        places.tokens().stream().map(RootPlace.OnToken::new))
                .toList();
    }

    /// Where the key lies, the file first.
    List<RootPlace> places() {
        return places.get();
    }

    /// Does something with the root's secret. A token is logged out afterwards, whatever became of it, and keeps no key that
    /// was made for nothing.
    ///
    /// @param typed the passphrase or the PIN; stays the caller's
    /// @return which rule refused it; then nothing has changed
    Optional<Finding> wake(RootPlace place, Passphrase typed, RootAct.Work work) throws IOException, RefusedException {
        try (var visit = desk.visit()) {
            var refusal = work.with(secret(place, typed, visit), visit);
            if (refusal.isEmpty()) {
                visit.keep();
            }
            return refusal;
        }
    }

    private RootSecret secret(RootPlace place, Passphrase typed, TokenVisit visit) throws TokenException {
        return switch (place) {
            case RootPlace.InFile _ -> RootSecret.of(typed);
            case RootPlace.OnToken(var uri) -> visit.root(uri, typed, root.get().publicKey());
        };
    }
}
