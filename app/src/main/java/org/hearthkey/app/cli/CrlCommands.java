package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.deliver.Forecast;
import org.hearthkey.core.deliver.Forecasts;
import org.hearthkey.core.deliver.Taken;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.revoke.SignedList;
import org.hearthkey.core.seal.RefusedException;
import org.jspecify.annotations.Nullable;
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

    @Command(
            name = "what-if",
            description = "Say what handing the lists out would do at every place that took them, and change nothing.")
    int whatIf(
            @Option(names = "--to", paramLabel = "DIR", description = "This drive or folder only.") Optional<Path> to,
            @Option(names = "--hub", paramLabel = "HUB", description = "This hub only.") Optional<HubName> hub,
            @Option(
                            names = "--revoke",
                            arity = "1..*",
                            paramLabel = "NAME",
                            description = "As if these devices were revoked before.")
                    @Nullable
                    List<DeviceName> revoked)
            throws StoppedException, IOException {
        try (var home = session.open()) {
            var devices = new ArrayList<Device>();
            for (var name : Optional.ofNullable(revoked).orElse(List.of())) {
                devices.add(session.device(home, name));
            }
            new ForecastTelling(session)
                    .tell(
                            hub.isPresent()
                                    ? List.of(home.forecasts().at(session.hub(home, hub.get()), devices))
                                    : forecasts(home.forecasts(), to, devices));
        }
        return Exit.DONE.code();
    }

    private static List<Forecast> forecasts(Forecasts forecasts, Optional<Path> to, List<Device> devices)
            throws IOException {
        if (to.isPresent()) {
            return List.of(forecasts.at(to.get(), devices));
        }
        var places = forecasts.places();
        return (places.isEmpty() ? List.of(Taken.nothing("")) : places)
                .stream().map(place -> forecasts.of(place, devices)).toList();
    }
}
