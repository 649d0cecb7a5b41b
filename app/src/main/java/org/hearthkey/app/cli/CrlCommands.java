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
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.SignedList;
import org.hearthkey.core.seal.RefusedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "crl", description = "Sign revocation lists, or see how long they are good for.")
final class CrlCommands {
    private static final String ISSUER = "A zone, services, or root, which takes its passphrase or token.";

    private final Session session;

    CrlCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Sign the next list of one issuer, or of all but the root.")
    int sign(@Option(names = "--zone", paramLabel = "Z", description = ISSUER) Optional<Role> issuer)
            throws StoppedException, RefusedException, IOException {
        return sign(issuer, Optional.empty());
    }

    @Command(
            description =
                    "Sign the lists of one issuer, or of all but the root, for the months to come. Each is in force"
                            + " from its own moment on, whether or not anybody is at home.")
    int lifeline(
            @Option(names = "--zone", paramLabel = "Z", description = ISSUER) Optional<Role> issuer,
            @Option(
                            names = "--months",
                            paramLabel = "N",
                            description = "For how many months, 1 to " + Lifetimes.LONGEST_LIFELINE_MONTHS
                                    + ". Default: " + Lifetimes.LIFELINE_MONTHS + ".")
                    Optional<Integer> months)
            throws StoppedException, RefusedException, IOException {
        int wanted = months.orElse(Lifetimes.LIFELINE_MONTHS);
        if (wanted < 1 || wanted > Lifetimes.LONGEST_LIFELINE_MONTHS) {
            throw new StoppedException(
                    Exit.MISUSED, session.words().text("lifeline.months", Lifetimes.LONGEST_LIFELINE_MONTHS));
        }
        return sign(issuer, Optional.of(wanted));
    }

    private int sign(Optional<Role> issuer, Optional<Integer> months)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            var telling = new ListTelling(session);
            if (issuer.isPresent()) {
                telling.tell(sign(home, issuer.get(), months), home.lists());
            } else {
                telling.tell(signBelowRoot(home, months), home.lists());
            }
        }
        return Exit.DONE.code();
    }

    private static List<SignedList> signBelowRoot(Home home, Optional<Integer> months) {
        var zones = home.issuers().zones().stream().map(zone -> new Role.Zone(zone.name()));
        return Stream.concat(Stream.of(new Role.Services()), zones)
                .map(role -> sign(home.lists(), role, months))
                .toList();
    }

    /// Signs the lists of every issuer of a home that is open, the root's too.
    void signAll(Home home, int months) throws StoppedException, RefusedException, IOException {
        var signed = new ArrayList<SignedList>();
        signed.add(sign(home, new Role.Root(), Optional.of(months)));
        signed.addAll(signBelowRoot(home, Optional.of(months)));
        new ListTelling(session).tell(signed, home.lists());
    }

    private static SignedList sign(Lists lists, Role issuer, Optional<Integer> months) {
        return months.isPresent() ? lists.sign(issuer, months.get()) : lists.sign(issuer);
    }

    private SignedList sign(Home home, Role issuer, Optional<Integer> months)
            throws StoppedException, RefusedException, IOException {
        switch (issuer) {
            case Role.Root _ -> {
                try (var root = session.tokens().root(home)) {
                    return months.isPresent()
                            ? home.lists().signRoots(root.secret(), months.get())
                            : home.lists().signRoots(root.secret());
                }
            }
            case Role.Services _ -> {
                return sign(home.lists(), issuer, months);
            }
            case Role.Zone(var zone) -> {
                session.zone(home, zone);
                return sign(home.lists(), issuer, months);
            }
        }
    }

    @Command(description = "The list in force of every issuer, and until when lists are signed.")
    int show() throws StoppedException, IOException {
        try (var home = session.open()) {
            new ListTelling(session).tell(home.lists().newest(), home.lists());
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
