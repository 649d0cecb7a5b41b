package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.revoke.SignedList;
import org.hearthkey.core.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "crl", description = "Sign revocation lists, or see how long they are good for.")
final class CrlCommands {
    private final Session session;

    CrlCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Sign the next list of one issuer, or of all but the root.")
    int sign(
            @Option(
                            names = "--zone",
                            paramLabel = "Z",
                            description = "A zone, services, or root, which takes its passphrase or token.")
                    Optional<Role> issuer)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.open()) {
            var telling = new ListTelling(session);
            if (issuer.isPresent()) {
                telling.tell(sign(home, issuer.get()));
            } else {
                var zones = home.issuers().zones().stream().map(zone -> new Role.Zone(zone.name()));
                telling.tell(Stream.concat(Stream.of(new Role.Services()), zones)
                        .map(home.lists()::sign)
                        .toList());
            }
        }
        return Exit.DONE.code();
    }

    private SignedList sign(Home home, Role issuer) throws StoppedException, RefusedException, IOException {
        switch (issuer) {
            case Role.Root _ -> {
                try (var root = session.tokens().root(home)) {
                    return home.lists().signRoots(root.secret());
                }
            }
            case Role.Services _ -> {
                return home.lists().sign(issuer);
            }
            case Role.Zone(var zone) -> {
                session.zone(home, zone);
                return home.lists().sign(issuer);
            }
        }
    }

    @Command(description = "The newest list of every issuer.")
    int show() throws StoppedException, IOException {
        try (var home = session.open()) {
            new ListTelling(session).tell(home.lists().newest());
        }
        return Exit.DONE.code();
    }
}
